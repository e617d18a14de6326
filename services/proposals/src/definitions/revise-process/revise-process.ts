import { accept, type Outcome, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import { revise } from '../draft-rules.js';
import { type DraftReceipt, hasProblems, type ProblemReport } from '../drafting.js';

export type ReviseProcess = {
  readonly draftId: string;
  readonly text: string;
  readonly report: ProblemReport;
};

/** Another text for a draft that has not ended; it has to be checked again. */
export const reviseProcess = useCase({
  action: 'process:draft',
  async execute(
    { definitions, texts }: DefinitionDeps,
    viewer: Viewer,
    { draftId, text, report }: ReviseProcess,
  ): Promise<Outcome<DraftReceipt>> {
    const state = await definitions.drafts();
    const decision = revise(state, viewer, draftId, text);
    if (!decision.accepted) return decision;
    const { problems } = texts.read(text);
    if (problems.length > 0) return hasProblems(problems, report);
    await definitions.append(state, [decision.value]);
    return accept({ draftId });
  },
});
