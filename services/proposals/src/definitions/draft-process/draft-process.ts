import { accept, type Outcome, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import { draft } from '../draft-rules.js';
import { aboveOf, hasProblems, type ProblemReport } from '../drafting.js';

export type DraftProcess = {
  readonly text: string;
  readonly note?: string | null;
  readonly report: ProblemReport;
};

export type DraftReceipt = { readonly draftId: string };

/**
 * A change of the locality's own process, written as YAML, on top of the version that comes into
 * force last. What does not fit the schema is refused with its line and column.
 */
export const draftProcess = useCase({
  action: 'process:draft',
  async execute(deps: DefinitionDeps, viewer: Viewer, input: DraftProcess): Promise<Outcome<DraftReceipt>> {
    const { definitions, texts } = deps;
    const [state, latest, [file]] = [
      await definitions.drafts(),
      await definitions.latest(),
      await definitions.ownFiles(),
    ];
    const draftId = deps.newId();
    const above = aboveOf(latest).map(({ locality, hash }) => ({ locality, hash }));
    const { text, note = null } = input;
    const decision = draft(state, viewer, { draftId, text, note, above, fileHash: file?.hash ?? null });
    if (!decision.accepted) return decision;
    const { problems } = texts.read(text);
    if (problems.length > 0) return hasProblems(problems, input.report);
    await definitions.append(state, [decision.value]);
    return accept({ draftId });
  },
});
