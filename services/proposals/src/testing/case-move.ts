import type { Viewer } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { CaseContext } from '../case/context.js';
import type { CaseState } from '../case/state.js';
import type { Model } from './case-model.js';

/** One thing that somebody could do: what the model says to it, and the command that says the same to the rules. */
export type Move = {
  readonly viewer: Viewer;
  readonly command: (state: CaseState) => Command;
  readonly outside?: Partial<CaseContext>;
  readonly may: (model: Model) => boolean;
  readonly change: (model: Model) => void;
  /** Ends the case: tried seldom, or every case would be short. */
  readonly final?: true;
};
