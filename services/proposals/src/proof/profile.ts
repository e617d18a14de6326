import type { AssignmentRole, ProposalKind, ProposerType, SessionPeriod } from '../case/vocabulary.js';

/** A representative case: who proposes what, and what the office decides about it. */
export type Profile = {
  readonly kind: ProposalKind;
  readonly period: SessionPeriod;
  readonly proposerType: ProposerType;
  readonly hard: boolean;
  readonly key: boolean;
  /** What the units are, from the first on. */
  readonly roles: readonly AssignmentRole[];
};

export const PLAIN: Omit<Profile, 'kind'> = {
  period: 'IN_SESSION',
  proposerType: 'INDIVIDUAL',
  hard: false,
  key: false,
  roles: ['SOLE'],
};

const PERIODS = ['IN_SESSION', 'INTER_SESSION'] as const;
const FORMS = ['INDIVIDUAL', 'JOINT', 'DELEGATION'] as const;
const ROLES: readonly (readonly AssignmentRole[])[] = [['SOLE'], ['LEAD', 'CO'], ['SEPARATE', 'SEPARATE']];
const EITHER = [false, true] as const;

/** Every combination of what a process may treat differently; the ways units share a case take turns. */
export function profilesOf(kind: ProposalKind): readonly Profile[] {
  const profiles: Profile[] = [];
  for (const period of PERIODS)
    for (const proposerType of FORMS)
      for (const hard of EITHER)
        for (const key of EITHER)
          profiles.push({
            ...{ kind, period, proposerType, hard, key },
            roles: ROLES[profiles.length % ROLES.length] ?? ['SOLE'],
          });
  return profiles;
}
