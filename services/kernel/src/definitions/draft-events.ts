import type { CalendarDate } from '../calendar.js';
import type { NewEvent, RecordedEvent } from '../event.js';

/** A document of a level above as a draft builds upon it: whose it is, and its content's hash. */
export type LayerRef = { readonly locality: number; readonly hash: string };

/** Who stands behind an account, where a person does. */
type Acted = { readonly draftId: string; readonly personId: string | null };

/** What happens to a draft of a definition. The events are `<noun>.<verb>`, such as `process.drafted`. */
export type DraftPayloads = {
  /** `above`: the documents it builds upon; `fileHash`: the locality's own file as it was known; `basis`: publications before it. */
  drafted: Acted & {
    readonly text: string;
    readonly above: readonly LayerRef[];
    readonly fileHash: string | null;
    readonly basis: number;
    readonly note: string | null;
  };
  revised: Acted & { readonly text: string; readonly basis: number };
  checked: Acted;
  approved: Acted & {
    readonly version: string;
    readonly effectiveFrom: CalendarDate;
    readonly note: string | null;
  };
  rejected: Acted & { readonly reason: string };
  withdrawn: Acted & { readonly reason: string | null };
  /** `restored`: the version that holds from that day on in its place. */
  approval_withdrawn: Acted & { readonly reason: string; readonly restored: string };
};

export type DraftVerb = keyof DraftPayloads;

export type NewDraftEvent = {
  [Verb in DraftVerb]: NewEvent<`${string}.${Verb}`, DraftPayloads[Verb]>;
}[DraftVerb];

export type RecordedDraftEvent = {
  [Verb in DraftVerb]: RecordedEvent<`${string}.${Verb}`, DraftPayloads[Verb]>;
}[DraftVerb];

export const draftVerbOf = ({ type }: { readonly type: string }): DraftVerb =>
  type.slice(type.indexOf('.') + 1) as DraftVerb;
