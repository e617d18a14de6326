import {
  type AssignmentRole,
  PROPOSER_TYPES,
  type ProposalKind,
  type ProposerType,
  SESSION_PERIODS,
  type SessionPeriod,
} from '../case/vocabulary.js';
import type { AskedFacts } from '../process/asked-facts.js';
import { HANDLING_MODES, modeOf } from '../process/handover.js';
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

export const PLAIN: Omit<Profile, 'kind'> = {
  period: 'IN_SESSION',
  proposerType: 'INDIVIDUAL',
  hard: false,
  key: false,
  roles: ['SOLE'],
};

const ROLES: readonly (readonly AssignmentRole[])[] = [['SOLE'], ['LEAD', 'CO'], ['SEPARATE', 'SEPARATE']];
const EITHER = [false, true] as const;
/** So many forms are combined with everything else; the others are tried once. */
const COMBINED = 3;

type Varied = Omit<Profile, 'kind' | 'roles'>;

/**
 * Every combination of what the process's conditions ask about, and each of the rest once; the ways
 * in which units share a case take turns.
 */
export function profilesOf(process: Process, kind: ProposalKind, asked: AskedFacts): readonly Profile[] {
  const { submission, handover } = process;
  const forms = PROPOSER_TYPES.filter((form) => {
    const rule = submission.proposers[form];
    return rule && (rule.kinds ?? [kind]).includes(kind);
  });
  const ways = ROLES.filter((roles) => (handover?.modes ?? HANDLING_MODES).includes(modeOf(roles)));
  const [form = 'INDIVIDUAL'] = forms;
  const plain: Varied = { ...PLAIN, proposerType: form };
  const varied = [...combined(asked, forms, plain), ...alone(forms, plain), ...ways.map(() => plain)];
  const once = [
    ...new Map(varied.map((one, at) => [at < ways.length ? at : JSON.stringify(one), one])).values(),
  ];
  return once.map((one, at) => ({ kind, ...one, roles: ways[at % ways.length] ?? ['SOLE'] }));
}

function combined(asked: AskedFacts, forms: readonly ProposerType[], plain: Varied): Varied[] {
  const pick = <Value>(fact: string, values: readonly Value[], one: Value) =>
    asked.has(`case.${fact}`) ? values : [one];
  const found: Varied[] = [];
  for (const proposerType of pick('proposerType', forms.slice(0, COMBINED), plain.proposerType))
    for (const period of pick('period', SESSION_PERIODS, plain.period))
      for (const hard of pick('hard', EITHER, false))
        for (const key of asked.has('case.tiers') || asked.has('case.tier')
          ? EITHER
          : pick('key', EITHER, false))
          found.push({ period, proposerType, hard, key });
  return found;
}

/** One thing different at a time. */
const alone = (forms: readonly ProposerType[], plain: Varied): Varied[] => [
  ...SESSION_PERIODS.map((period) => ({ ...plain, period })),
  ...forms.map((proposerType) => ({ ...plain, proposerType })),
  { ...plain, hard: true },
  { ...plain, key: true },
  { ...plain, hard: true, key: true },
];
