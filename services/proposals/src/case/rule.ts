import type { Outcome, RefusalParams, Refused, Viewer } from '@duban/kernel';
import type { Process, SourceRule } from '../process/process.js';
import type { ProposalAction } from '../proposal.access.js';
import type { WorkRecord } from '../records/work-record.js';
import type { CommandKind, CommandOf } from './commands.js';
import type { CaseContext } from './context.js';
import type { CaseEvents, CaseEventType, NewCaseEvent } from './events.js';
import type { RefusalCode } from './refusals.js';
import type { Assignment, CaseState, Reply, TrackingEntry } from './state.js';

/** Everything a rule may look at. `at` is when it happened, `now` when it is told. */
export type Scene = {
  readonly state: CaseState;
  readonly process: Process;
  readonly viewer: Viewer;
  readonly now: string;
  readonly at: string;
  readonly context: CaseContext;
  readonly source: SourceRule;
};

export type Targets = {
  readonly CASE: null;
  readonly ASSIGNMENT: Assignment;
  readonly REPLY: Reply;
  readonly ENTRY: TrackingEntry;
  readonly RECORD: WorkRecord;
};
export type TargetKind = keyof Targets;

export type Refusal = Refused<RefusalCode> & { readonly params: RefusalParams };
export type Decision = Outcome<NewCaseEvent[], RefusalCode>;

/** One rule: what must hold whatever the command says (`may`), and what follows from what it says (`decide`). */
export type Rule<Kind extends CommandKind, On extends TargetKind> = {
  readonly action: ProposalAction;
  readonly on: On;
  /** Kinds of this command with conditions of their own. */
  readonly variants?: (process: Process) => readonly string[];
  /** Decided by the service itself as the second half of something else; nobody is offered it. */
  readonly internal?: true;
  may(scene: Scene, target: Targets[On], variant?: string): Refusal | null;
  /** The moment of the step it follows; null when it follows none. */
  since(scene: Scene, target: Targets[On], command: CommandOf<Kind>): string | null;
  decide(scene: Scene, target: Targets[On], command: CommandOf<Kind>): Decision;
};

export type RuleTable<Kinds extends CommandKind> = {
  readonly [Kind in Kinds]: { readonly [On in TargetKind]: Rule<Kind, On> }[TargetKind];
};

/** An event at the moment of the scene. */
export const happened = <Type extends CaseEventType>(
  scene: Scene,
  type: Type,
  payload: CaseEvents[Type],
): NewCaseEvent => ({ type, payload, occurredAt: scene.at }) as NewCaseEvent;

/** An old ledger tells what was, not what should have been asked for: what a locality wants to know now is not asked of it. */
export const isHistory = ({ source }: Pick<Scene, 'source'>): boolean => source.guards === 'OFF';

/** The first of several checks that refuses. Checks are given as functions: later ones may rely on earlier ones. */
export function firstRefusal(...checks: readonly (() => Refusal | null)[]): Refusal | null {
  for (const check of checks) {
    const refusal = check();
    if (refusal) return refusal;
  }
  return null;
}
