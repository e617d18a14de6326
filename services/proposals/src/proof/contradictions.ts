import { canonicalJson } from '@duban/kernel';
import type { ProposalKind } from '../case/vocabulary.js';
import { type Condition, type ConditionLanguage, type Facts, holds, weightOf } from '../process/condition.js';
import type { Guard, Process } from '../process/process.js';
import type { Counterexample } from './counterexample.js';
import { type Samples, sampleFacts, tellFacts } from './sample.js';

type Rules<Rule> = readonly (readonly [code: string, rule: Rule])[];
type WithCondition = { readonly when?: Condition };

/** Asks conditions of one process about made-up cases of one kind. */
export class Asking {
  private readonly fixed: Facts;

  constructor(
    readonly process: Process,
    readonly language: ConditionLanguage,
    kind: ProposalKind,
  ) {
    this.fixed = { case: { kind } };
  }

  samples(conditions: readonly (Condition | undefined)[]): Samples {
    return sampleFacts(conditions, this.language, this.process.derived ?? {}, this.fixed);
  }

  holds(condition: Condition | undefined, facts: Facts): boolean {
    const { derived = {} } = this.process;
    return holds(condition, { facts, derived, conditions: this.language }) === true;
  }

  weight(rule: WithCondition): number {
    return weightOf(rule.when, this.language);
  }
}

/** Two rules for the same thing, equally specific, that say different things of some case. */
export function findContradictions(asking: Asking): Counterexample[] {
  const { deadlines, numbering } = asking.process;
  const steps = [...new Set(Object.values(deadlines).map(({ step }) => step))];
  return [
    ...steps.flatMap((step) =>
      conflicts(
        asking,
        'deadlines',
        Object.entries(deadlines).filter(([, rule]) => rule.step === step),
      ),
    ),
    ...conflicts(asking, 'numbering', Object.entries(numbering)),
    ...guardConflicts(asking),
  ];
}

function conflicts<Rule extends WithCondition>(
  asking: Asking,
  section: string,
  rules: Rules<Rule>,
): Counterexample[] {
  if (rules.length < 2) return [];
  const { facts } = asking.samples(rules.map(([, { when }]) => when));
  const found = new Map<string, Counterexample>();
  for (const one of facts) {
    const applying = rules.filter(([, { when }]) => asking.holds(when, one));
    const heaviest = Math.max(0, ...applying.map(([, rule]) => asking.weight(rule)));
    const [first, second] = applying.filter(([, rule]) => asking.weight(rule) === heaviest);
    if (!first || !second || sameContent(first[1], second[1])) continue;
    const key = `${first[0]}/${second[0]}`;
    if (!found.has(key)) found.set(key, conflict(section, first[0], second[0], one));
  }
  return [...found.values()];
}

const sameContent = (one: WithCondition, other: WithCondition): boolean =>
  canonicalJson({ ...one, when: null }) === canonicalJson({ ...other, when: null });

function conflict(section: string, first: string, second: string, facts: Facts): Counterexample {
  const { zh, en } = tellFacts(facts);
  return {
    flaw: 'CONTRADICTION',
    path: [section, second],
    zh: `有一件(${zh})：规则“${first}”和“${second}”都适用,条件同样多,规定却不同,不知该依哪一条。请给其中一条加上条件。`,
    en: `Take a case (${en}): the rules "${first}" and "${second}" both apply, equally specific, and say different things. Give one of them one more condition.`,
  };
}

type FactGuard = readonly [code: string, guard: Guard, that: string];

/** Guards before the same command that no case can meet, alone or together. */
function guardConflicts(asking: Asking): Counterexample[] {
  const guards = Object.entries(asking.process.guards).flatMap(([code, guard]): FactGuard[] =>
    guard.mode === 'BLOCK' && guard.require.kind === 'FACTS' ? [[code, guard, guard.require.that]] : [],
  );
  return guards.flatMap((one, at) => {
    const alone = impossible(asking, [one]);
    if (alone) return [alone];
    const others = guards
      .slice(0, at)
      .filter(([, { before, variant }]) => before === one[1].before && variant === one[1].variant);
    return others.flatMap((other) => impossible(asking, [other, one]) ?? []);
  });
}

function impossible(asking: Asking, guards: readonly FactGuard[]): Counterexample | null {
  const { facts, complete } = asking.samples(guards.flatMap(([, { when }, that]) => [when, that]));
  const guarded = facts.filter((one) => guards.every(([, { when }]) => asking.holds(when, one)));
  const met = guarded.some((one) => guards.every(([, , that]) => asking.holds(that, one)));
  const [example] = guarded;
  if (met || !complete || !example) return null;
  const labels = guards.map(([, { label }]) => label);
  return {
    flaw: 'CONTRADICTION',
    path: ['guards', guards.at(-1)?.[0] ?? ''],
    zh: `前提${labels.map(({ zh }) => `“${zh}”`).join('与')}${guards.length > 1 ? '不可能同时满足' : '不可能满足'},任何一件到这一步都会停住。请修改条件。`,
    en: `No case can meet ${labels.map(({ en }) => `"${en}"`).join(' and ')}${guards.length > 1 ? ' together' : ''}: every case stops there. Change the condition.`,
  };
}
