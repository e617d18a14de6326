import { startOfDay } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import { EMPTY_CASE } from '../case/fold.js';
import { isPositive, stagesOf } from '../case/review-progress.js';
import type { Assignment, CaseState } from '../case/state.js';
import type { ConditionLanguage } from '../process/condition.js';
import type { Process } from '../process/process.js';
import type { LedgerKey, LedgerRow } from './ledger-columns.js';

/** One step of a case's history: which row and column it comes from, and the command it is, given where the case stands. */
export type LedgerStep = {
  readonly row: LedgerRow;
  readonly column: LedgerKey;
  /** Null when the case stands where no command can follow, e.g. a round that was never opened. */
  readonly command: (state: CaseState) => Command | null;
};

/** Who the names in a case's rows are: mandates by name. */
export type LedgerPeople = (name: string) => string | null;

export type LedgerCase = {
  readonly proposalId: string;
  readonly year: number;
  /** All rows of the case, in the file's order. */
  readonly rows: readonly [LedgerRow, ...LedgerRow[]];
};

/** The process, and what understands its conditions. */
export type LedgerRules = { readonly process: Process; readonly conditions: ConditionLanguage };

const HOUR = 3_600_000;

/** A ledger knows days only: steps of one day are a second apart, from nine in the morning, in their order. */
const instant = (date: string, order: number): string =>
  new Date(Date.parse(startOfDay(date)) + 9 * HOUR + order * 1000).toISOString();

/**
 * From draft to docket, as the case's first row tells it: also for a case that was rejected, converted,
 * withdrawn or merged. Every command is then decided by the ordinary rules.
 */
export const intakeSteps = (ledgerCase: LedgerCase, rules: LedgerRules, people: LedgerPeople): LedgerStep[] =>
  dated(intake(ledgerCase, rules, people), 0);

/** Handover, replies and ratings round by round, closing. */
export const handlingSteps = ({ rows }: LedgerCase): LedgerStep[] => dated(handling(rows), 200);

/** One command of a case at its place in the day, e.g. the two halves of a merge. */
export const singleStep = (
  row: LedgerRow,
  column: LedgerKey,
  on: string,
  order: number,
  command: Command,
): LedgerStep => ({
  row,
  column,
  command: () => ({ ...command, occurredAt: instant(on, order) }),
});

const dated = (steps: readonly Undated[], from: number): LedgerStep[] =>
  steps.map(({ row, column, on, command }, order) => ({
    row,
    column,
    command: (state) => {
      const ready = command(state);
      return ready && ({ ...ready, occurredAt: instant(on, from + order) } as Command);
    },
  }));

type Undated = Omit<LedgerStep, 'command'> & {
  readonly on: string;
  readonly command: (state: CaseState) => Command | null;
};

function intake({ proposalId, year, rows }: LedgerCase, rules: LedgerRules, people: LedgerPeople): Undated[] {
  const [row] = rows;
  const on = row.submittedOn ?? '';
  const step = (column: LedgerKey, command: Command): Undated => ({
    row,
    column,
    on,
    command: () => command,
  });
  const lead = people(row.leadProposer ?? '') ?? '';
  const cosigners = (row.cosigners?.split('、') ?? []).map((name) => people(name) ?? '');
  const until = (row.reviewResult === 'REJECT' || row.reviewResult === 'CONVERT') && row.reviewResult;
  return [
    step('title', draft(row, proposalId, lead)),
    ...cosigners.flatMap((mandateId) => [
      step('cosigners', { kind: 'cosigner.invite', mandateId }),
      step('cosigners', { kind: 'cosigner.confirm', mandateId }),
    ]),
    step('submittedOn', { kind: 'proposal.submit' }),
    ...reviews(row, on, rules, until || 'ACCEPT'),
    ...(until ? [] : docketing(row, year, step)),
  ];
}

const draft = (row: LedgerRow, proposalId: string, leadProposerId: string): Command =>
  ({
    kind: 'proposal.draft',
    proposalId,
    proposalKind: row.kind,
    period: row.period,
    proposerType: row.proposerType,
    leadProposerId,
    title: row.title ?? '',
    body: row.body ?? row.title ?? '',
    category: row.category,
  }) as Command;

/** A rejection or conversion is the last stage's verdict; every stage before it accepted. */
function reviews(
  row: LedgerRow,
  on: string,
  { process, conditions }: LedgerRules,
  last: 'ACCEPT' | 'REJECT' | 'CONVERT',
): Undated[] {
  const { kind, period } = row as Pick<CaseState, 'kind' | 'period'>;
  const state: CaseState = { ...EMPTY_CASE, phase: 'SUBMITTED', kind, period };
  const stages = stagesOf({ process, state, context: { conditions }, at: on });
  const reasonCode = Object.keys(process.review.reasons).find(
    (code) => process.review.reasons[code]?.canonical === 'OTHER',
  );
  return stages.map(([stage, { verdicts }], at) => {
    const onward = verdicts.find(isPositive) ?? 'ACCEPT';
    const verdict = at === stages.length - 1 && last !== 'ACCEPT' ? last : onward;
    const reason = isPositive(verdict)
      ? {}
      : {
          reasonCode: reasonCode ?? null,
          reasonText: '台账记载',
          convertedTo: verdict === 'CONVERT' ? '台账记载' : null,
        };
    const command = { kind: 'review.decide', stage, verdict, ...reason } as Command;
    return { row, column: 'reviewResult', on, command: () => command };
  });
}

function docketing(
  row: LedgerRow,
  year: number,
  step: (column: LedgerKey, command: Command) => Undated,
): Undated[] {
  const docket: Command = {
    kind: 'proposal.docket',
    year,
    category: row.category,
    caseNumber: row.caseNumber ?? '',
  };
  const key: Command[] = row.keyTier === null ? [] : [{ kind: 'proposal.designate_key', tier: row.keyTier }];
  const withdraw: Command = { kind: 'proposal.withdraw', letter: '台账记载:提出人书面撤回', reason: null };
  return [
    step('caseNumber', docket),
    ...key.map((command) => step('keyTier', command)),
    ...(row.reviewResult === 'WITHDRAW' ? [step('reviewResult', withdraw)] : []),
  ];
}

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
