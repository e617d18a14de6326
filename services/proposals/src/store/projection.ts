import type { Assignment, CaseState, Cosignature, Reply } from '../case/state.js';
import type { CaseRows, CaseTable, CosignatureRow, ProposalRow, RowOf } from './case-rows.js';
import { dutyRow } from './projection-duties.js';
import { caseGrantRow } from './projection-grants.js';
import { assignmentRow, contactRow, feedbackRow, replyRow, trackingEntryRow } from './projection-handling.js';
import { workRecordRow } from './projection-records.js';

/** What of the read tables has to change: rows to write (new or changed) and rows to take away. */
export type RowChanges = {
  readonly [Table in CaseTable]: {
    readonly write: readonly RowOf<Table>[];
    readonly remove: readonly RowOf<Table>[];
  };
};

const NOTHING: CaseRows = {
  proposal: [],
  cosignature: [],
  assignment: [],
  contact: [],
  reply: [],
  feedback: [],
  tracking_entry: [],
  case_grant: [],
  work_record: [],
  duty: [],
};

/** The columns that name a row within its locality. */
export const ROW_KEYS: { readonly [Table in CaseTable]: readonly (keyof RowOf<Table> & string)[] } = {
  proposal: ['id'],
  cosignature: ['proposal_id', 'mandate_id'],
  assignment: ['id'],
  contact: ['id'],
  reply: ['id'],
  feedback: ['id'],
  tracking_entry: ['id'],
  case_grant: ['id'],
  work_record: ['id'],
  duty: ['id'],
};

/**
 * The read tables are a function of the state, and the state of the events: there is no second
 * reading of an event. What changes is the difference between the rows before and the rows after.
 */
export function rowChanges(before: CaseState | null, after: CaseState): RowChanges {
  const [old, fresh] = [before === null || before.phase === 'NONE' ? NOTHING : rowsOf(before), rowsOf(after)];
  const entries = (Object.keys(NOTHING) as CaseTable[]).map((table) => [
    table,
    difference(table, old, fresh),
  ]);
  return Object.fromEntries(entries) as RowChanges;
}

/** Everything the read tables say about a case in this state. */
export const rowsOf = (state: CaseState): CaseRows => ({
  proposal: [proposalRow(state)],
  cosignature: state.cosignatures.map((cosignature) => cosignatureRow(state, cosignature)),
  assignment: state.assignments.map((assignment) => assignmentRow(state, assignment)),
  contact: state.contacts.map((contact) => contactRow(state, contact)),
  reply: state.replies.map((reply) => replyRow(state, reply)),
  feedback: [...state.formerFeedback, ...state.feedback].map((feedback) => feedbackRow(state, feedback)),
  tracking_entry: state.entries.map((entry) => trackingEntryRow(state, entry)),
  case_grant: state.grants.map((grant) => caseGrantRow(state, grant)),
  work_record: state.records.map(workRecordRow),
  duty: state.duties.map((duty) => dutyRow(state, duty)),
});

function difference<Table extends CaseTable>(table: Table, old: CaseRows, fresh: CaseRows) {
  const nameOf = (row: RowOf<Table>): string =>
    ROW_KEYS[table].map((column) => row[column as keyof typeof row]).join(' ');
  const known = new Map(
    (old[table] as readonly RowOf<Table>[]).map((row) => [nameOf(row), JSON.stringify(row)]),
  );
  const rows = fresh[table] as readonly RowOf<Table>[];
  const kept = new Set(rows.map(nameOf));
  return {
    write: rows.filter((row) => known.get(nameOf(row)) !== JSON.stringify(row)),
    remove: (old[table] as readonly RowOf<Table>[]).filter((row) => !kept.has(nameOf(row))),
  };
}

