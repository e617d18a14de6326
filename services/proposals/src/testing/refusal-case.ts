import type { Viewer } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { CaseContext } from '../case/context.js';
import type { RefusalCode } from '../case/refusals.js';
import type { Process } from '../process/process.js';
import { UNITS } from './people.js';
import type { Story } from './story.js';

/** One row of the table of refusals: after this story, this person tries this command. */
export type RefusalCase = {
  readonly code: RefusalCode;
  readonly when: string;
  readonly story: (story: Story) => Story;
  readonly who: Viewer;
  readonly command: (story: Story) => Command;
  readonly process?: (base: Process) => Process;
  readonly outside?: Partial<CaseContext>;
};

/** A command on a unit's assignment, as soon as the story has come to it. */
export const onAssignment =
  (make: (assignmentId: string) => object, unitId = UNITS.transport): RefusalCase['command'] =>
  (story) =>
    make(story.assignment(unitId).assignmentId) as Command;

type More = Pick<RefusalCase, 'process' | 'outside'>;

export const refusal = (
  code: RefusalCode,
  when: string,
  story: RefusalCase['story'],
  who: Viewer,
  command: Command | RefusalCase['command'],
  more: More = {},
): RefusalCase => ({
  code,
  when,
  story,
  who,
  command: typeof command === 'function' ? command : () => command,
  ...more,
});
