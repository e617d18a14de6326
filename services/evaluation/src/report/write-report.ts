import type { Rounding } from '@duban/kernel';
import { emptyWords, FEW_RATINGS, type Figure, isTold } from '../figures/figure.js';
import { metricOf } from '../figures/metrics.js';
import type { OutcomeShare } from '../figures/outcome-share.js';
import { NO_CHANGE, type YearOnYear } from '../figures/year-on-year.js';
import type { Label } from '../sheet/words.js';
import {
  blocksOf,
  isOutcomes,
  type MetricFigure,
  type OutcomesFigure,
  type PhraseName,
  type Report,
  type ReportBlock,
  type ReportFigure,
  type UnitOfMeasure,
} from './report.js';
import { fillTemplate } from './template.js';

/** What the records say of one figure of a block. */
export type Answer =
  | { readonly compared: YearOnYear }
  | { readonly shares: readonly OutcomeShare[] }
  /** The report is asked for one kind of items, and this figure is about another. */
  | { readonly outside: true };

/** Everything a block needs, by the figure's name. */
export type Answers = Readonly<Record<string, Answer>>;

export type WrittenPart = {
  readonly name: string;
  readonly figure: ReportFigure;
  readonly answer: Answer;
  readonly rounding: Rounding;
  /** Why there is no value, or no change, in words. */
  readonly note: Label | null;
};

export type WrittenBlock = {
  readonly code: string;
  /** Null when one of its figures has no value: then it is left out of the text. */
  readonly text: Label | null;
  readonly reason: Label | null;
  readonly parts: readonly WrittenPart[];
};

export type Occasion = {
  readonly year: number | null;
  /** The year before is compared up to the same time of it, not as a whole. */
  readonly sameTime: boolean;
};

type Language = 'zh' | 'en';

/** The report in words and in parts, from the same answers: one cannot say what the other does not. */
export const writeReport = (
  report: Report,
  occasion: Occasion,
  answersOf: (code: string) => Answers,
): WrittenBlock[] =>
  blocksOf(report).map(([code, block]) => writeBlock(report, occasion, code, block, answersOf(code)));

/** Blocks that have something to say, one after the other. */
export const textOf = (blocks: readonly WrittenBlock[], language: Language): string =>
  blocks.flatMap(({ text }) => text?.[language] ?? []).join(language === 'zh' ? '' : ' ');

function writeBlock(
  report: Report,
  occasion: Occasion,
  code: string,
  block: ReportBlock,
  answers: Answers,
): WrittenBlock {
  const rounding = block.rounding ?? report.rounding;
  const parts = Object.entries(block.figures).map(([name, figure]): WrittenPart => {
    const answer = answers[name] ?? { outside: true };
    return { name, figure, answer, rounding, note: noteOf(figure, answer) };
  });
  const zh = wording(report, occasion, block, parts, 'zh');
  const en = wording(report, occasion, block, parts, 'en');
  if (zh !== null && en !== null) return { code, text: { zh, en }, reason: null, parts };
  const silent = parts.find(({ figure, answer }) => silenceOf(figure, answer) !== null);
  const reason = (silent ?? parts.find(({ note }) => note !== null))?.note ?? NO_VALUE;
  return { code, text: null, reason, parts };
}

const NO_VALUE: Label = { zh: '没有数据。', en: 'There is no data.' };
const OUTSIDE: Label = {
  zh: '本报告的统计口径不含这一部分。',
  en: 'The report is asked for other items than this figure counts.',
};

/** That there is no value is told before that there is no change. */
const noteOf = (figure: ReportFigure, answer: Answer): Label | null =>
  silenceOf(figure, answer) ?? ('compared' in answer ? answer.compared.reason : null);

/** Why there is no value at all. */
function silenceOf(figure: ReportFigure, answer: Answer): Label | null {
  if ('outside' in answer) return OUTSIDE;
  if ('shares' in answer) return answer.shares.length === 0 ? NO_CLASSES : null;
  const below = isOutcomes(figure) ? null : metricOf(figure.metric).denominator;
  if (!isTold(answer.compared.current)) return FEW_RATINGS;
  return answer.compared.current.value === null && below ? emptyWords(below) : null;
}

