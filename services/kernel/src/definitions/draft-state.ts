import type { CalendarDate } from '../calendar.js';
import {
  type DraftPayloads,
  type DraftVerb,
  draftVerbOf,
  type LayerRef,
  type RecordedDraftEvent,
} from './draft-events.js';

export const DRAFT_PHASES = ['DRAFT', 'CHECKED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'REVOKED'] as const;
export type DraftPhase = (typeof DRAFT_PHASES)[number];

export type Author = { readonly accountId: string | null; readonly personId: string | null };

/** One change of a locality's definition, from the first word to its end. */
export type DefinitionDraft = {
  readonly id: string;
  readonly phase: DraftPhase;
  readonly text: string;
  readonly above: readonly LayerRef[];
  readonly fileHash: string | null;
  /** How often the definition had been changed when it was written: once more, and it is outdated. */
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
  /** What is drafted, such as `process`: events and refusals are called after it. */
  readonly noun: string;
  /** Of the stream. */
  readonly version: number;
  readonly publications: number;
  readonly drafts: ReadonlyMap<string, DefinitionDraft>;
};

export const foldDrafts = (noun: string, events: readonly RecordedDraftEvent[]): DraftsState =>
  events.reduce(evolve, { noun, version: 0, publications: 0, drafts: new Map() });

function evolve(state: DraftsState, event: RecordedDraftEvent): DraftsState {
  const before = state.drafts.get(event.payload.draftId) ?? newDraft(event.payload.draftId);
  const after = { ...before, ...changeOf(before, event), events: [...before.events, event] };
  return {
    noun: state.noun,
    version: event.streamVersion,
    publications: state.publications + (CHANGES_THE_DEFINITION.has(draftVerbOf(event)) ? 1 : 0),
    drafts: new Map([...state.drafts, [after.id, after]]),
  };
}

/** What was drafted before one of these is outdated. */
const CHANGES_THE_DEFINITION: ReadonlySet<DraftVerb> = new Set(['approved', 'approval_withdrawn']);

const newDraft = (id: string): DefinitionDraft => ({
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

type Change = Partial<DefinitionDraft>;

/** `authors`: those before, and whoever this one is by. */
const CHANGES: {
  readonly [Verb in DraftVerb]: (payload: DraftPayloads[Verb], authors: readonly Author[]) => Change;
} = {
  drafted: ({ text, above, fileHash, basis, note }, authors) => ({
    ...{ text, above, fileHash, basis, note, authors },
  }),
  revised: ({ text, basis }, authors) => ({ phase: 'DRAFT', text, basis, authors }),
  checked: () => ({ phase: 'CHECKED' }),
  approved: ({ version, effectiveFrom }) => ({ phase: 'APPROVED', version, effectiveFrom }),
  rejected: () => ({ phase: 'REJECTED' }),
  withdrawn: () => ({ phase: 'WITHDRAWN' }),
  approval_withdrawn: () => ({ phase: 'REVOKED' }),
};

function changeOf(draft: DefinitionDraft, event: RecordedDraftEvent): Change {
  const authors = [...draft.authors, { accountId: event.actorId, personId: event.payload.personId }];
  const change = CHANGES[draftVerbOf(event)] as (payload: unknown, authors: readonly Author[]) => Change;
  return change(event.payload, authors);
}
