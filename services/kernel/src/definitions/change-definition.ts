import { dateInShanghai } from '../calendar.js';
import { valueAt } from '../layers/layer.js';
import { accept, type Outcome, refuse } from '../refusal.js';
import type { Viewer } from '../viewer.js';
import type { DefinitionDesk } from './definition-desk.js';
import { check, openDraft, revise, withdraw } from './draft-rules.js';
import {
  aboveOf,
  composeDraft,
  type DraftReceipt,
  hasProblems,
  type ProblemReport,
  writeDraft,
} from './drafting.js';
import { planMerge } from './merge-offers.js';
import { offersFor } from './offers.js';

export type DraftText = {
  readonly text: string;
  readonly note?: string | null;
  readonly report: ProblemReport;
};

/**
 * A change of the locality's own definition, written as YAML, on top of the version that comes into
 * force last. What does not fit the schema is refused with its line and column.
 */
export async function draftDefinition<Definition>(
  desk: DefinitionDesk<Definition>,
  viewer: Viewer,
  { text, note, report }: DraftText,
): Promise<Outcome<DraftReceipt>> {
  const above = aboveOf(await desk.definitions.latest());
  return writeDraft(desk, viewer, { text, above, note }, () => {
    const { problems } = desk.texts.read(text);
    return problems.length > 0 ? hasProblems(desk.language.noun, problems, report) : null;
  });
}

export type ReviseText = {
  readonly draftId: string;
  readonly text: string;
  readonly report: ProblemReport;
};

/** Another text for a draft that has not ended; it has to be checked again. */
export async function reviseDefinition<Definition>(
  { definitions, texts, language }: DefinitionDesk<Definition>,
  viewer: Viewer,
  { draftId, text, report }: ReviseText,
): Promise<Outcome<DraftReceipt>> {
  const state = await definitions.drafts();
  const decision = revise(state, viewer, draftId, text);
  if (!decision.accepted) return decision;
  const { problems } = texts.read(text);
  if (problems.length > 0) return hasProblems(language.noun, problems, report);
  await definitions.append(state, [decision.value]);
  return accept({ draftId });
}

export type CheckDraft = { readonly draftId: string; readonly report: ProblemReport };

/** Form, whole and judgement. Only a draft without any problem counts as checked. */
export async function checkDefinition<Definition>(
  desk: DefinitionDesk<Definition>,
  viewer: Viewer,
  { draftId, report }: CheckDraft,
): Promise<Outcome<DraftReceipt>> {
  const state = await desk.definitions.drafts();
  const found = openDraft(state, draftId);
  if (!found.accepted) return found;
  const composed = await composeDraft(desk, found.value, report);
  if (!composed.accepted) return composed;
  const decision = check(state, viewer, draftId);
  if (!decision.accepted) return decision;
  await desk.definitions.append(state, [decision.value]);
  return accept({ draftId });
}

export type WithdrawDraft = { readonly draftId: string; readonly reason?: string | null };

/** The draft is not pursued. */
export async function withdrawDefinition<Definition>(
  { definitions }: DefinitionDesk<Definition>,
  viewer: Viewer,
  input: WithdrawDraft,
): Promise<Outcome<DraftReceipt>> {
  const state = await definitions.drafts();
  const decision = withdraw(state, viewer, input);
  if (!decision.accepted) return decision;
  await definitions.append(state, [decision.value]);
  return accept({ draftId: input.draftId });
}

export type LockPaths = { readonly paths: readonly string[]; readonly note?: string | null };

/**
 * Drafts what a level above does not let those below change: the own layer with these paths among
 * its locks. It is checked and approved like any other draft.
 */
export async function lockDefinition<Definition>(
  desk: DefinitionDesk<Definition>,
  viewer: Viewer,
  { paths, note }: LockPaths,
): Promise<Outcome<DraftReceipt>> {
  const { definitions, texts, language } = desk;
  const latest = await definitions.latest();
  const unknown = paths.find((path) => valueAt(latest.definition, path.split('.')) === undefined);
  if (unknown !== undefined || paths.length === 0)
    return refuse(`${language.noun.toUpperCase()}_PATH_UNKNOWN`, { path: (unknown ?? '').slice(0, 100) });
  const locks = [...new Set([...lockedIn(latest.layers.at(-1)?.document), ...paths])];
  const text = texts.edit(await definitions.ownText(), [{ path: ['locks'], value: locks }]);
  return writeDraft(desk, viewer, { text, above: aboveOf(latest), note });
}

const lockedIn = (document: unknown): readonly string[] => {
  const locks = valueAt(document, ['locks']);
  return Array.isArray(locks) ? locks.filter((path): path is string => typeof path === 'string') : [];
};

export type MergeOffered = {
  readonly source: string;
  /** Paths of the offer that are taken; left out, all that the locality has not set itself. */
  readonly take?: readonly string[] | null;
  readonly note?: string | null;
};

/**
 * Takes chosen changes of a level above (or of the own file) into a draft. What is not taken stays
 * as it was, because the draft says it itself.
 */
export async function mergeDefinition<Definition>(
  desk: DefinitionDesk<Definition>,
  viewer: Viewer,
  { source, take = null, note }: MergeOffered,
): Promise<Outcome<DraftReceipt>> {
  const { definitions, texts, language } = desk;
  const latest = await definitions.latest();
  const offers = await offersFor(desk, latest, dateInShanghai(desk.now()));
  const offer = offers.find(({ current }) => current.source === source);
  if (!offer)
    return refuse(`${language.noun.toUpperCase()}_OFFER_NOT_FOUND`, { source: source.slice(0, 100) });
  const plan = planMerge(language.noun, offer, aboveOf(latest), take);
  if (!plan.accepted) return plan;
  const { edits, above } = plan.value;
  const own = await definitions.ownText();
  const text = edits.length > 0 ? texts.edit(own, edits) : own;
  return writeDraft(desk, viewer, { text, above, note });
}
