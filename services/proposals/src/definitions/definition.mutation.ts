import type { DraftReceipt, UseCase } from '@duban/kernel';
import { type DraftResult, draftCommands, type Reporting } from '@duban/kernel/graphql/definitions';
import type { ProposalContext } from '../proposal.context.js';
import type { DefinitionDeps } from './definition-deps.js';
import { ProcessDraft } from './show-definitions/process-draft.type.js';
import { ProcessProblem } from './show-definitions/process-problem.type.js';
import { problemsOf } from './show-definitions/show-drafts.query.js';

const drafts = draftCommands({
  draft: { type: () => ProcessDraft, description: '程序草案: the draft as it is now' },
  problem: () => ProcessProblem,
  problemsOf,
  show: async (context: ProposalContext, draftId) => {
    const { definitions } = await context.reads();
    const draft = (await definitions.drafts()).drafts.get(draftId);
    return draft ? new ProcessDraft(context.viewer.tenant, draft) : null;
  },
});

export const draftResultOf = drafts.resultOf;

/** Runs a command on a draft and shows the draft after it, or what is wrong with it. */
export const performOnDraft = <Input>(
  context: ProposalContext,
  result: DraftResult,
  useCase: UseCase<DefinitionDeps, Reporting<Input>, DraftReceipt>,
  input: Input,
  idempotencyKey: string,
): Promise<object> =>
  drafts.perform(context, result, input, (told) => context.run(useCase, told, { idempotencyKey }));
