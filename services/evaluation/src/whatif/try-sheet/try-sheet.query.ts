import { checkText, fillText, KERNEL_REFUSALS, LONGEST_TEXT } from '@duban/kernel';
import { badInput } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ScoreSheetDraft } from '../../definitions/show-definitions/sheet-draft.type.js';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { isFault, readQuestion } from '../../runs/score-question.js';
import { SCORE_REFUSALS } from '../../runs/score-refusals.js';
import { ScoreSheetType } from '../../runs/sheet.type.js';
import { SheetTrialType } from '../what-if.type.js';
import { type TrySheet, trySheet } from './try-sheet.js';

@Resolver(() => ScoreSheetType)
export class SheetWhatIf {
  @FieldResolver(() => SheetTrialType, {
    description:
      '试算: what the units would have had in a year by another text of the locality’s sheets; nothing is stored; FORBIDDEN but for offices',
  })
  async whatIf(
    @Root() { code }: ScoreSheetType,
    @Ctx() context: EvaluationContext,
    @Arg('text', () => String, {
      description: '正文: YAML of the locality’s own layer, 200,000 characters at most',
    })
    text: string,
    @Arg('year', () => Int, { description: '年度: whose cases count' }) year: number,
  ): Promise<SheetTrialType> {
    const wrong = checkText('text', text, { max: LONGEST_TEXT });
    if (wrong) {
      const { zh, en } = KERNEL_REFUSALS[wrong.code as keyof typeof KERNEL_REFUSALS];
      throw badInput(fillText(zh, wrong.params), fillText(en, wrong.params));
    }
    return trialOf(context, { sheet: code, year }, { text });
  }
}

@Resolver(() => ScoreSheetDraft)
export class DraftWhatIf {
  @FieldResolver(() => SheetTrialType, {
    description:
      '试算: what the units would have had in a year by this draft; nothing is stored; FORBIDDEN but for offices',
  })
  whatIf(
    @Root() { draft: { text, above } }: ScoreSheetDraft,
    @Ctx() context: EvaluationContext,
    @Arg('sheet', () => String, { description: '考核表: code of one that the draft has' }) sheet: string,
    @Arg('year', () => Int, { description: '年度: whose cases count' }) year: number,
  ): Promise<SheetTrialType> {
    return trialOf(context, { sheet, year }, { text, above });
  }
}

async function trialOf(
  context: EvaluationContext,
  asked: { readonly sheet: string; readonly year: number },
  written: Omit<TrySheet, 'question'>,
): Promise<SheetTrialType> {
  const question = readQuestion(asked, context.now());
  if (isFault(question)) throw badInput(question.zh, question.en);
  const outcome = await context.run(trySheet, { question, ...written });
  if (!outcome.accepted && outcome.code === 'SHEET_NOT_FOUND') {
    const { zh, en } = SCORE_REFUSALS.SHEET_NOT_FOUND;
    throw badInput(fillText(zh, outcome.params), fillText(en, outcome.params));
  }
  return SheetTrialType.of(context.viewer.tenant, valueOrFail(outcome));
}
