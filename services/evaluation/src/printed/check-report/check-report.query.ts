import { checkText, dateInShanghai, fillText, KERNEL_REFUSALS, type Rounding } from '@duban/kernel';
import { badInput, failure } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { populationOf } from '../../figures/count-figures/count-figures.query.js';
import { mayBeCounted } from '../../figures/count-figures/tally.loader.js';
import { FigureFilterInput, RoundingInput, readRounding } from '../../figures/figure.input.js';
import { DEFAULT_ROUNDING } from '../../figures/figure.js';
import { LocalityType } from '../../foreign.type.js';
import { findReport } from '../../report/show-report/show-report.js';
import { checkedFigures } from '../check-text.js';
import { PrintedCheckType } from '../printed-check.type.js';
import { readClaims } from '../read-claims.js';
import { recordsFor } from './records.loader.js';

const LONGEST = 20_000;
const MOST_FIGURES = 500;

@Resolver(() => LocalityType)
export class LocalityReportCheck {
  @FieldResolver(() => PrintedCheckType, {
    description:
      '核对印发文字: each figure of a published Chinese text, and whether it follows from the records, from the text itself, or cannot be told; only for the own locality and those below; nothing of the text is kept',
  })
  async checkReport(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('text', () => String, { description: '正文: 20,000 characters at most, with 500 figures at most' })
    text: string,
    @Arg('filter', () => FigureFilterInput, { description: '统计口径: which items the text speaks of' })
    filter: FigureFilterInput,
    @Arg('rounding', () => RoundingInput, {
      nullable: true,
      description: '取舍: how the locality shows shares; as its report year does, when left out',
    })
    rounding?: RoundingInput | null,
  ): Promise<PrintedCheckType> {
    const usual = rounding ? readRounding(rounding) : await ownRounding(context);
    const population = populationOf(filter, context);
    requireText(text);
    if (!(await mayBeCounted(context, { root: number, population }))) throw failure('NOT_GRANTED');
    const claims = readClaims(text, population.year);
    if (claims.length > MOST_FIGURES) throw badInput(...tooMany(claims.length));
    const records = await recordsFor(context, claims, { subject: { root: number }, population });
    return PrintedCheckType.of(text, checkedFigures(claims, records, usual));
  }
}

/** As the viewer's own locality rounds in the report of the year. */
async function ownRounding(context: EvaluationContext): Promise<Rounding> {
  const asked = { code: 'year', day: dateInShanghai(context.now()) };
  const outcome = await context.run(findReport, asked);
  return outcome.accepted ? outcome.value.rounding : DEFAULT_ROUNDING;
}

function requireText(text: string): void {
  const wrong = checkText('text', text, { max: LONGEST });
  if (!wrong) return;
  const { zh, en } = KERNEL_REFUSALS[wrong.code as keyof typeof KERNEL_REFUSALS];
  throw badInput(fillText(zh, wrong.params), fillText(en, wrong.params));
}

const tooMany = (found: number): [zh: string, en: string] => [
  `文字中有 ${found} 个数,一次最多核对 ${MOST_FIGURES} 个。请分段核对。`,
  `The text has ${found} figures; at most ${MOST_FIGURES} are checked at once. Check it in parts.`,
];
