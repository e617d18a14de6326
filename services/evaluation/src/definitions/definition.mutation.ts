import type { DraftReceipt, UseCase } from '@duban/kernel';
import { type DraftResult, draftCommands, type Reporting } from '@duban/kernel/graphql/definitions';
import type { EvaluationContext } from '../evaluation.context.js';
import { SheetProblemType } from '../whatif/what-if.type.js';
import type { SheetDeps } from './sheet-desk.js';
import { ScoreSheetDraft } from './show-definitions/sheet-draft.type.js';
import { problemsOf } from './show-definitions/show-drafts.query.js';

const drafts = draftCommands({
  draft: { type: () => ScoreSheetDraft, description: '考核表草案: the draft as it is now' },
  problem: () => SheetProblemType,
  problemsOf,
  show: async (context: EvaluationContext, draftId) => {
    const { sheets } = await context.reads();
    const draft = (await sheets.definitions.drafts()).drafts.get(draftId);
    return draft ? new ScoreSheetDraft(context.viewer.tenant, draft) : null;
  },
});

export const draftResultOf = drafts.resultOf;

/** Runs a command on a draft and shows the draft after it, or what is wrong with it. */
export const performOnDraft = <Input>(
  context: EvaluationContext,
  result: DraftResult,
  useCase: UseCase<SheetDeps, Reporting<Input>, DraftReceipt>,
  input: Input,
  idempotencyKey: string,
): Promise<object> =>
  drafts.perform(context, result, input, (told) => context.run(useCase, told, { idempotencyKey }));
