import type { Rounding } from '@duban/kernel';
import type { Axis, RoundChoice } from '../facts/vocabulary.js';
import type { Narrowing } from '../figures/figure-filter.js';
import type { MetricName } from '../figures/metrics.js';
import type { Label } from '../sheet/words.js';

/** What a report counts in: `件`, `item`, `items`. */
export type UnitOfMeasure = { readonly zh: string; readonly en: string; readonly plural: string };

/** A metric of the platform under a name that the block's text uses. */
export type MetricFigure = {
  readonly metric: MetricName;
  readonly axis?: Axis;
  readonly round?: RoundChoice;
  /** Narrows what the whole report is asked for. */
  readonly only?: Narrowing;
  readonly unit?: UnitOfMeasure;
};

/** Every part of the result classes, one after the other. */
export type OutcomesFigure = { readonly outcomes: Label; readonly between: Label; readonly only?: Narrowing };
export type ReportFigure = MetricFigure | OutcomesFigure;

export const isOutcomes = (figure: ReportFigure): figure is OutcomesFigure => 'outcomes' in figure;

/** One sentence or more: text with placeholders, in both languages, over figures by name. */
export type ReportBlock = {
  readonly order: number;
  readonly figures: Readonly<Record<string, ReportFigure>>;
  readonly text: Label;
  readonly rounding?: Rounding;
};

/** How a comparison with the year before is worded. */
export const PHRASES = {
  /** `{than}` in the others: compared with the whole year before, or with the same time of it. */
  thanYear: [],
  thanSameTime: [],
  /** Of numbers. */
  more: ['than', 'difference', 'rate', 'previous'],
  fewer: ['than', 'difference', 'rate', 'previous'],
  /** From nothing: no rate. */
  fromZero: ['than', 'difference'],
  /** Of shares. */
  up: ['than', 'points', 'previous'],
  down: ['than', 'points', 'previous'],
  same: ['than', 'previous'],
  noData: ['than'],
} as const satisfies Record<string, readonly string[]>;
export type PhraseName = keyof typeof PHRASES;

/** A report as a locality writes it (`scoring.yaml`, `reports`). */
export type Report = {
  readonly name: Label;
  readonly rounding: Rounding;
  readonly unit: UnitOfMeasure;
  readonly phrases: Readonly<Record<PhraseName, Label>>;
  readonly blocks: Readonly<Record<string, ReportBlock>>;
};
export type Reports = Readonly<Record<string, Report>>;

/** Blocks in the order in which they are read. */
export const blocksOf = ({ blocks }: Report): (readonly [code: string, block: ReportBlock])[] =>
  Object.entries(blocks).sort(([, a], [, b]) => a.order - b.order);
