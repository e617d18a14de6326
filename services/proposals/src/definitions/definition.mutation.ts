import type { DraftReceipt, Outcome, TextProblem, UseCase } from '@duban/kernel';
import { answer, type MutationResult, resultOf } from '@duban/kernel/graphql';
import { Field } from 'type-graphql';
import type { ProposalContext } from '../proposal.context.js';
import type { DefinitionDeps } from './definition-deps.js';
import { ProcessDraft } from './show-definitions/process-draft.type.js';
import { ProcessProblem } from './show-definitions/process-problem.type.js';
import { problemsOf } from './show-definitions/show-drafts.query.js';

const FIELDS = {
  draft: { type: () => ProcessDraft, description: '程序草案: the draft as it is now' },
} as const;

/** The result of a command on a draft; its refusal tells every problem with its place. */
export function draftResultOf(verbNoun: string, term: string): MutationResult<typeof FIELDS> {
  const result = resultOf(verbNoun, term, FIELDS);
  Field(() => [ProcessProblem], { description: '问题: every problem of the text, 100 at most' })(
    result.Refusal.prototype,
    'problems',
  );
  return result;
}

type Reporting<Input> = Input & { readonly report: (problems: readonly TextProblem[]) => void };

/** Runs a command on a draft and shows the draft after it, or what is wrong with it. */
export async function performOnDraft<Input>(
  context: ProposalContext,
  result: MutationResult<typeof FIELDS>,
  useCase: UseCase<DefinitionDeps, Reporting<Input>, DraftReceipt>,
  input: Input,
  idempotencyKey: string,
): Promise<object> {
  let problems: readonly TextProblem[] = [];
  const report = (found: readonly TextProblem[]) => {
    problems = found;
  };
  const outcome: Outcome<DraftReceipt> = await context.run(useCase, { ...input, report }, { idempotencyKey });
  const told = await answer(result, outcome, async ({ draftId }) => {
    const { definitions } = await context.reads();
    const draft = (await definitions.drafts()).drafts.get(draftId);
    if (!draft) throw new Error('the draft was recorded but cannot be read');
    return { draft: new ProcessDraft(context.viewer.tenant, draft) };
  });
  return outcome.accepted ? told : Object.assign(told, { problems: problemsOf(problems) });
}
