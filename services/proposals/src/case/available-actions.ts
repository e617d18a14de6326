import type { RefusalParams, Viewer } from '@duban/kernel';
import type { Process } from '../process/process.js';
import type { ProposalAction } from '../proposal.access.js';
import type { CommandKind } from './commands.js';
import type { CaseContext } from './context.js';
import { mayActAtAll, mayDo, ruleOf, sceneOf } from './decide.js';
import type { RefusalCode } from './refusals.js';
import type { Scene, TargetKind, Targets } from './rule.js';
import { RULES } from './rules.js';
import type { CaseState } from './state.js';

/** One thing that may be tried now, or why not. Told by the same functions that decide. */
export type AvailableAction = {
  readonly action: ProposalAction;
  readonly command: CommandKind;
  /** The kind of a reply or of a record: each has its own conditions. */
  readonly variant?: string;
  readonly possible: boolean;
  readonly refusalCode?: RefusalCode;
  readonly params?: RefusalParams;
  readonly assignmentId?: string;
  readonly replyId?: string;
  readonly entryId?: string;
  readonly recordId?: string;
};

const OFFERED = (Object.keys(RULES) as CommandKind[]).filter((kind) => !ruleOf(kind).internal);

/**
 * For the whole case, each assignment, each reply, each entry and each record: every command, and whether some
 * input to it would be accepted now. `context` needs no more than the viewer's own mandate and the
 * units of the case.
 */
export function availableActions(
  state: CaseState,
  process: Process,
  viewer: Viewer,
  now: string,
  context: CaseContext,
): readonly AvailableAction[] {
  const scene = sceneOf(state, process, viewer, now, context, now);
  return OFFERED.flatMap((kind) =>
    targetsOf(scene.state, ruleOf(kind).on).flatMap((target) => tryEach(scene, kind, target)),
  );
}

function tryEach(scene: Scene, command: CommandKind, target: Targets[TargetKind]): AvailableAction[] {
  const { action, on, variants } = ruleOf(command);
  return (variants?.(scene.process) ?? [undefined]).map((variant) => {
    const refusal = mayActAtAll(scene, action) ?? mayDo(scene, command, target, variant);
    const about = { action, command, ...(variant ? { variant } : {}), ...idOf(on, target) };
    return refusal
      ? { ...about, possible: false, refusalCode: refusal.code, params: refusal.params }
      : { ...about, possible: true };
  });
}

function targetsOf(state: CaseState, on: TargetKind): readonly Targets[TargetKind][] {
  if (on === 'CASE') return [null];
  if (on === 'ASSIGNMENT') return state.assignments;
  if (on === 'RECORD') return state.records;
  return on === 'REPLY' ? state.replies : state.entries;
}

function idOf(on: TargetKind, target: Targets[TargetKind]) {
  const ids = target as Readonly<Record<string, string>> | null;
  if (on === 'ASSIGNMENT') return { assignmentId: ids?.assignmentId ?? '' };
  if (on === 'REPLY') return { replyId: ids?.replyId ?? '' };
  if (on === 'RECORD') return { recordId: ids?.recordId ?? '' };
  return on === 'ENTRY' ? { entryId: ids?.entryId ?? '' } : {};
}
