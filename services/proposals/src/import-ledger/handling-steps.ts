import type { Command } from '../case/commands.js';
import type { Assignment, CaseState } from '../case/state.js';
import type { LedgerKey, LedgerRow } from './ledger-columns.js';
import { dated, type LedgerCase, type LedgerStep, type Undated } from './ledger-steps.js';

/** Handover, replies and ratings round by round, closing. */
export const handlingSteps = ({ rows }: LedgerCase): LedgerStep[] => dated(handling(rows), 200);

const roundOf = (row: LedgerRow): number => Number(row.round ?? '1');
const byDate = (key: 'repliedOn' | 'handedOverOn') => (a: LedgerRow, b: LedgerRow) =>
  roundOf(a) - roundOf(b) || (a[key] ?? '').localeCompare(b[key] ?? '') || a.rowNumber - b.rowNumber;

function handling(rows: readonly LedgerRow[]): Undated[] {
  const first = rows.filter((row) => row.unit !== null && roundOf(row) === 1);
  const [head] = first;
  if (!head?.handedOverOn) return [];
  const allocate: Command = {
    kind: 'units.allocate',
    assignments: first.map((row) => ({ unitId: row.unit ?? '', role: row.role as 'SOLE' })),
  };
  const on = head.handedOverOn;
  const replied = rows.filter((row) => row.repliedOn !== null).sort(byDate('repliedOn'));
  return [
    { row: head, column: 'unit', on, command: () => allocate },
    { row: head, column: 'handedOverOn', on, command: () => ({ kind: 'proposal.hand_over' }) },
    ...replied.flatMap(answering),
    ...closing(rows),
  ];
}

/** The case is closed on the last of its closing dates, when the rows of its last round all have one. */
function closing(rows: readonly LedgerRow[]): Undated[] {
  const answers = rows.filter((row) => row.role !== 'CO' && row.unit !== null);
  const last = Math.max(...answers.map(roundOf));
  const final = answers.filter((row) => roundOf(row) === last);
  if (final.length === 0 || final.some((row) => row.closedOn === null)) return [];
  const row = final.reduce((latest, other) =>
    (other.closedOn ?? '') > (latest.closedOn ?? '') ? other : latest,
  );
  return [{ row, column: 'closedOn', on: row.closedOn ?? '', command: () => ({ kind: 'proposal.close' }) }];
}

/** One row's answer: the meeting at which it was given, the letter, its confirmed class, the rating. */
function answering(row: LedgerRow): Undated[] {
  const on = row.repliedOn ?? '';
  const at = (
    column: LedgerKey,
    command: (state: CaseState, assignmentId: string) => Command | null,
  ): Undated => ({
    row,
    column,
    on,
    command: (state) => {
      const assignment = findAssignment(state, row);
      return assignment && command(state, assignment.assignmentId);
    },
  });
  const ratings = [
    { axis: 'ATTITUDE' as const, level: row.attitude },
    { axis: 'RESULT' as const, level: row.result },
  ].flatMap(({ axis, level }) => (level === null ? [] : [{ axis, level }]));
  return [
    ...(row.faceReply === 'FACE' || row.faceReply === 'HEAD' ? [at('faceReply', meeting(row))] : []),
    at('repliedOn', letter(row)),
    at('outcomeClass', (_, assignmentId) => ({
      kind: 'class.confirm',
      assignmentId,
      class: row.outcomeClass ?? '',
    })),
    ...(ratings.length === 0 ? [] : [at('result', rating(ratings))]),
  ];
}

const findAssignment = (state: CaseState, row: LedgerRow): Assignment | null =>
  state.assignments.find(({ unitId, round }) => unitId === row.unit && round === roundOf(row)) ?? null;

const signer = (row: LedgerRow) =>
  row.faceReply === 'HEAD'
    ? { name: '主要负责人', role: 'UNIT_HEAD' as const }
    : { name: '承办人员', role: 'UNIT_HANDLER' as const };

const meeting =
  (row: LedgerRow) =>
  (state: CaseState, assignmentId: string): Command => ({
    kind: 'contact.record',
    assignmentId,
    phase: 'AT_REPLY',
    channel: 'MEETING',
    participants: [
      { ...signer(row), personId: null, mandateId: null },
      { name: row.leadProposer ?? '', role: 'PROPOSER', personId: null, mandateId: state.leadProposerId },
    ],
  });

const letter =
  (row: LedgerRow) =>
  (_: CaseState, assignmentId: string): Command => ({
    kind: 'reply.issue',
    assignmentId,
    replyKind: 'FORMAL',
    documentNumber: `台账 ${row.caseNumber}-${row.round ?? '1'}`,
    body: '台账记载:已书面答复。',
    claimedClass: row.outcomeClass,
    signatory: { name: signer(row).name, role: 'UNIT_HEAD' },
  });

type Ratings = readonly { readonly axis: 'ATTITUDE' | 'RESULT'; readonly level: string }[];

const rating =
  (ratings: Ratings) =>
  (state: CaseState, assignmentId: string): Command | null => {
    const reply = state.replies.find(
      (candidate) => candidate.assignmentId === assignmentId && candidate.kind === 'FORMAL',
    );
    return reply
      ? { kind: 'feedback.give', replyId: reply.replyId, respondent: state.leadProposerId, ratings }
      : null;
  };
