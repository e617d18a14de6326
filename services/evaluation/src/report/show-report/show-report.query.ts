import { dateInShanghai } from '@duban/kernel';
import { failure } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrBadInput } from '../../evaluation.context.js';
import { populationOf } from '../../figures/count-figures/count-figures.query.js';
import { mayBeCounted } from '../../figures/count-figures/tally.loader.js';
import { FigureFilterInput } from '../../figures/figure.input.js';
import { LocalityType } from '../../foreign.type.js';
import type { Report } from '../report.js';
import { ReportType } from '../report.type.js';
import { REPORT_REFUSALS } from '../report-refusals.js';
import { writeReport } from '../write-report.js';
import { answersTo } from './report-answers.loader.js';
import { findReport } from './show-report.js';

/** The report of this code as the viewer's locality words it today, or the error that says which there are. */
export async function reportNamed(context: EvaluationContext, code: string): Promise<Report> {
  const asked = { code, day: dateInShanghai(context.now()) };
  return valueOrBadInput(await context.run(findReport, asked), REPORT_REFUSALS);
}

@Resolver(() => LocalityType)
export class LocalityReport {
  @FieldResolver(() => ReportType, {
    description:
      '报告: what figures say of the locality and everything below it, in sentences worded by the viewer’s own locality, with the year before; only for the own locality and those below',
  })
  async report(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('filter', () => FigureFilterInput, { description: '统计口径: which items are counted' })
    filter: FigureFilterInput,
    @Arg('code', () => String, {
      nullable: true,
      defaultValue: 'year',
      description: '报告代码: as scoring.yaml calls it; year when left out',
    })
    code: string | null,
  ): Promise<ReportType> {
    const population = populationOf(filter, context);
    if (!(await mayBeCounted(context, { root: number, population }))) throw failure('NOT_GRANTED');
    const named = code ?? 'year';
    const report = await reportNamed(context, named);
    const answersOf = await answersTo(context, report, { subject: { root: number }, population });
    const { year, from, to, asOf } = population;
    const occasion = { year, sameTime: from !== null || to !== null || asOf !== null };
    return ReportType.of(named, report, writeReport(report, occasion, answersOf));
  }
}
