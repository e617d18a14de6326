import { type CalendarDate, dateInShanghai } from '@duban/kernel';
import type { ProposalKind } from '../../case/vocabulary.js';
import type { ConditionLanguage } from '../../process/condition.js';
import { type ProcessOfKinds, processFor } from '../../process/effective-process.js';
import type { Process } from '../../process/process.js';
import { closesOf } from '../../process/sessions.js';
import type { CommandDeps } from '../../store/proposal.store.js';
import { alike } from '../alike.js';
import type { Draft } from '../draft.js';
import { feltCommands } from '../felt-commands.js';
import { type CaseHistory, type TrialResult, tryCases } from '../trial.js';
import type { TrialPage, TrialRange } from '../trial-cases.read.js';
import type { TrialEvent } from '../trial-event.js';

/** What a trial needs beside the draft. */
export type TrialDeps = Pick<CommandDeps, 'processes' | 'sessions' | 'now'> & {
  readonly conditions: ConditionLanguage;
  readonly trials: {
    page(range: TrialRange): Promise<TrialPage>;
    eventsOf(caseIds: readonly string[]): Promise<ReadonlyMap<string, readonly TrialEvent[]>>;
  };
  calendarOf(process: Draft['process']): Draft['calendar'];
};

export type ProcessTrial = Omit<TrialResult, 'cases'> & TrialPage;

/** Lives a part of a locality's year again under a process, each case under that of its kind. Changes nothing. */
export async function tryProcess(
  deps: TrialDeps,
  process: ProcessOfKinds,
  range: TrialRange,
): Promise<ProcessTrial> {
  const page = await deps.trials.page(range);
  const events = await deps.trials.eventsOf(page.cases.map(({ id }) => id));
  const today = dateInShanghai(deps.now());
  const drafts = new Map<ProposalKind, Draft>();
  for (const kind of new Set(page.cases.map((one) => one.kind)))
    drafts.set(kind, await draftFor(deps, processFor(process, kind), kind, today));
  const kinds = new Map(page.cases.map(({ id, kind }) => [id, kind]));
  const histories = page.cases.map(({ id }): CaseHistory => ({ caseId: id, events: events.get(id) ?? [] }));
  const draftOf = ({ caseId }: CaseHistory): Draft => drafts.get(kinds.get(caseId) as ProposalKind) as Draft;
  return { ...tryCases(histories, draftOf, today), ...page };
}

/** The draft of a kind, and what it changes of any version that cases of the locality may have been decided under. */
async function draftFor(
  { processes, sessions, conditions, calendarOf }: TrialDeps,
  process: Process,
  kind: ProposalKind,
  today: CalendarDate,
): Promise<Draft> {
  const { categories } = await processes.getInForce(today, kind);
  const closes = closesOf(await sessions.all());
  const versions = await processes.all(kind);
  const known = versions.every((one) => alike([...one.categories], [...categories]));
  const felt = known
    ? feltCommands(
        process,
        versions.map((one) => one.process),
      )
    : 'ANY';
  return { process, calendar: calendarOf(process), conditions, categories, closes, felt };
}
