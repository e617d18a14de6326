import type { Command } from '../case/commands.js';
import { EMPTY_CASE } from '../case/fold.js';
import { isPositive, stagesOf } from '../case/review-progress.js';
import type { CaseState } from '../case/state.js';
import type { LedgerKey, LedgerRow } from './ledger-columns.js';
import {
  dated,
  type LedgerCase,
  type LedgerPeople,
  type LedgerRules,
  type LedgerStep,
  type Undated,
} from './ledger-steps.js';

/**
 * From draft to docket, as the case's first row tells it: also for a case that was rejected, converted,
 * withdrawn or merged. Every command is then decided by the ordinary rules.
 */
export const intakeSteps = (ledgerCase: LedgerCase, rules: LedgerRules, people: LedgerPeople): LedgerStep[] =>
  dated(intake(ledgerCase, rules, people), 0);

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
