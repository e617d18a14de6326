import { accept, type CalendarDate, dateInShanghai, type Outcome, refuse, type Viewer } from '@duban/kernel';
import type { CaseContext } from '../../case/context.js';
import { withLateLimits } from '../../case/late-limits.js';
import type { CaseState } from '../../case/state.js';
import type { StoredDefinition } from '../../definitions/definition-deps.js';
import type { CaseFile, ProcessVersion } from '../../store/proposal.store.js';
import type { ClassMapping } from '../move-classes.js';
import { MOST_AT_ONCE, type MovingDeps } from '../moving.store.js';
import { type CaseMove, lastMoveTo, planCaseMove } from '../plan-case-move.js';

export type MoveWanted = {
  readonly toVersion: string;
  readonly classes: ClassMapping;
  /** The last case of the batch before. */
  readonly after: string | null;
  readonly limit: number;
};

export type PlannedCase = { readonly file: CaseFile; readonly move: CaseMove };

/** A batch: what happens to each case, and where the next one begins; null after the last. */
export type MoveBatch = { readonly cases: readonly PlannedCase[]; readonly next: string | null };

/** What a move would do to the next cases; nothing is recorded. The version has to be stored and in force. */
export async function planMove(
  deps: MovingDeps,
  viewer: Viewer,
  wanted: MoveWanted,
): Promise<Outcome<MoveBatch>> {
  const { toVersion, classes, after, limit } = wanted;
  if (limit < 1 || limit > MOST_AT_ONCE) return refuse('MOVE_TOO_MANY', { max: MOST_AT_ONCE });
  const target = await findTarget(deps, toVersion);
  if (!target.accepted) return target;
  const ids = await deps.moving.elsewhere(toVersion, after, limit);
  const way = { classes, undone: false, to: () => toVersion };
  return accept(await batchOf(deps, viewer, ids, limit, way));
}

async function findTarget(deps: MovingDeps, version: string): Promise<Outcome<StoredDefinition>> {
  const target = await deps.definitions.find(version);
  const today: CalendarDate = dateInShanghai(deps.now());
  if (!target) return refuse('MOVE_VERSION_NOT_FOUND', { version: version.slice(0, 100) });
  if (target.effectiveFrom > today)
    return refuse('MOVE_VERSION_NOT_IN_FORCE', { version, from: target.effectiveFrom });
  return accept(target);
}

/** What taking a move back would do to the next of the cases that made it. */
export async function planUndo(
  deps: MovingDeps,
  viewer: Viewer,
  wanted: Omit<MoveWanted, 'classes'>,
): Promise<Outcome<MoveBatch>> {
  const { toVersion, after, limit } = wanted;
  if (limit < 1 || limit > MOST_AT_ONCE) return refuse('MOVE_TOO_MANY', { max: MOST_AT_ONCE });
  const ids = await deps.moving.following(toVersion, after, limit);
  const to = (state: CaseState) => lastMoveTo(state, toVersion)?.fromVersion ?? null;
  return accept(await batchOf(deps, viewer, ids, limit, { classes: new Map(), undone: true, to }));
}

type Way = {
  readonly classes: ClassMapping;
  readonly undone: boolean;
  to(state: CaseState): string | null;
};

async function batchOf(
  deps: MovingDeps,
  viewer: Viewer,
  ids: readonly string[],
  limit: number,
  way: Way,
): Promise<MoveBatch> {
  const files = await deps.cases.findMany(ids);
  const states = [...files.values()].map(({ state }) => state);
  const around = await deps.facts.around(states, viewer, deps.now());
  const cases: PlannedCase[] = [];
  for (const id of ids) {
    const file = files.get(id);
    if (file) cases.push({ file, move: await planOne(deps, file, around, way) });
  }
  return { cases, next: ids.length < limit ? null : (ids.at(-1) ?? null) };
}

async function planOne(
  { processes, now }: MovingDeps,
  { state: folded }: CaseFile,
  around: (version: ProcessVersion, state: CaseState) => Promise<CaseContext>,
  { classes, undone, to }: Way,
): Promise<CaseMove> {
  const [before, wanted] = [folded.processVersion, to(folded)];
  if (before === null || wanted === null)
    return { moves: false, reason: 'NOT_MOVED', codes: [], clocks: [], classes: [] };
  const from = await processes.get(before, folded.kind);
  const target = await processes.get(wanted, folded.kind);
  // What counts from the close has its date by now, also where it had none at the handover.
  const known = { process: from.process, context: await around(from, folded) };
  const state = withLateLimits(folded, known);
  const context = await around(target, state);
  const request = { from: from.process, to: target.process, now: now(), context, classes, undone };
  return planCaseMove(state, request);
}
