import { type CellProblem, cellProblem, dateInShanghai, type Viewer } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { CaseContext } from '../case/context.js';
import type { RecordedCaseEvent } from '../case/events.js';
import { fold } from '../case/fold.js';
import { PROPOSAL_KINDS, type ProposalKind } from '../case/vocabulary.js';
import type { CaseChange, ProcessVersion } from '../store/proposal.store.js';
import { compareWithRecorded } from './compare-recorded.js';
import { EntryRegisters } from './entry-registers.js';
import type { DirectoryMandate, DirectoryUnit, LedgerDeps } from './ledger.store.js';
import { headingOf, kindIn, type LedgerRow } from './ledger-columns.js';
import { groupKeyOf, groupRows, type LedgerGroup } from './ledger-group.js';
import type { ImportedLedger, ImportLedger } from './ledger-input.js';
import { checkLedgerHeadings, parseLedgerRow } from './ledger-row.js';
import type { LedgerCase } from './ledger-steps.js';
import { directoryFacts, findMandate, vocabularyOf } from './ledger-words.js';
import { LedgerRefused } from './replay-case.js';
import { type GroupFrame, type ReplayedCase, replayGroup } from './replay-group.js';

const STAGED_AT_ONCE = 1000;

type Recorded = ReadonlyMap<string, readonly RecordedCaseEvent[]>;

/** Each kind of cases has its own process. */
type Versions = Readonly<Record<ProposalKind, ProcessVersion>>;

async function versionsOf({ processes, now }: LedgerDeps): Promise<Versions> {
  const found: Partial<Record<ProposalKind, ProcessVersion>> = {};
  for (const kind of PROPOSAL_KINDS) found[kind] = await processes.getInForce(dateInShanghai(now()), kind);
  return found as Versions;
}

/** One import under way: what it knows of the locality, and how far it is. */
export class LedgerRun {
  problems = 0;
  imported: ImportedLedger = { rows: 0, cases: 0, unchanged: 0, events: 0 };
  private readonly registers: EntryRegisters;

  private constructor(
    private readonly deps: LedgerDeps,
    private readonly viewer: Viewer,
    private readonly input: ImportLedger,
    private readonly versions: Versions,
    private readonly units: readonly DirectoryUnit[],
    private readonly mandates: readonly DirectoryMandate[],
    private readonly numbers: ReadonlyMap<string, string>,
    private readonly base: CaseContext,
  ) {
    this.registers = new EntryRegisters(deps.ledger.nextEntrySerial);
  }

  static async begin(deps: LedgerDeps, viewer: Viewer, input: ImportLedger): Promise<LedgerRun> {
    const versions = await versionsOf(deps);
    const version = versions.NPC_SUGGESTION;
    const [units, mandates] = [await deps.ledger.units(), await deps.ledger.mandates()];
    const bare = await deps.facts.bare(version, viewer, deps.now());
    const numbers = await deps.ledger.numbersOf(input.year);
    return new LedgerRun(deps, viewer, input, versions, units, mandates, numbers, {
      ...bare,
      source: 'LEDGER',
    });
  }

  /** Reads and stages every row; a bad cell is reported and its row left out. */
  async read(): Promise<void> {
    const wordsOf = (kind: ProposalKind) =>
      vocabularyOf(this.versions[kind].process, this.versions[kind].categoryNames, this.units);
    const words = { NPC_SUGGESTION: wordsOf('NPC_SUGGESTION'), CPPCC_PROPOSAL: wordsOf('CPPCC_PROPOSAL') };
    let batch: { row: LedgerRow; groupKey: string }[] = [];
    for await (const { rowNumber, cells } of this.input.rows()) {
      if (this.imported.rows === 0)
        this.tell(checkLedgerHeadings(this.input.headings() ?? Object.keys(cells)));
      const { row, problems } = parseLedgerRow(cells, rowNumber, words[kindIn(cells) ?? 'NPC_SUGGESTION']);
      this.tell([...problems, ...(row ? this.unknownNames(row) : [])]);
      if (row) batch.push({ row, groupKey: groupKeyOf(row) });
      this.imported = { ...this.imported, rows: this.imported.rows + 1 };
      if (batch.length < STAGED_AT_ONCE) continue;
      await this.deps.ledger.stage(batch);
      batch = [];
      this.input.progress({ read: this.imported.rows, recorded: 0 });
    }
    if (batch.length > 0) await this.deps.ledger.stage(batch);
  }

  /** Replays the staged cases and records them; after the first problem it only looks for more. */
  async record(): Promise<void> {
    let done = 0;
    for await (const batch of this.deps.ledger.groups()) {
      const groups = batch.flatMap((rows) => this.grouped(rows));
      const ids = groups.flatMap(({ main, merged }) => [main, ...merged].map(({ proposalId }) => proposalId));
      const recorded = await this.deps.ledger.recorded(ids);
      await this.registers.open(yearsOf(batch.flat()));
      const changes = groups.flatMap((group) => this.changes(group, recorded));
      if (this.problems === 0) await this.deps.cases.append(changes);
      done += batch.reduce((sum, rows) => sum + rows.length, 0);
      this.input.progress({ read: this.imported.rows, recorded: done });
    }
  }