const NO_CLASSES: Label = { zh: '没有已定结果类别的件。', en: 'No item has a result class.' };

function wording(
  report: Report,
  { year, sameTime }: Occasion,
  { text }: ReportBlock,
  parts: readonly WrittenPart[],
  language: Language,
): string | null {
  const than = report.phrases[sameTime ? 'thanSameTime' : 'thanYear'][language];
  const words: Wording = { report, language, than };
  return fillTemplate(text[language], (name, part) => {
    if (name === 'year') return year === null ? null : String(year);
    const found = parts.find((one) => one.name === name);
    return found ? partWords(words, found, part ?? '') : null;
  });
}

type Wording = { readonly report: Report; readonly language: Language; readonly than: string };

function partWords(words: Wording, { figure, answer }: WrittenPart, part: string): string | null {
  if (isOutcomes(figure)) return 'shares' in answer ? classWords(words, figure, answer.shares, part) : null;
  return 'compared' in answer ? figureWords(words, figure, answer.compared, part) : null;
}

function figureWords(
  words: Wording,
  figure: MetricFigure,
  compared: YearOnYear,
  part: string,
): string | null {
  const { current, previous } = compared;
  const unit = figure.unit ?? words.report.unit;
  const counted = (count: number): string => countWords(count, unit, words.language);
  if (!isTold(current)) return null;
  const valued = (one: Figure): string | null =>
    one.denominator === null && one.numerator !== null ? counted(one.numerator) : one.display;
  const { numerator } = current;
  if (part === 'count') return counted(numerator);
  if (part === 'of') return current.denominator === null ? null : counted(current.denominator);
  if (part === 'share') return current.display;
  if (part === 'previous') return previous && valued(previous);
  return part === 'change' ? changeWords(words, compared, counted, previous && valued(previous)) : null;
}

const countWords = (count: number, { zh, en, plural }: UnitOfMeasure, language: Language): string =>
  language === 'zh' ? `${count}${zh}` : `${count} ${count === 1 ? en : plural}`;

function changeWords(
  { report, language, than }: Wording,
  compared: YearOnYear,
  counted: (count: number) => string,
  previous: string | null,
): string | null {
  const known: Readonly<Record<string, string | null>> = {
    than,
    previous,
    difference: compared.difference === null ? null : counted(Math.abs(compared.difference)),
    rate: unsigned(compared.display),
    points: unsigned(compared.display),
  };
  return fillTemplate(report.phrases[phraseFor(compared)][language], (name) => known[name] ?? null);
}

/** More and fewer say which way it went; the number then has no sign of its own. */
const unsigned = (display: string | null): string | null => display?.replace('-', '') ?? null;

function phraseFor({ previous, difference, value, unit, reason }: YearOnYear): PhraseName {
  if (reason === NO_CHANGE.FROM_ZERO) return difference === 0 ? 'same' : 'fromZero';
  if (!previous || value === null) return 'noData';
  if (value === '0') return 'same';
  const less = value.startsWith('-');
  if (unit === 'PERCENT') return less ? 'fewer' : 'more';
  return less ? 'down' : 'up';
}

function classWords(
  { report, language }: Wording,
  { outcomes, between }: OutcomesFigure,
  shares: readonly OutcomeShare[],
  part: string,
): string | null {
  const [first] = shares;
  if (!first) return null;
  if (part === 'of') return countWords(first.figure.denominator ?? 0, report.unit, language);
  const told = shares.map((share) =>
    fillTemplate(outcomes[language], (name) => {
      if (name === 'name') return className(share, language);
      const { numerator, display } = share.figure;
      return name === 'count' ? countWords(numerator, report.unit, language) : display;
    }),
  );
  return told.includes(null) ? null : told.join(between[language]);
}

/** By its letter in one locality, by its meaning over several. */
function className({ localClass, label, outcomes }: OutcomeShare, language: Language): string {
  if (localClass) return language === 'zh' ? `${localClass}类` : `class ${localClass}`;
  return language === 'zh'
    ? label
    : outcomes.map((one) => one.toLowerCase().replaceAll('_', ' ')).join(' or ');
}
