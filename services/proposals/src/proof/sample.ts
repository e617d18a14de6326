import type { Fact } from '@duban/kernel';
import { factAt } from '../case/fact-table.js';
import {
  type Condition,
  type ConditionLanguage,
  type DerivedValues,
  type Facts,
  readsOf,
} from '../process/condition.js';

/** Cases made up of what conditions tell apart. `complete`: no other case could make a difference. */
export type Samples = { readonly facts: readonly Facts[]; readonly complete: boolean };

type Domain = readonly [path: string, values: readonly (string | number | boolean | readonly string[])[]];

const MOST = 4_096;

/** All combinations of the values that the conditions can tell apart; very many are thinned out evenly. */
export function sampleFacts(
  conditions: readonly (Condition | undefined)[],
  language: ConditionLanguage,
  derived: DerivedValues,
  fixed: Facts,
): Samples {
  const about = { facts: {}, derived, conditions: language };
  const paths = new Set(conditions.flatMap((condition) => readsOf(condition, about)));
  const texts = [
    ...conditions.filter((one) => typeof one === 'string'),
    ...Object.values(derived).map(expressionOf),
  ];
  const domains = [...paths].sort().map((path) => domainOf(path, texts, fixed));
  const total = domains.reduce((product, [, values]) => product * values.length, 1);
  const count = Math.min(total, MOST);
  const facts = Array.from({ length: count }, (_, at) =>
    combine(domains, Math.floor((at * total) / count), fixed),
  );
  return { facts, complete: total <= MOST };
}

const expressionOf = ({ value }: { readonly value: string }): string => value;

function domainOf(path: string, texts: readonly string[], fixed: Facts): Domain {
  const [group = '', name = ''] = path.split('.');
  const given = fixed[group]?.[name];
  if (given !== undefined && given !== null) return [path, [given]];
  const fact: Fact | undefined = factAt(group, name);
  return [path, fact ? valuesOf(fact, texts) : [false]];
}

function valuesOf(fact: Fact, texts: readonly string[]): Domain[1] {
  if (fact.type === 'bool') return [true, false];
  if (fact.type === 'int') {
    const written = texts.flatMap((one) => [...one.matchAll(/\d+/g)].map(([digits]) => Number(digits)));
    return [...new Set([0, ...written.flatMap((one) => [one - 1, one, one + 1])])].filter((one) => one >= 0);
  }
  const quoted = texts.flatMap((one) =>
    [...one.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? ''),
  );
  const words = [...(fact.values ?? new Set([...quoted, '其他']))];
  return fact.type === 'string' ? words : [[], ...words.map((one) => [one]), words];
}

function combine(domains: readonly Domain[], index: number, fixed: Facts): Facts {
  const facts: Record<string, Record<string, Domain[1][number]>> = {};
  for (const [group, values] of Object.entries(fixed)) facts[group] = { ...values } as never;
  let rest = index;
  for (const [path, values] of domains) {
    const [group = '', name = ''] = path.split('.');
    const value = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    if (value !== undefined) facts[group] = { ...facts[group], [name]: value };
  }
  return facts;
}

/** What a case of these facts is, in words. */
export function tellFacts(facts: Facts): { readonly zh: string; readonly en: string } {
  const told = Object.entries(facts).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]) => {
      const fact: Fact | undefined = factAt(group, name);
      return { zh: `${fact?.zh ?? name}为 ${value}`, en: `${fact?.en ?? name}: ${value}` };
    }),
  );
  return { zh: told.map(({ zh }) => zh).join('、'), en: told.map(({ en }) => en).join(', ') };
}
