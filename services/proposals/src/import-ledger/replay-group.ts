import { authorsOf } from '../case/actor-rules.js';
import type { Command } from '../case/commands.js';
import type { CaseContext, OtherCase } from '../case/context.js';
import type { CaseState } from '../case/state.js';
import { handlingSteps } from './handling-steps.js';
import { intakeSteps } from './intake-steps.js';
import type { LedgerGroup } from './ledger-group.js';
import { type LedgerCase, type LedgerPeople, type LedgerRules, singleStep } from './ledger-steps.js';
import { NOTHING_REPLAYED, type Replay, type ReplayFrame, replay } from './replay-case.js';

/** What a case's replay is told: as a frame, with the other case of a merge still open. */
export type GroupFrame = Omit<ReplayFrame, 'context'> & {
  readonly people: LedgerPeople;
  readonly context: (ledgerCase: LedgerCase, command: Command, other: OtherCase | null) => CaseContext;
};

export type ReplayedCase = { readonly ledgerCase: LedgerCase; readonly replay: Replay };

/**
 * Replays a case and those merged into it: their intake first, then the merges, then the handling,
 * then the answer that the merged cases' authors got. Throws LedgerRefused at the first refusal.
 */
export function replayGroup({ main, merged }: LedgerGroup, frame: GroupFrame): readonly ReplayedCase[] {
  const start = (ledgerCase: LedgerCase): ReplayedCase => ({
    ledgerCase,
    replay: replay(
      NOTHING_REPLAYED,
      intakeSteps(ledgerCase, rulesOf(frame, ledgerCase), frame.people),
      frameOf(frame, ledgerCase, null),
    ),
  });
  let target = start(main);
  const taken: ReplayedCase[] = [];
  for (const one of merged.map(start)) {
    const [source, absorbed] = merge(one, target, frame);
    taken.push(source);
    target = absorbed;
  }
  const handled = {
    ...target,
    replay: replay(target.replay, handlingSteps(main), frameOf(frame, main, null)),
  };
  return [handled, ...taken.map((one) => answer(one, handled, frame))];
}

const rulesOf = (frame: GroupFrame, ledgerCase: LedgerCase): LedgerRules => ({
  process: frame.process,
  conditions: frame.context(ledgerCase, { kind: 'proposal.submit' }, null).conditions,
});

const frameOf = (frame: GroupFrame, ledgerCase: LedgerCase, other: OtherCase | null): ReplayFrame => ({
  ...frame,
  context: (command) => frame.context(ledgerCase, command, other),
});

function merge(source: ReplayedCase, target: ReplayedCase, frame: GroupFrame): [ReplayedCase, ReplayedCase] {
  const [head] = source.ledgerCase.rows;
  const [targetHead] = target.ledgerCase.rows;
  const on = [head.submittedOn ?? '', targetHead.submittedOn ?? ''].sort().at(-1) ?? '';
  const into = singleStep(head, 'mergedInto', on, 100, {
    kind: 'proposal.merge',
    intoId: target.ledgerCase.proposalId,
  });
  const from = singleStep(head, 'mergedInto', on, 100, {
    kind: 'proposal.absorb',
    fromId: source.ledgerCase.proposalId,
  });
  const merged = replay(source.replay, [into], frameOf(frame, source.ledgerCase, asOther(target)));
  const absorbing = replay(
    target.replay,
    [from],
    frameOf(frame, target.ledgerCase, asOther({ ...source, replay: merged })),
  );
  return [
    { ...source, replay: merged },
    { ...target, replay: absorbing },
  ];
}

/** Each formal reply of the case also answers the authors of the case that was merged into it. */
function answer(source: ReplayedCase, target: ReplayedCase, frame: GroupFrame): ReplayedCase {
  const [head] = source.ledgerCase.rows;
  const steps = target.replay.state.replies
    .filter((reply) => reply.kind === 'FORMAL')
    .map((reply) => ({
      row: head,
      column: 'mergedInto' as const,
      command: (): Command => ({
        kind: 'merged.answer',
        replyId: reply.replyId,
        documentNumber: reply.documentNumber,
        occurredAt: reply.issuedAt,
      }),
    }));
  return {
    ...source,
    replay: replay(source.replay, steps, frameOf(frame, source.ledgerCase, asOther(target))),
  };
}

function asOther({ ledgerCase, replay: { state } }: ReplayedCase): OtherCase {
  return {
    proposalId: ledgerCase.proposalId,
    kind: state.kind,
    phase: state.phase,
    caseNumber: state.docketing?.caseNumber ?? null,
    authorIds: authorsOf(state as CaseState),
  };
}
