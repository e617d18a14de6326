import type { Command, CommandKind } from '../case/commands.js';
import type { Walk } from './walk.js';

/** What happens to the case where a person decides: the rest follows from the process. */
export type Course = {
  /** The class that units claim and the office confirms, by code. */
  readonly class: string;
  /** How satisfied they are in the first, second… round; the last one for all later ones. None: nobody rates. */
  readonly levels: readonly string[];
};

/** The commands of a kind worth trying in the walk's state. */
export type Attempts = (walk: Walk, course: Course) => readonly Command[];
export type AttemptTable = Readonly<Partial<Record<CommandKind, Attempts>>>;

/** A text of the field, no longer than the process allows. */
export const text = (length: number): string => '办理事项。'.slice(0, Math.max(1, length));
