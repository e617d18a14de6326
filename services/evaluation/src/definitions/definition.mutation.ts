import type { DraftReceipt, Outcome, TextProblem, UseCase } from '@duban/kernel';
import { answer, type MutationResult, resultOf } from '@duban/kernel/graphql';
import { Field } from 'type-graphql';
import type { EvaluationContext } from '../evaluation.context.js';
import { SheetProblemType } from '../whatif/what-if.type.js';
import type { SheetDeps } from './sheet-desk.js';
import { ScoreSheetDraft } from './show-definitions/sheet-draft.type.js';
import { problemsOf } from './show-definitions/show-drafts.query.js';

const FIELDS = {
  draft: { type: () => ScoreSheetDraft, description: '考核表草案: the draft as it is now' },
} as const;

/** The result of a command on a draft; its refusal tells every problem with its place. */
export function draftResultOf(verbNoun: string, term: string): MutationResult<typeof FIELDS> {
  const result = resultOf(verbNoun, term, FIELDS);
  Field(() => [SheetProblemType], { description: '问题: every problem of the text, 100 at most' })(
    result.Refusal.prototype,
    'problems',
  );
  return result;
}

type Reporting<Input> = Input & { readonly report: (problems: readonly TextProblem[]) => void };

/** Runs a command on a draft and shows the draft after it, or what is wrong with it. */
export async function performOnDraft<Input>(
  context: EvaluationContext,
  result: MutationResult<typeof FIELDS>,
  useCase: UseCase<SheetDeps, Reporting<Input>, DraftReceipt>,
  input: Input,
  idempotencyKey: string,
): Promise<object> {
  let problems: readonly TextProblem[] = [];
  const report = (found: readonly TextProblem[]) => {
    problems = found;
  };
  const outcome: Outcome<DraftReceipt> = await context.run(useCase, { ...input, report }, { idempotencyKey });
  const told = await answer(result, outcome, async ({ draftId }) => {
    const { sheets } = await context.reads();
    const draft = (await sheets.definitions.drafts()).drafts.get(draftId);
    if (!draft) throw new Error('the draft was recorded but cannot be read');
    return { draft: new ScoreSheetDraft(context.viewer.tenant, draft) };
  });
  return outcome.accepted ? told : Object.assign(told, { problems: problemsOf(problems) });
}
