import { cpuUsage } from 'node:process';
import { type Transaction, viewerScope } from '@duban/kernel/runtime';
import type { Process } from '../process/process.js';
import type { ProposalDeps } from '../proposal.deps.js';
import { tryProcess } from '../trial/try-process/try-process.js';
import { dependencies } from '../wiring.js';
import { copies, rated } from './cases-in-the-graph.js';
import { viewerAs } from './people.js';
import { baseProcess } from './process-files.kit.js';
import { ProposalsFixture } from './proposals.fixture.js';

const AT_ONCE = 200;
const DEPS = dependencies(() => '2026-12-20T02:00:00.000Z');

/** A part of a year: which cases, and how many of them would have gone otherwise. */
type Part = { readonly ids: readonly string[]; readonly different: number };

export type TimedYear = {
  readonly cases: number;
  readonly different: number;
  /** Processor time of this process, in milliseconds: PostgreSQL's comes on top. */
  readonly cpu: number;
};

/** A year of answered cases in a database of its own, tried as the graph tries them: a part at a time. */
export class TrialInDatabase {
  private constructor(private readonly fixture: ProposalsFixture) {}

  static async open(cases: number): Promise<TrialInDatabase> {
    const fixture = await ProposalsFixture.open();
    const { id } = await rated(fixture, '关于路灯的建议');
    for (let made = 1; made < cases; made += AT_ONCE)
      await copies(fixture, id, Math.min(AT_ONCE, cases - made), made);
    return new TrialInDatabase(fixture);
  }

  close(): Promise<void> {
    return this.fixture.close();
  }

  /** The year's events, read as a trial reads them, and nothing else. */
  read(): Promise<TimedYear> {
    return this.timed(async ({ trials }, after) => {
      const { cases } = await trials.page(partAfter(after));
      const ids = cases.map(({ id }) => id);
      await trials.eventsOf(ids);
      return { ids, different: 0 };
    });
  }

  /** Under another limit for the reply, in days. */
  try(amount: number): Promise<TimedYear> {
    const base = baseProcess();
    const deadlines = { ...base.deadlines, reply: { ...base.deadlines.reply, amount, unit: 'DAY' } };
    const draft = { ...base, version: 'draft', deadlines } as Process;
    return this.timed(async (deps, after) => {
      const { cases, different } = await tryProcess(deps, draft, partAfter(after));
      return { ids: cases.map(({ id }) => id), different: different.length };
    });
  }

  private async timed(work: (deps: ProposalDeps, after: string | null) => Promise<Part>): Promise<TimedYear> {
    const scope = viewerScope(viewerAs('TENANT_ADMIN'));
    const partOf = (after: string | null) =>
      this.fixture.database.transaction(scope, 'read', (tx: Transaction) => work(DEPS(tx), after));
    const begun = cpuUsage();
    let [cases, different, after]: [number, number, string | null] = [0, 0, null];
    for (let full = true; full; ) {
      const part: Part = await partOf(after);
      cases += part.ids.length;
      different += part.different;
      after = part.ids.at(-1) ?? after;
      full = part.ids.length === AT_ONCE;
    }
    const { user, system } = cpuUsage(begun);
    return { cases, different, cpu: (user + system) / 1000 };
  }
}

const partAfter = (after: string | null) => ({ year: 2026, kind: null, after, most: AT_ONCE });
