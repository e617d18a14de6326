import type { Scope } from '@duban/kernel/runtime';
import type { EvaluationDatabase } from './evaluation-database.js';
import { seeded } from './random-case.js';
import type { RandomCountry } from './random-country.js';
import { ALTOGETHER, OPERATIONS, type Operation, RandomWriter, type Shares } from './random-writer.js';

type Next = (below: number) => number;

/** People who write at the same time. */
const MOST_WRITERS = 4;
/** Places that new cases and changes are of in one round. */
const PLACES_AT_ONCE = 8;
/** What waits for those who follow, or costs by all that there is, is a smaller share of many operations. */
const MOST_REDELIVERIES = 1000;
const MOST_REMAKES = 100;
const MOST_MOVES = 500;

/** What is folded or made anew is right again, whatever had been wrong: so neither happens in every round. */
const sharesOf = (operations: number, round: number): Shares => {
  const atMost = (share: number, most: number): number =>
    Math.min(share, Math.ceil((most * ALTOGETHER) / operations));
  const rare = {
    redelivery: round % 2 === 1 ? atMost(3000, 2 * MOST_REDELIVERIES) : 0,
    move: atMost(500, MOST_MOVES),
    remake: round % 3 === 2 ? atMost(1500, 3 * MOST_REMAKES) : 0,
    withdrawal: 4500,
    regrade: 13_000,
  };
  return { ...rare, event: ALTOGETHER - Object.values(rare).reduce((sum, share) => sum + share, 0) };
};

/** For specs: what happens in a country, at random, by several people at once. */
export class RandomLife {
  /** How often each kind has happened. */
  readonly done = Object.fromEntries(OPERATIONS.map((each) => [each, 0])) as Record<Operation, number>;
  /** The tree as it is now. */
  readonly parents: Map<number, number>;
  private readonly writers: readonly RandomWriter[];
  private touched = new Set<number>();
  private cases = new Map<string, number>();
  private round = 0;

  constructor(
    private readonly country: RandomCountry,
    database: EvaluationDatabase,
    scopeOf: (tenant: number) => Scope,
    private readonly operations: number,
    private readonly next: Next,
  ) {
    const { places, counties, parents } = country;
    const above = places.flatMap(({ number, ancestors: [parent] }) =>
      parent === undefined ? [] : [[number, parent] as const],
    );
    this.parents = new Map(above);
    const writers = Math.min(MOST_WRITERS, counties.length);
    this.writers = Array.from({ length: writers }, (_none, index) => {
      const own = counties.filter((_county, at) => at % writers === index);
      const course = {
        database,
        scopeOf,
        index,
        counties: own,
        parents,
        next: seeded(next(1 << 30)),
      };
      return new RandomWriter(course, {
        done: (operation) => {
          this.done[operation] += 1;
        },
        touched: (tenant, caseId) => {
          this.touched.add(tenant);
          if (caseId !== undefined) this.cases.set(caseId, tenant);
        },
        moved: (county, parent) => this.parents.set(county, parent),
      });
    });
  }

  /** So many operations in some places, by all writers at once. */
  async happen(count: number): Promise<void> {
    const places = this.some(this.country.holders, PLACES_AT_ONCE);
    const shares = sharesOf(this.operations, this.round++);
    const each = Math.ceil(count / this.writers.length);
    await Promise.all(this.writers.map((writer) => writer.happen(each, shares, places)));
  }

  /** What has been changed since this was last asked: places, and cases with whose they are. */
  changed(): { readonly places: ReadonlySet<number>; readonly cases: ReadonlyMap<string, number> } {
    const { touched, cases } = this;
    this.touched = new Set();
    this.cases = new Map();
    return { places: touched, cases };
  }

  private some<Of>(of: readonly Of[], count: number): Of[] {
    const left = [...of];
    return Array.from(
      { length: Math.min(count, of.length) },
      () => left.splice(this.next(left.length), 1)[0] as Of,
    );
  }
}
