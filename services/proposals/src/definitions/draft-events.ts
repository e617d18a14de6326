import type { CalendarDate, NewEvent, RecordedEvent } from '@duban/kernel';

/** A document of a level above as a draft builds upon it: whose it is, and its content's hash. */
export type LayerRef = { readonly locality: number; readonly hash: string };

/** Who stands behind an account, where a person does. */
type Acted = { readonly draftId: string; readonly personId: string | null };

export type DraftEvents = {
  /** `above`: the documents it builds upon; `fileHash`: the locality's own file as it was known; `basis`: publications before it. */
  'process.drafted': Acted & {
    readonly text: string;
    readonly above: readonly LayerRef[];
    readonly fileHash: string | null;
    readonly basis: number;
    readonly note: string | null;
  };
  'process.revised': Acted & { readonly text: string; readonly basis: number };
  'process.checked': Acted;
  'process.approved': Acted & {
    readonly version: string;
    readonly effectiveFrom: CalendarDate;
    readonly note: string | null;
  };
  'process.rejected': Acted & { readonly reason: string };
  'process.withdrawn': Acted & { readonly reason: string | null };
  /** `restored`: the version that holds from that day on in its place. */
  'process.approval_withdrawn': Acted & { readonly reason: string; readonly restored: string };
};

export type DraftEventType = keyof DraftEvents;

export type NewDraftEvent = {
  [Type in DraftEventType]: NewEvent<Type, DraftEvents[Type]> & { readonly type: Type };
}[DraftEventType];

export type RecordedDraftEvent = {
  [Type in DraftEventType]: RecordedEvent<Type, DraftEvents[Type]> & { readonly type: Type };
}[DraftEventType];
