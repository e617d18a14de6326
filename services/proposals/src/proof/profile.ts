import {
  type AssignmentRole,
  PROPOSER_TYPES,
  type ProposalKind,
  type ProposerType,
  type SessionPeriod,
} from '../case/vocabulary.js';
import type { Process } from '../process/process.js';

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

const PLAIN: Omit<Profile, 'kind' | 'proposerType'> = {
  period: 'IN_SESSION',
  hard: false,
  key: false,
  roles: ['SOLE'],
};

const PERIODS = ['IN_SESSION', 'INTER_SESSION'] as const;
const ROLES: readonly (readonly AssignmentRole[])[] = [['SOLE'], ['LEAD', 'CO'], ['SEPARATE', 'SEPARATE']];
const EITHER = [false, true] as const;

/** The ways in which the process lets somebody propose a case of this kind. */
export const proposersOf = (process: Process, kind: ProposalKind): readonly ProposerType[] =>
  PROPOSER_TYPES.filter((type) => {
    const rule = process.submission.proposers[type];
    return rule !== undefined && (rule.kinds ?? [kind]).includes(kind);
  });

/** Those that rules of a process tell apart most: alone, together, a whole delegation; else whoever may. */
function formsOf(process: Process, kind: ProposalKind): readonly ProposerType[] {
  const allowed = proposersOf(process, kind);
  const usual = allowed.filter((type) => USUAL.includes(type));
  return usual.length > 0 ? usual : allowed.slice(0, 1);
}

const USUAL: readonly ProposerType[] = ['INDIVIDUAL', 'JOINT', 'DELEGATION'];

/** Every combination of what a process may treat differently; the ways units share a case take turns. */
export function profilesOf(process: Process, kind: ProposalKind): readonly Profile[] {
  const profiles: Profile[] = [];
  for (const period of PERIODS)
    for (const proposerType of formsOf(process, kind))
      for (const hard of EITHER)
        for (const key of EITHER)
          profiles.push({
            ...{ kind, period, proposerType, hard, key },
            roles: ROLES[profiles.length % ROLES.length] ?? ['SOLE'],
          });
  return profiles;
}

/** The case that nothing is special about. */
export const plainOf = (process: Process, kind: ProposalKind): Profile => ({
  ...PLAIN,
  kind,
  proposerType: formsOf(process, kind)[0] ?? 'INDIVIDUAL',
});
