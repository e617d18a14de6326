import { Field } from 'type-graphql';
import type { TextProblem } from '../../definitions/definition-desk.js';
import type { DefinitionDraft } from '../../definitions/draft-state.js';
import type { DraftReceipt } from '../../definitions/drafting.js';
import type { Outcome } from '../../refusal.js';
import { answer, type MutationResult, resultOf } from '../result.js';

type Class<Instance = object> = new (...args: never[]) => Instance;
type Fields = { readonly draft: { readonly type: () => Class; readonly description: string } };
/** The result of a command on a draft, as `resultOf` makes it. */
export type DraftResult = MutationResult<Fields>;

/** A command's input, and whom it tells what is wrong with the text. */
export type Reporting<Input> = Input & { readonly report: (problems: readonly TextProblem[]) => void };

/** How a subgraph shows the drafts of its definitions, and what is wrong with one. */
export type ShownDrafts<Problem extends object, Context> = {
  readonly draft: Fields['draft'];
  readonly problem: () => Class<Problem>;
  readonly problemsOf: (problems: readonly TextProblem[]) => readonly Problem[];
  /** The draft as the graph shows it; null when there is none. */
  readonly show: (context: Context, draftId: DefinitionDraft['id']) => Promise<object | null>;
};

/** The commands on drafts of one kind of definition: their results, and how one is done and shown. */
export function draftCommands<Problem extends object, Context>(shown: ShownDrafts<Problem, Context>) {
  const fields: Fields = { draft: shown.draft };
  return {
    /** The result of a command on a draft; its refusal tells every problem with its place. */
    resultOf(verbNoun: string, term: string): DraftResult {
      const result = resultOf(verbNoun, term, fields);
      Field(() => [shown.problem()], { description: '问题: every problem of the text, 100 at most' })(
        result.Refusal.prototype,
        'problems',
      );
      return result;
    },
    /** Runs a command on a draft and shows the draft after it, or what is wrong with it. */
    async perform<Input>(
      context: Context,
      result: DraftResult,
      input: Input,
      run: (input: Reporting<Input>) => Promise<Outcome<DraftReceipt>>,
    ): Promise<object> {
      let problems: readonly TextProblem[] = [];
      const report = (found: readonly TextProblem[]) => {
        problems = found;
      };
      const outcome = await run({ ...input, report });
      const told = await answer(result, outcome, async ({ draftId }) => {
        const draft = await shown.show(context, draftId);
        if (!draft) throw new Error('the draft was recorded but cannot be read');
        return { draft };
      });
      return outcome.accepted ? told : Object.assign(told, { problems: shown.problemsOf(problems) });
    },
  };
}
