import { METRIC_NAMES, metricOf } from '../figures/metrics.js';
import type { SheetReport } from '../sheet/sheet-problem.js';
import {
  isOutcomes,
  type MetricFigure,
  PHRASES,
  type Report,
  type ReportBlock,
  type ReportFigure,
} from './report.js';
import { readTemplate } from './template.js';

type Path = readonly string[];
const LANGUAGES = ['zh', 'en'] as const;

/** Everything that is wrong with a merged report whose text fits the schema. */
export function checkReport(written: Report, report: SheetReport): void {
  if (!isWhole(written, ['name', 'rounding', 'unit', 'phrases', 'blocks'], [], report)) return;
  if (isWhole(written.phrases, Object.keys(PHRASES), ['phrases'], report)) checkPhrases(written, report);
  const places = new Map<number, string>();
  for (const [code, block] of Object.entries(written.blocks)) {
    const path = ['blocks', code];
    if (!isWhole(block, ['order', 'figures', 'text'], path, report)) continue;
    const other = places.get(block.order);
    if (other !== undefined) report('ORDER_NOT_UNIQUE', [...path, 'order'], ...sameOrder(other));
    places.set(block.order, code);
    checkBlock(block, path, report);
  }
}

function isWhole(given: object, parts: readonly string[], path: Path, report: SheetReport): boolean {
  const absent = parts.filter((part) => !(part in given));
  for (const key of absent) report('PART_MISSING', path, `缺少“${key}”。`, `"${key}" is missing.`);
  return absent.length === 0;
}

const sameOrder = (other: string) =>
  [
    `与“${other}”的顺序相同,先后不明。请另写一个数。`,
    `"${other}" has the same order, so it is not clear which comes first. Write another number.`,
  ] as const;

function checkPhrases({ phrases }: Report, report: SheetReport): void {
  for (const [name, phrase] of Object.entries(phrases)) {
    const known: readonly string[] = PHRASES[name as keyof typeof PHRASES] ?? [];
    for (const language of LANGUAGES)
      checkText(phrase[language], ['phrases', name, language], report, (asked, part) =>
        known.includes(asked) && part === null ? null : choices(known.map((one) => `{${one}}`)),
      );
  }
}

function checkBlock(block: ReportBlock, path: Path, report: SheetReport): void {
  for (const [name, figure] of Object.entries(block.figures))
    checkFigure(figure, [...path, 'figures', name], report);
  const used = LANGUAGES.map((language) => {
    const names = new Set<string>();
    checkText(block.text[language], [...path, 'text', language], report, (name, part) => {
      names.add(name);
      return placeholderFault(block, name, part);
    });
    return names;
  });
  const [zh = new Set<string>(), en = new Set<string>()] = used;
  const apart = Object.keys(block.figures).filter((name) => zh.has(name) !== en.has(name));
  if (apart.length > 0) report('WRONG_TEMPLATE', [...path, 'text'], ...unlike(apart.join('、')));
  for (const name of Object.keys(block.figures))
    if (!zh.has(name) && !en.has(name)) report('PART_NOT_USED', [...path, 'figures', name], ...UNUSED);
}

const UNUSED = ['正文没有用到这一数。', 'the text does not use this figure.'] as const;
const unlike = (names: string) =>
  [
    `“${names}”只在一种文字中出现,中英文须用同样的数。`,
    `"${names}" stands in one language alone; both have to use the same figures.`,
  ] as const;

/** What a block may ask of a figure: `{year}` apart. */
function placeholderFault({ figures }: ReportBlock, name: string, part: string | null): Choices | null {
  if (name === 'year' && part === null) return null;
  const figure = figures[name];
  if (!figure) return choices([...Object.keys(figures), 'year'].map((one) => `{${one}}`));
  const parts = partsOf(figure);
  return part !== null && parts.includes(part) ? null : choices(parts.map((one) => `{${name}.${one}}`));
}

/** `list`, `of` of classes; `count`, `change`, `previous` of all; `share`, `of` of what has a denominator. */
function partsOf(figure: ReportFigure): readonly string[] {
  if (isOutcomes(figure)) return ['list', 'of'];
  const has = METRIC_NAMES.includes(figure.metric) && metricOf(figure.metric).denominator;
  return has ? ['count', 'of', 'share', 'change', 'previous'] : ['count', 'change', 'previous'];
}

type Choices = { readonly zh: string; readonly en: string };
const choices = (known: readonly string[]): Choices => ({
  zh: known.length === 0 ? '这里不能用占位符。' : `可写:${known.join('、')}。`,
  en: known.length === 0 ? 'no placeholder is known here.' : `choose from ${known.join(', ')}.`,
});

function checkText(
  text: string,
  path: Path,
  report: SheetReport,
  faultOf: (name: string, part: string | null) => Choices | null,
): void {
  const { pieces, faults } = readTemplate(text);
  for (const { column, zh, en } of faults) report('WRONG_TEMPLATE', path, zh, en, { line: 1, column });
  for (const piece of pieces) {
    if ('words' in piece) continue;
    const { name, part, column } = piece;
    const wrong = faultOf(name, part);
    const written = part === null ? `{${name}}` : `{${name}.${part}}`;
    if (wrong)
      report(
        'UNKNOWN_NAME',
        path,
        `没有占位符“${written}”。${wrong.zh}`,
        `there is no ${written}: ${wrong.en}`,
        {
          line: 1,
          column,
        },
      );
  }
}

function checkFigure(figure: ReportFigure, path: Path, report: SheetReport): void {
  if (isOutcomes(figure)) {
    checkClasses(figure.outcomes, [...path, 'outcomes'], report);
    return;
  }
  const { metric } = figure;
  if (!METRIC_NAMES.includes(metric)) {
    report('UNKNOWN_NAME', [...path, 'metric'], ...unknownMetric(String(metric)));
    return;
  }
  checkSatisfaction(figure, path, report);
}

const unknownMetric = (metric: string) =>
  [
    `没有指标“${metric}”。可用的指标见查询 metrics。`,
    `there is no metric "${metric}". The query metrics lists those there are.`,
  ] as const;

function checkSatisfaction(figure: MetricFigure, path: Path, report: SheetReport): void {
  if (metricOf(figure.metric).bySatisfaction) return;
  for (const key of ['axis', 'round'] as const)
    if (key in figure) report('PART_NOT_USED', [...path, key], ...NO_AXIS);
}

const NO_AXIS = [
  '只有满意度一类指标才分方面和轮次。',
  'only metrics of satisfaction have an axis and a round.',
] as const;

const CLASS_PARTS = ['name', 'count', 'share'];

function checkClasses(
  text: { readonly zh: string; readonly en: string },
  path: Path,
  report: SheetReport,
): void {
  for (const language of LANGUAGES)
    checkText(text[language], [...path, language], report, (name, part) =>
      CLASS_PARTS.includes(name) && part === null ? null : choices(CLASS_PARTS.map((one) => `{${one}}`)),
    );
}
