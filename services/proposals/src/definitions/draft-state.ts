import type { CalendarDate } from '@duban/kernel';
import type { LayerRef, RecordedDraftEvent } from './draft-events.js';

export const DRAFT_PHASES = ['DRAFT', 'CHECKED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'REVOKED'] as const;
export type DraftPhase = (typeof DRAFT_PHASES)[number];

export type Author = { readonly accountId: string | null; readonly personId: string | null };

/** One change of a locality's process, from the first word to its end. */
export type Draft = {
  readonly id: string;
  readonly phase: DraftPhase;
  readonly text: string;
  readonly above: readonly LayerRef[];
  readonly fileHash: string | null;
  /** How often the process had been changed when it was written: once more, and it is outdated. */
  readonly basis: number;
  /** Everybody who wrote in it: none of them approves it. */
  readonly authors: readonly Author[];
  readonly version: string | null;
  readonly effectiveFrom: CalendarDate | null;
  readonly note: string | null;
  readonly events: readonly RecordedDraftEvent[];
};

/** All drafts of a locality, in the order they were begun: the fold of its stream. */
export type DraftsState = {
  /** Of the stream. */
  readonly version: number;
  readonly publications: number;
  readonly drafts: ReadonlyMap<string, Draft>;
};

export const NO_DRAFTS: DraftsState = { version: 0, publications: 0, drafts: new Map() };

export const foldDrafts = (events: readonly RecordedDraftEvent[]): DraftsState =>
  events.reduce(evolve, NO_DRAFTS);

function evolve(state: DraftsState, event: RecordedDraftEvent): DraftsState {
  const before = state.drafts.get(event.payload.draftId) ?? newDraft(event.payload.draftId);
  const after = { ...before, ...changeOf(before, event), events: [...before.events, event] };
  return {
    version: event.streamVersion,
    publications: state.publications + (CHANGES_THE_PROCESS.has(event.type) ? 1 : 0),
    drafts: new Map([...state.drafts, [after.id, after]]),
  };
}

/** What was drafted before one of these is outdated. */
const CHANGES_THE_PROCESS: ReadonlySet<string> = new Set(['process.approved', 'process.approval_withdrawn']);

const newDraft = (id: string): Draft => ({
  id,
  phase: 'DRAFT',
  text: '',
  above: [],
  fileHash: null,
  basis: 0,
  authors: [],
  version: null,
  effectiveFrom: null,
  note: null,
  events: [],
});

function changeOf(draft: Draft, event: RecordedDraftEvent): Partial<Draft> {
  const written = [...draft.authors, { accountId: event.actorId, personId: event.payload.personId }];
  if (event.type === 'process.drafted') {
    const { text, above, fileHash, basis, note } = event.payload;
    return { text, above, fileHash, basis, note, authors: written };
  }
  if (event.type === 'process.revised') {
    const { text, basis } = event.payload;
    return { phase: 'DRAFT', text, basis, authors: written };
  }
  if (event.type === 'process.checked') return { phase: 'CHECKED' };
  if (event.type === 'process.approved') {
    const { version, effectiveFrom } = event.payload;
    return { phase: 'APPROVED', version, effectiveFrom };
  }
  if (event.type === 'process.approval_withdrawn') return { phase: 'REVOKED' };
  return { phase: event.type === 'process.rejected' ? 'REJECTED' : 'WITHDRAWN' };
}
