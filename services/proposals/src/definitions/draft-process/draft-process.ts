import { type Outcome, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import { aboveOf, type DraftReceipt, hasProblems, type ProblemReport, writeDraft } from '../drafting.js';

export type DraftProcess = {
  readonly text: string;
  readonly note?: string | null;
  readonly report: ProblemReport;
};

/**
 * A change of the locality's own process, written as YAML, on top of the version that comes into
 * force last. What does not fit the schema is refused with its line and column.
 */
export const draftProcess = useCase({
  action: 'process:draft',
  async execute(deps: DefinitionDeps, viewer: Viewer, input: DraftProcess): Promise<Outcome<DraftReceipt>> {
    const { text, note, report } = input;
    const above = aboveOf(await deps.definitions.latest());
    return writeDraft(deps, viewer, { text, above, note }, () => {
      const { problems } = deps.texts.read(text);
      return problems.length > 0 ? hasProblems(problems, report) : null;
    });
  },
});