function proposalRow(state: CaseState): ProposalRow {
  const { content, docketing } = state;
  const current = currentReply(state);
  const key = state.keyDesignations.at(-1);
  return {
    id: state.proposalId,
    version: state.version,
    kind: state.kind,
    phase: state.phase,
    period: state.period,
    proposer_type: state.proposerType,
    lead_mandate_id: state.leadProposerId,
    collective: state.collective,
    disclosure_consent: state.disclosureConsent,
    source: state.source,
    title: content.title,
    body: content.body,
    category: docketing?.category ?? content.category,
    canonical_category: docketing?.canonicalCategory ?? null,
    content_version: state.contentVersion,
    series: docketing?.series ?? null,
    serial: docketing?.serial ?? null,
    case_number: docketing?.caseNumber ?? null,
    year: docketing?.year ?? null,
    term: docketing?.term ?? null,
    session: docketing?.session ?? null,
    hard: state.hard,
    key_tier: key?.tier ?? null,
    canonical_key_tier: key?.canonicalTier ?? null,
    process_version: state.processVersion,
    handover_batch_id: state.handover?.batchId ?? null,
    round: currentRound(state),
    due_on: dueOn(state),
    current_class: current ? (current.confirmedClass ?? current.claimedClass) : null,
    outcomes: current?.outcomes ?? [],
    merged_into_id: state.mergedInto?.proposalId ?? null,
    drafted_at: state.draftedAt ?? state.lastOccurredAt ?? '',
    pre_submitted_at: state.preSubmission?.at ?? null,
    submitted_at: state.snapshot?.submittedAt ?? null,
    docketed_at: docketing?.at ?? null,
    handed_over_at: state.handedOverAt,
    replied_at: state.repliedAt,
    closed_at: state.closedAt,
    solved_at: state.solvedAt,
    satisfied_at: state.satisfiedAt,
    withdrawn_at: state.withdrawal?.at ?? null,
  };
}

const cosignatureRow = (state: CaseState, cosignature: Cosignature): CosignatureRow => ({
  proposal_id: state.proposalId,
  mandate_id: cosignature.mandateId,
  status: cosignature.status,
  invited_at: cosignature.invitedAt,
  due: cosignature.due,
  answered_at: cosignature.answeredAt,
  reason: cosignature.reason,
});

/** Assignments that answer the proposer (co-units do not) and were not taken away again. */
const answering = (state: CaseState): readonly Assignment[] =>
  state.assignments.filter(
    ({ role, phase }) => role !== 'CO' && phase !== 'REASSIGNED' && phase !== 'ENDED' && phase !== 'PENDING',
  );

const currentRound = (state: CaseState): number | null =>
  answering(state).reduce<number | null>((latest, { round }) => Math.max(latest ?? 0, round), null);

/** What is due next: the earliest date of a unit that has not replied; once all have, the latest of the round. */
function dueOn(state: CaseState): string | null {
  const round = currentRound(state);
  const inRound = answering(state).filter((assignment) => assignment.round === round);
  const dates = (some: readonly Assignment[]): string[] =>
    some.flatMap(({ due }) => (due ? [due.date] : [])).sort();
  return dates(inRound.filter(({ repliedAt }) => repliedAt === null))[0] ?? dates(inRound).at(-1) ?? null;
}

const OUTCOME_ORDER = ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'DEFERRED', 'REFERENCE'];

/**
 * The reply whose class stands for the case: the latest formal one of each line of units, and of
 * several separate units the one furthest from solved.
 */
function currentReply(state: CaseState): Reply | null {
  const latest = new Map<string, Reply>();
  const lines = new Set(answering(state).map(({ unitId }) => unitId));
  for (const reply of state.replies) {
    if (reply.kind !== 'INTERIM' && lines.has(reply.unitId)) latest.set(reply.unitId, reply);
  }
  const distance = (reply: Reply): number =>
    Math.max(...reply.outcomes.map((outcome) => OUTCOME_ORDER.indexOf(outcome)), -1);
  return [...latest.values()].sort((a, b) => distance(b) - distance(a))[0] ?? null;
}
