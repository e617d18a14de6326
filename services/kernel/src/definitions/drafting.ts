import { dateInShanghai } from '../calendar.js';
import type { PinnedLayer } from '../layers/pinned-layer.js';
import { accept, type Outcome, refuse } from '../refusal.js';
import type { Viewer } from '../viewer.js';
import type { DefinitionDesk, Judged, StoredDefinition, TextProblem } from './definition-desk.js';
import { draft } from './draft-rules.js';
import type { DefinitionDraft } from './draft-state.js';

/** Where problems are told one by one: a refusal itself has room for a number and the first of them. */
export type ProblemReport = (problems: readonly TextProblem[]) => void;

export const hasProblems = (noun: string, problems: readonly TextProblem[], report: ProblemReport) => {
  report(problems);
  const [first] = problems;
  const at = first ? `${first.line}:${first.column}` : '';
  return refuse(`${noun.toUpperCase()}_HAS_PROBLEMS`, {
    problems: problems.length,
    firstZh: first ? `${at} ${first.zh}` : '',
    firstEn: first ? `${at} ${first.en}` : '',
  });
};

/** A draft with the documents it builds upon, the own one last. */
export type ComposedDraft<Definition> = Judged<Definition> & { readonly layers: readonly PinnedLayer[] };

/** What reading a draft takes. */
export type Composing<Definition> = Pick<
  DefinitionDesk<Definition>,
  'definitions' | 'texts' | 'language' | 'judge'
>;

/** Reads a draft's text and lays it over what is above; refuses what is wrong in it or in the whole. */
export async function composeDraft<Definition>(
  desk: Composing<Definition>,
  draft: Pick<DefinitionDraft, 'text' | 'above' | 'fileHash'>,
  report: ProblemReport,
): Promise<Outcome<ComposedDraft<Definition>>> {
  const { document, problems } = desk.texts.read(draft.text);
  const { noun } = desk.language;
  if (problems.length > 0) return hasProblems(noun, problems, report);
  const layers = [...(await desk.definitions.resolve(draft.above)), await ownLayer(desk, draft, document)];
  const judged = desk.judge(layers);
  if (judged.problems.length === 0) return accept({ ...judged, layers });
  const own = layers.at(-1)?.source ?? '';
  const told = desk.texts.locate(draft.text, own, judged.problems);
  return hasProblems(
    noun,
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

async function ownLayer<Definition>(
  { definitions }: Pick<DefinitionDesk<Definition>, 'definitions'>,
  { fileHash }: Pick<DefinitionDraft, 'fileHash'>,
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
export async function writeDraft<Definition>(
  { definitions, newId }: DefinitionDesk<Definition>,
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
export const aboveOf = <Definition>({ layers }: StoredDefinition<Definition>): readonly PinnedLayer[] =>
  layers.slice(0, -1);

/** The roles that approve, by the definition in force. */
export async function approvalFacts<Definition>({ definitions, language, now }: DefinitionDesk<Definition>) {
  const today = dateInShanghai(now());
  const { definition } = await definitions.inForce(today);
  return { today, approvers: language.approvers(definition) };
}
