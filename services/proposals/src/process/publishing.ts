/** Who publishes changes of the process itself: whoever of these roles did not write them. */
export type Publishing = { readonly approvers: readonly string[] };
