import { accept, type Outcome, refuse, type UseCase, useCase } from '@duban/kernel';
import type { ProposalKind } from '../../case/vocabulary.js';
import type { CommandDeps } from '../../store/proposal.store.js';
import type { DeclareSession } from '../session.store.js';

export type SessionReceipt = { readonly kind: ProposalKind; readonly year: number };

/** 登记届次: declared again, it is corrected; what was counted from the old day stays as it was counted. */
export const declareSession: UseCase<CommandDeps, DeclareSession, SessionReceipt> = useCase({
  action: 'session:declare',
  async execute(
    { sessions, now }: CommandDeps,
    _,
    declared: DeclareSession,
  ): Promise<Outcome<SessionReceipt>> {
    const refusal = check(declared);
    if (refusal) return refusal;
    await sessions.declare(declared, now());
    return accept({ kind: declared.kind, year: declared.year });
  },
});

function check({ year, term, session, opensOn, closesOn }: DeclareSession): Outcome<never> | null {
  if (term < 1 || session < 1 || term > 999 || session > 99) return refuse('SESSION_NUMBER_WRONG');
  const ordered = closesOn === null || closesOn >= opensOn;
  return ordered && opensOn.startsWith(`${year}-`) ? null : refuse('SESSION_DATES_WRONG');
}
