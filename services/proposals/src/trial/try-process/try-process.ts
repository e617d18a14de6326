import { dateInShanghai } from '@duban/kernel';
import type { ProposalKind } from '../../case/vocabulary.js';
import type { ConditionLanguage } from '../../process/condition.js';
import { type ProcessOfKinds, processFor } from '../../process/effective-process.js';
import type { CommandDeps } from '../../store/proposal.store.js';
import type { Draft } from '../replay-case.js';
import { type CaseHistory, type TrialResult, tryCases } from '../trial.js';
import type { TrialPage, TrialRange } from '../trial-cases.read.js';

/** What a trial needs beside the draft. */
export type TrialDeps = Pick<CommandDeps, 'cases' | 'processes' | 'now'> & {
  readonly conditions: ConditionLanguage;
  readonly trials: { page(range: TrialRange): Promise<TrialPage> };
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
  const events = await deps.cases.eventsOf(page.cases.map(({ id }) => id));
  const today = dateInShanghai(deps.now());
  const { categories } = await deps.processes.getInForce(today, null);
  const drafts = new Map<ProposalKind, Draft>();
  const draftFor = (kind: ProposalKind): Draft => {
    const known = drafts.get(kind);
    if (known) return known;
    const own = processFor(process, kind);
    const { conditions } = deps;
    const made = { process: own, calendar: deps.calendarOf(own), conditions, categories };
    drafts.set(kind, made);
    return made;
  };
  const kinds = new Map(page.cases.map(({ id, kind }) => [id, kind]));
  const histories = page.cases.map(({ id }): CaseHistory => ({ caseId: id, events: events.get(id) ?? [] }));
  const draftOf = ({ caseId }: CaseHistory): Draft => draftFor(kinds.get(caseId) ?? 'NPC_SUGGESTION');
  return { ...tryCases(histories, draftOf, today), ...page };
}
