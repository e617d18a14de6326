import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import { momentOf, yearOf } from '../../case/clock.js';
import type { CaseEvent, NewCaseEvent } from '../../case/events.js';
import { fold } from '../../case/fold.js';
import { decideOn } from '../../case-command/case-command.js';
import type { CaseChange, CaseFile, CommandDeps } from '../../store/proposal.store.js';

export type RollOverRegister = { readonly toYear: number; readonly occurredAt?: string };

/** `refused` have to be looked at one by one: a guard of the process stands before them. */
export type RolledOver = {
  readonly rolledOver: number;
  readonly refused: number;
  readonly remaining: number;
};

/** Entries carried over in one go; what remains is told. */
const AT_ONCE = 200;

/**
 * 年度结转: every open entry of earlier years is carried on to a year, one year at a time, by the
 * rules that carry a single one. Whatever is there already stays: doing it again changes nothing, so
 * it may be repeated until nothing remains, also by two at once.
 */
export const rollOverRegister = useCase({
  action: 'entry:roll-over',
  async execute(deps: CommandDeps, viewer: Viewer, input: RollOverRegister) {
    const { toYear } = input;
    const at = momentOf(input.occurredAt, deps.now());
    if (typeof at !== 'string') return at;
    const next = yearOf(at) + 1;
    if (toYear > next || toYear < 2000) return refuse('YEAR_NOT_NEXT', { year: next });
    const { entries, total } = await deps.cases.openEntriesBefore(toYear, AT_ONCE);
    const files = await deps.cases.findMany([...new Set(entries.map(({ proposalId }) => proposalId))]);
    const changes: CaseChange[] = [];
    const done = { rolledOver: 0, refused: 0 };
    for (const [proposalId, file] of files) {
      const own = entries.filter((one) => one.proposalId === proposalId).map(({ entryId }) => entryId);
      const carried = await carry(deps, viewer, file, own, input);
      done.rolledOver += carried.rolledOver;
      done.refused += own.length - carried.rolledOver;
      if (carried.events.length > 0) changes.push({ file, events: carried.events });
    }
    if (changes.length > 0) await deps.cases.append(changes);
    return accept<RolledOver>({ ...done, remaining: total - entries.length });
  },
});

/** The events that carry some entries of a case on to a year; of one that is refused, none. */
async function carry(
  deps: CommandDeps,
  viewer: Viewer,
  file: CaseFile,
  entryIds: readonly string[],
  input: RollOverRegister,
): Promise<{ events: NewCaseEvent[]; rolledOver: number }> {
  let current = file;
  const events: NewCaseEvent[] = [];
  let rolledOver = 0;
  for (const entryId of entryIds) {
    const { ahead, made } = await carryOne(deps, viewer, current, entryId, input);
    if (!made) continue;
    events.push(...made);
    current = ahead;
    rolledOver += 1;
  }
  return { events, rolledOver };
}

async function carryOne(
  deps: CommandDeps,
  viewer: Viewer,
  file: CaseFile,
  entryId: string,
  { toYear, ...meta }: RollOverRegister,
): Promise<{ ahead: CaseFile; made: NewCaseEvent[] | null }> {
  let ahead = file;
  const made: NewCaseEvent[] = [];
  for (;;) {
    const year = ahead.state.entries.find((one) => one.entryId === entryId)?.year ?? toYear;
    if (year >= toYear) return { ahead, made };
    const command = { kind: 'entry.roll_over', entryId, toYear: year + 1 } as const;
    const decision = await decideOn(deps, viewer, ahead, command, meta);
    if (!decision.accepted) return { ahead: file, made: null };
    const { events } = decision.value;
    made.push(...events);
    ahead = { ...ahead, state: fold(events as readonly CaseEvent[], ahead.state) };
  }
}
