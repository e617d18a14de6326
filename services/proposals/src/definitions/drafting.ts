import { accept, dateInShanghai, type Outcome, type PinnedLayer, refuse, type Viewer } from '@duban/kernel';
import type { DefinitionDeps, StoredDefinition, TextProblem } from './definition-deps.js';
import { draft } from './draft-rules.js';
import type { Draft } from './draft-state.js';
import type { Judged } from './judge-process.js';

/** Where problems are told one by one: a refusal itself has room for a number and the first of them. */
export type ProblemReport = (problems: readonly TextProblem[]) => void;

export const hasProblems = (problems: readonly TextProblem[], report: ProblemReport) => {
  report(problems);
  const [first] = problems;
  const at = first ? `${first.line}:${first.column}` : '';
  return refuse('PROCESS_HAS_PROBLEMS', {
    problems: problems.length,
    firstZh: first ? `${at} ${first.zh}` : '',
    firstEn: first ? `${at} ${first.en}` : '',
  });
};

/** A draft with the documents it builds upon, the own one last. */
export type ComposedDraft = Judged & { readonly layers: readonly PinnedLayer[] };

/** Reads a draft's text and lays it over what is above; refuses what is wrong in it or in the whole. */
export async function composeDraft(
  deps: DefinitionDeps,
  draft: Pick<Draft, 'text' | 'above' | 'fileHash'>,
  report: ProblemReport,
): Promise<Outcome<ComposedDraft>> {
  const { document, problems } = deps.texts.read(draft.text);
  if (problems.length > 0) return hasProblems(problems, report);
  const layers = [...(await deps.definitions.resolve(draft.above)), await ownLayer(deps, draft, document)];
  const judged = deps.judge(layers);
  if (judged.problems.length === 0) return accept({ ...judged, layers });
  const own = layers.at(-1)?.source ?? '';
  const told = deps.texts.locate(draft.text, own, judged.problems);
  return hasProblems(
    told.map((problem) => named(problem, layers)),
    report,
  );
}

/** People know a level by its name and not by its folder. */
const named = (problem: TextProblem, layers: readonly PinnedLayer[]): TextProblem =>
  layers.reduce(
    ({ zh, en, ...rest }, { source, name }) => ({
      ...rest,
      zh: zh.replaceAll(`“${source}”`, `“${name}”`),
      en: en.replaceAll(`"${source}"`, `"${name}"`),
    }),
    problem,
  );

async function ownLayer(
  { definitions }: DefinitionDeps,
  { fileHash }: Pick<Draft, 'fileHash'>,
  document: unknown,
): Promise<PinnedLayer> {
  return { ...(await definitions.ownFile()), origin: 'PUBLISHED', document, hash: '', fileHash };
}

/** What a command on a draft leaves: which one it is. */
export type DraftReceipt = { readonly draftId: string };

type WrittenDraft = {
  readonly text: string;
  readonly above: readonly PinnedLayer[];
  readonly note?: string | null;
};

/** Records a draft. `wrongText` is asked last: what it finds in a text may be long. */
export async function writeDraft(
  { definitions, newId }: DefinitionDeps,
  viewer: Viewer,
  { text, above, note = null }: WrittenDraft,
  wrongText: () => Outcome<never> | null = () => null,
): Promise<Outcome<DraftReceipt>> {
  const [state, file] = [await definitions.drafts(), await definitions.ownFile()];
  const draftId = newId();
  const refs = above.map(({ locality, hash }) => ({ locality, hash }));
  const decision = draft(state, viewer, { draftId, text, note, above: refs, fileHash: file.hash });
  if (!decision.accepted) return decision;
  const wrong = wrongText();
  if (wrong) return wrong;
  await definitions.append(state, [decision.value]);
  return accept({ draftId });
}

/** The documents above that a stored version was made of. */
export const aboveOf = ({ layers }: StoredDefinition): readonly PinnedLayer[] => layers.slice(0, -1);

/** The roles that approve, by the process in force. */
export async function approvalFacts({ definitions, now }: DefinitionDeps) {
  const today = dateInShanghai(now());
  const { process } = await definitions.inForce(today);
  return { today, approvers: process.publishing.approvers };
}
