import type { Guard, GuardRequirement } from '../process/guard.js';
import type { Command } from './commands.js';
import type { Refusal, Scene } from './rule.js';
import type { Assignment, Reply, TrackingEntry } from './state.js';

/** What a guarded command is about. `command` is absent while it is only asked whether it might be given. */
export type GuardedTarget = {
  readonly assignment: Assignment | null;
  readonly reply: Reply | null;
  readonly entry: TrackingEntry | null;
  readonly command?: Command;
};

export type RequirementOf<Kind extends GuardRequirement['kind']> = Extract<GuardRequirement, { kind: Kind }>;

/** Why a requirement is not met; null when it is. */
export type GuardCheck<Kind extends GuardRequirement['kind']> = (
  scene: Scene,
  requirement: RequirementOf<Kind>,
  target: GuardedTarget,
  guard: Guard,
) => Refusal | null;

export type GuardTable<Kinds extends GuardRequirement['kind']> = {
  readonly [Kind in Kinds]: GuardCheck<Kind>;
};
