import type { Narrowing } from '../figures/figure-filter.js';
import type { Asked } from '../figures/tally.js';
import { concluded, NOTHING_FURTHER } from '../score/concluded.js';
import { linesOf } from '../score/score-lines.js';
import type { SubjectScore } from '../score/score-tree.js';
import type { Measured } from '../score/shortfall.js';
import { ranked } from '../score/standing.js';
import { decimal, HUNDRED } from '../sheet/decimal.js';
import type { Indicator } from '../sheet/indicator.js';
import type { Sheet } from '../sheet/sheet.js';
import { narrowed, type Population } from '../sheet/words.js';

/**
 * A yardstick (通用标尺) is a sheet about localities that asks for nothing but metrics: whoever may count
 * a locality's cases can score it by figures alone, whatever rules it has of its own.
 */
export type YardstickFault = { readonly part: string };

/** What of a sheet figures cannot tell; null when it is a yardstick. */
export function yardstickFault(sheet: Sheet): YardstickFault | null {
  const { subject, adjustments = {}, vetoes = {}, indicators } = sheet;
  if (subject !== 'LOCALITY') return { part: 'subject' };
  if (narrowingOf(sheet.population) === null) return { part: 'population' };
  if (Object.keys(adjustments).length > 0) return { part: 'adjustments' };
  if (Object.keys(vetoes).length > 0) return { part: 'vetoes' };
  const strange = Object.entries(indicators).find(([, indicator]) => !isByFigures(sheet, indicator));
  return strange ? { part: `indicators.${strange[0]}` } : null;
}

const isByFigures = (sheet: Sheet, { measure, when, roleWeights, population }: Indicator): boolean =>
  measure.kind === 'METRIC' &&
  when === undefined &&
  roleWeights === undefined &&
  narrowingOf(narrowed(sheet.population, population)) !== null;

const KINDS = ['NPC_SUGGESTION', 'CPPCC_PROPOSAL'];
const PERIODS = ['IN_SESSION', 'INTER_SESSION'];

/** The population as figures narrow theirs; null when it goes by something else. */
function narrowingOf({ kinds, periods, tiers, roles, rounds }: Population = {}): Narrowing | null {
  return (tiers ?? roles ?? rounds) ? null : { kind: oneOf(kinds, KINDS), period: oneOf(periods, PERIODS) };
}

/** Both of two are no restriction. */
const oneOf = (chosen: readonly string[] | undefined, all: readonly string[]): string | null =>
  chosen === undefined || all.every((each) => chosen.includes(each)) ? null : (chosen[0] ?? null);

/** What is counted in one statement: a part of the cases, and the metrics of these indicators over it. */
export type Wish = {
  readonly only: Narrowing;
  readonly codes: readonly string[];
  readonly asked: readonly Asked[];
};

/** What a yardstick takes to be counted; the first is about the sheet's own population, whose items are its cases. */
export function wishesOf(sheet: Sheet): Wish[] {
  const own = narrowingOf(sheet.population) ?? {};
  const parts = new Map<string, [string, Asked][]>([[JSON.stringify(own), []]]);
  for (const [code, { measure, population }] of Object.entries(sheet.indicators)) {
    const key = JSON.stringify(narrowingOf(narrowed(sheet.population, population)) ?? {});
    const { metric: name = 'REPLY_RATE', axis = 'RESULT', round = 'FINAL' } = measure;
    parts.set(key, [...(parts.get(key) ?? []), [code, { name, axis, round }]]);
  }
  return [...parts].map(([key, wanted]) => ({
    only: JSON.parse(key) as Narrowing,
    codes: wanted.map(([code]) => code),
    asked: wanted.map(([, asked]) => asked),
  }));
}

/** One locality's numbers: how many cases it has, and both counts of each indicator by its code. */
export type Counts = {
  readonly locality: number;
  readonly cases: number;
  readonly sides: ReadonlyMap<string, Sides>;
};
export type Sides = { readonly numerator: number; readonly denominator: number | null };

/** Every locality's score by a yardstick, ranked among those with enough cases. */
export function measuredBy(sheet: Sheet, localities: readonly Counts[]): SubjectScore[] {
  const scores = localities.map(({ locality, cases, sides }) => {
    const lines = linesOf(sheet, (code) => measuredIn(sides.get(code)), false);
    return concluded(sheet, { subjectId: String(locality), cases, ...lines }, NOTHING_FURTHER);
  });
  return ranked(sheet, scores);
}

function measuredIn(sides: Sides | undefined): Measured {
  const numerator = decimal(sides?.numerator ?? 0);
  const denominator = decimal(sides?.denominator ?? 0);
  const value = denominator.eq(0) ? null : numerator.times(HUNDRED).div(denominator);
  return { numerator, denominator, value, cases: sides?.denominator ?? 0, shortfalls: [] };
}
