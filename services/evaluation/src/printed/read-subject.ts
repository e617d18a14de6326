import { AXES, type Axis } from '../facts/vocabulary.js';
import { type MetricName, metricOf } from '../figures/metrics.js';
import type { Asked } from '../figures/tally.js';
import type { ClassNamed, Scope, Subject } from './claim.js';
import type { NumeralKind } from './numeral.js';
import { AXIS_WORDS, COUNT_TERMS, OUTCOME_WORDS, RATE_TERMS, type Term } from './terms.js';

const CLASS_LETTER = /([A-Z甲乙丙丁])(?=类|[、和及与+]?[A-Z甲乙丙丁](?:[、和及与+]?[A-Z甲乙丙丁])*类)/g;

/** What the words beside a number say it counts; null when they say nothing that is known. */
export function subjectIn(words: string, kind: NumeralKind): Subject | null {
  if (/(?:已定|有).{0,6}类别|已分类/.test(words)) return { classified: true };
  const classes = classesIn(words);
  if (classes.length > 0) return { classes };
  const terms: readonly Term[] = kind === 'COUNT' ? COUNT_TERMS : RATE_TERMS;
  const found = terms.find((term) => term.words.test(words));
  return found ? meant(found, words, kind) : null;
}

function classesIn(words: string): ClassNamed[] {
  const letters = [...words.matchAll(CLASS_LETTER)].map(([, letter]) => ({ local: letter ?? '' }));
  if (letters.length > 0) return letters;
  return OUTCOME_WORDS.filter(([word]) => word.test(words)).map(([, outcome]) => ({ outcome }));
}

function meant({ metrics, loose }: Term, words: string, kind: NumeralKind): Subject {
  const round = /首次|初次|第一次/.test(words) ? 'FIRST' : 'FINAL';
  const ask = (name: MetricName, axis: Axis): Asked => ({ name, axis, round });
  if (kind === 'COUNT') return { anyOf: [metrics.map((name) => ask(name, 'RESULT'))], loose: loose === true };
  const named = AXIS_WORDS.filter(([word]) => word.test(words)).map(([, axis]) => axis);
  return { anyOf: metrics.flatMap((name) => readingsOf(name, named, ask)), loose: loose === true };
}

/** Every axis that is named has to fit; where none is, any may be meant. */
function readingsOf(
  name: MetricName,
  named: readonly Axis[],
  ask: (name: MetricName, axis: Axis) => Asked,
): (readonly Asked[])[] {
  if (!metricOf(name).bySatisfaction) return [[ask(name, 'RESULT')]];
  return named.length > 0 ? [named.map((axis) => ask(name, axis))] : AXES.map((axis) => [ask(name, axis)]);
}

/** What the words say of which items; undefined where they say nothing. */
export type SaidScope = { [Key in 'kind' | 'period']?: Scope[Key] } & { readonly keyOnly?: true };

export function scopeIn(words: string): SaidScope {
  const [suggestions, proposals] = [/建议/.test(words), /提案/.test(words)];
  const kind = suggestions && proposals ? null : suggestions ? 'NPC_SUGGESTION' : 'CPPCC_PROPOSAL';
  const between = /闭会期间/.test(words);
  return {
    ...((suggestions || proposals) && { kind }),
    ...(between && { period: 'INTER_SESSION' as const }),
    ...(!between && /大会期间|会议期间/.test(words) && { period: 'IN_SESSION' as const }),
    ...(/重点/.test(words) && { keyOnly: true as const }),
  };
}
