import type { WorkingCalendar } from '@duban/kernel';
import { workingCalendar } from '@duban/kernel/runtime';
import type { ProposalKind } from '../case/vocabulary.js';
import type { ProcessVersion } from '../store/proposal.store.js';
import type { ConditionLanguage } from './condition.js';
import { type ProcessOfKinds, processFor } from './effective-process.js';
import { localDays } from './local-days.js';
import type { Process } from './process.js';
import { SharedParts } from './shared-parts.js';

/** `categories` in the table: code to its local name and its canonical category. */
export type StoredCategories = Readonly<
  Record<string, { readonly name: string; readonly canonical: string }>
>;

/** A version as it was read. */
export type ReadVersion = { readonly definition: ProcessOfKinds; readonly categories: StoredCategories };

/** What all kinds of cases share, what kinds with rules of their own follow, and what the others do. */
type Copy = {
  readonly whole: ProcessVersion;
  readonly own: ReadonlyMap<string, ProcessVersion>;
  readonly others: ProcessVersion;
};

const MOST = 500;

/**
 * Processes as they were read last, by locality and version. Stored versions never change, so a copy is as
 * good as the row. A process is held once for all kinds of cases that follow it, and what many localities
 * say alike once for all of them: a copy costs what its locality says itself.
 */
export class ProcessCopies {
  /** The ones asked for last at the end. */
  readonly #copies = new Map<string, Copy>();
  readonly #parts = new SharedParts();
  readonly #calendars = new WeakMap<object, WorkingCalendar>();

  constructor(
    private readonly conditions: ConditionLanguage,
    private readonly most = MOST,
  ) {}

  get(tenant: number, version: string, kind: ProposalKind | null): ProcessVersion | null {
    const key = `${tenant}/${version}`;
    const copy = this.#copies.get(key);
    return copy ? ofKind(this.#hold(key, copy), kind) : null;
  }

  keep(tenant: number, version: string, read: ReadVersion, kind: ProposalKind | null): ProcessVersion {
    return ofKind(this.#hold(`${tenant}/${version}`, this.#copyOf(read)), kind);
  }

  #copyOf({ definition, categories }: ReadVersion): Copy {
    const entries = Object.entries(this.#parts.share(categories));
    const categoryNames = new Map(entries.map(([code, { name }]) => [code, name]));
    const canonical = new Map(entries.map(([code, one]) => [code, one.canonical]));
    const { conditions } = this;
    const following = (process: Process): ProcessVersion => {
      const calendar = this.#calendarOf(process);
      return { process, categories: canonical, categoryNames, calendar, conditions };
    };
    const shared = this.#parts.share(definition);
    const { byKind = {}, ...common } = shared;
    const kinds = Object.keys(byKind) as ProposalKind[];
    const whole = following(shared);
    return {
      whole,
      own: new Map(kinds.map((kind) => [kind, following(processFor(shared, kind))])),
      others: kinds.length === 0 ? whole : following(common),
    };
  }

  #calendarOf({ calendar = {} }: Process): WorkingCalendar {
    const known = this.#calendars.get(calendar) ?? workingCalendar(localDays({ calendar }));
    this.#calendars.set(calendar, known);
    return known;
  }

  #hold(key: string, copy: Copy): Copy {
    this.#copies.delete(key);
    this.#copies.set(key, copy);
    if (this.#copies.size > this.most) this.#letGo();
    return copy;
  }

  #letGo(): void {
    const [oldest] = this.#copies.keys();
    if (oldest !== undefined) this.#copies.delete(oldest);
  }
}

const ofKind = ({ whole, own, others }: Copy, kind: ProposalKind | null): ProcessVersion =>
  kind === null ? whole : (own.get(kind) ?? others);