  private grouped(rows: readonly LedgerRow[]): LedgerGroup[] {
    const idOf = (kind: string, number: string) =>
      this.deps.seededId(`${this.viewer.tenant}/ledger/${kind}/${this.input.year}/${number}`);
    const { group, problems } = groupRows(rows, this.input.year, idOf);
    this.tell(problems);
    return group ? [group] : [];
  }

  private changes(group: LedgerGroup, recorded: Recorded): CaseChange[] {
    const before = [group.main, ...group.merged].flatMap(({ proposalId }) => recorded.get(proposalId) ?? []);
    const remembered = this.registers.remember();
    this.registers.count(before, -1);
    const changes = this.replay(group).flatMap((one) =>
      this.change(one, recorded.get(one.ledgerCase.proposalId) ?? []),
    );
    if (changes.length === 0) this.registers.restore(remembered);
    return changes;
  }

  private replay(group: LedgerGroup): readonly ReplayedCase[] {
    try {
      return replayGroup(group, this.frame(group));
    } catch (error) {
      if (!(error instanceof LedgerRefused)) throw error;
      this.tell([error.problem]);
      return [];
    }
  }

  private change({ ledgerCase, replay }: ReplayedCase, before: readonly RecordedCaseEvent[]): CaseChange[] {
    const events = compareWithRecorded(replay.events, before);
    if (events === null) this.tell([differs(ledgerCase)]);
    if (!events?.length) {
      if (events) this.count({ cases: 0, unchanged: 1, events: 0 });
      return [];
    }
    this.count({ cases: 1, unchanged: 0, events: events.length });
    return [{ file: { proposalId: ledgerCase.proposalId, state: fold(before) }, events }];
  }

  private frame({ main }: LedgerGroup): GroupFrame {
    const counters = new Map<string, number>();
    const facts = new Map<string, Pick<CaseContext, 'units' | 'mandates'>>();
    return {
      process: this.versions[main.rows[0].kind as ProposalKind].process,
      viewer: this.viewer,
      now: this.deps.now(),
      people: (name) => findMandate(this.mandates, main.rows[0], name),
      happened: (events) => this.registers.count(events),
      context: (ledgerCase, command, other) => {
        const { proposalId, rows } = ledgerCase;
        const known = facts.get(proposalId) ?? directoryFacts(rows[0], this.units, this.mandates);
        facts.set(proposalId, known);
        return {
          ...this.base,
          ...known,
          ...this.numbering(ledgerCase, command),
          other,
          newId: () => this.nextId(proposalId, counters),
        };
      },
    };
  }

  /** The same row gives the same ids, so that a file can be compared with what it brought the last time. */
  private nextId(proposalId: string, counters: Map<string, number>): string {
    const count = (counters.get(proposalId) ?? 0) + 1;
    counters.set(proposalId, count);
    return this.deps.seededId(`${proposalId}/${count}`);
  }

  private numbering(
    { proposalId, rows: [head] }: LedgerCase,
    command: Command,
  ): Pick<CaseContext, 'numberTaken' | 'nextEntrySerial' | 'nextSerial'> {
    const holder = this.numbers.get(`${head.kind}/${head.caseNumber}`);
    const year = Number(dateInShanghai(command.occurredAt ?? this.deps.now()).slice(0, 4));
    return {
      numberTaken: holder !== undefined && holder !== proposalId,
      nextSerial: null,
      nextEntrySerial: this.registers.serial(year),
    };
  }

  private count({ cases, unchanged, events }: Omit<ImportedLedger, 'rows'>): void {
    const { imported } = this;
    this.imported = {
      rows: imported.rows,
      cases: imported.cases + cases,
      unchanged: imported.unchanged + unchanged,
      events: imported.events + events,
    };
  }

  private unknownNames(row: LedgerRow): CellProblem[] {
    const told = (column: 'leadProposer' | 'cosigners', name: string) =>
      cellProblem(
        row.rowNumber,
        headingOf(column),
        name,
        'MANDATE_NOT_FOUND',
        '本地没有这位代表(委员);请先登记其资格,或改正姓名',
        'The locality has no deputy or member of this name; register the mandate first or correct the name',
      );
    const missing = (name: string) => findMandate(this.mandates, row, name) === null;
    return [
      ...(row.leadProposer && missing(row.leadProposer) ? [told('leadProposer', row.leadProposer)] : []),
      ...(row.cosigners?.split('、') ?? []).filter(missing).map((name) => told('cosigners', name)),
    ];
  }

  private tell(problems: readonly CellProblem[]): void {
    this.problems += problems.length;
    for (const one of problems) this.input.report(one);
  }
}

const yearsOf = (rows: readonly LedgerRow[]): Set<number> =>
  new Set(
    rows
      .flatMap((row) => [row.repliedOn, row.closedOn])
      .flatMap((date) => (date ? [Number(date.slice(0, 4))] : [])),
  );

const differs = ({ rows: [head] }: LedgerCase): CellProblem =>
  cellProblem(
    head.rowNumber,
    headingOf('caseNumber'),
    head.caseNumber ?? '',
    'CASE_DIFFERS',
    '本案此前已导入且内容不同;请通过相应环节更正,不要重新导入',
    'This case was recorded before with other content; correct it by its own steps instead of importing again',
  );
