import type { CaseContext } from '../case/context.js';
import { PROPOSAL_KINDS, type ProposalKind } from '../case/vocabulary.js';
import { askedFacts } from '../process/asked-facts.js';
import type { ConditionLanguage } from '../process/condition.js';
import { type ProcessOfKinds, processFor } from '../process/effective-process.js';
import type { Process } from '../process/process.js';
import { Asking, findContradictions } from './contradictions.js';
import type { Counterexample } from './counterexample.js';
import type { Course } from './course.js';
import { CLOSED, INTAKE, REPLIED } from './goals.js';
import { PLAIN, type Profile, profilesOf } from './profile.js';
import { findImpossibleQuotas } from './quotas.js';
import { follow, HANDLING_SCENARIOS, levelMeaning, verdicts } from './scenarios.js';
import { findUnmapped } from './unmapped.js';
import { Walk } from './walk.js';
import { worldOf } from './world.js';

/**
 * Whether a process can carry every kind of case from draft to end: empty when it can. What is given
 * has passed checkProcess. Representative cases are moved through the very rules that will move real
 * ones, by somebody of every role; beside that, conditions are asked about made-up cases. The same
 * process gives the same answer.
 */
export function proveProcess(
  process: ProcessOfKinds,
  conditions: ConditionLanguage,
): readonly Counterexample[] {
  const kinds = PROPOSAL_KINDS.filter((kind) => process.kinds.includes(kind));
  const found = kinds.flatMap((kind) => {
    const own = processFor(process, kind);
    const under = process.byKind?.[kind] ? ['byKind', kind] : [];
    return proveKind(own, conditions, kind).map((one) => ({ ...one, path: [...under, ...one.path] }));
  });
  return once(found);
}

function proveKind(process: Process, conditions: ConditionLanguage, kind: ProposalKind): Counterexample[] {
  const asking = new Asking(process, conditions, kind);
  const seen = [...findContradictions(asking), ...findUnmapped(asking), ...findImpossibleQuotas(process)];
  if (seen.length > 0) return seen;
  const world = worldOf(process, conditions, kind);
  const profiles = profilesOf(process, kind, askedFacts(process, conditions));
  const straight = straightOn(process, world, profiles);
  return straight.length > 0 ? straight : aside(process, world, profiles[0] ?? { ...PLAIN, kind });
}

/** Every kind of case on the straight way, with each class in turn; the plain one with every class. */
function straightOn(process: Process, world: CaseContext, profiles: readonly Profile[]): Counterexample[] {
  const classes = Object.keys(process.outcomes.classes);
  return profiles.flatMap((profile, index) => {
    const own = index === 0 ? classes : classes.slice(index % classes.length).slice(0, 1);
    const start = new Walk(process, profile, world);
    const stuck = follow(start, INTAKE, courseOf(process, classes[0] ?? ''));
    if (stuck) return [stuck];
    return own.flatMap((local) => follow(start.fork(), [REPLIED, CLOSED], courseOf(process, local)) ?? []);
  });
}

/** What goes otherwise than everybody hopes: sent back, returned, extended, dissatisfied, unrated, promised. */
function aside(process: Process, world: CaseContext, profile: Profile): Counterexample[] {
  const [first = ''] = Object.keys(process.outcomes.classes);
  const course = courseOf(process, first);
  const walk = new Walk(process, profile, world);
  const submitted = follow(walk, INTAKE.slice(0, 2), course);
  if (submitted) return [submitted];
  const refused = verdicts(walk, course);
  const stuck = follow(walk, INTAKE.slice(2), course);
  if (stuck) return [...refused, stuck];
  return [...refused, ...HANDLING_SCENARIOS.flatMap((scenario) => scenario(walk.fork(), course) ?? [])];
}

function courseOf(process: Process, local: string): Course {
  const level = levelMeaning(process, ['SATISFIED']) ?? levelMeaning(process, ['BASICALLY_SATISFIED']);
  return { class: local, levels: level === null ? [] : [level] };
}

/** One story for each cause: another case that stops for the same reason tells nothing new. */
const once = (found: readonly Counterexample[]): Counterexample[] => {
  const byCause = new Map<string, Counterexample>();
  for (const one of found) {
    const key = `${one.flaw}/${one.path.join('.')}`;
    if (!byCause.has(key)) byCause.set(key, one);
  }
  return [...byCause.values()];
};
