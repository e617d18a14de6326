import type { Rounding } from '@duban/kernel';
import type { EvaluationContext } from '../../evaluation.context.js';
import { type Subject, tallyOf } from '../../figures/count-figures/tally.loader.js';
import { comparedOf } from '../../figures/count-figures/year-on-year.loader.js';
import { narrowedTo, type Population } from '../../figures/figure-filter.js';
import { outcomeShares } from '../../figures/outcome-share.js';
import { blocksOf, isOutcomes, type Report, type ReportFigure } from '../report.js';
import type { Answer, Answers } from '../write-report.js';

/** Whose figures, and over which items. */
export type Asked = { readonly subject: Subject; readonly population: Population };

/** Every figure of a report, by block and name; all of one population are counted in one statement. */
export async function answersTo(
  context: EvaluationContext,
  report: Report,
  asked: Asked,
): Promise<(code: string) => Answers> {
  const answered = await Promise.all(
    blocksOf(report).map(async ([code, { figures, rounding = report.rounding }]) => {
      const answers = await Promise.all(
        Object.entries(figures).map(
          async ([name, figure]) => [name, await answerTo(context, figure, asked, rounding)] as const,
        ),
      );
      return [code, Object.fromEntries(answers)] as const;
    }),
  );
  const byCode = new Map(answered);
  return (code) => byCode.get(code) ?? {};
}

async function answerTo(
  context: EvaluationContext,
  figure: ReportFigure,
  { subject, population: whole }: Asked,
  rounding: Rounding,
): Promise<Answer> {
  const population = narrowedTo(whole, figure.only);
  if (!population) return { outside: true };
  if (isOutcomes(figure)) {
    const { tallies } = await tallyOf(context, { subject, population, asked: null });
    return { shares: outcomeShares(tallies, rounding) };
  }
  const { metric: name, axis = 'RESULT', round = 'FINAL' } = figure;
  const asked = { name, axis, round };
  const compared = await comparedOf(context, { subject, population, asked }, rounding);
  return compared ? { compared } : { outside: true };
}
