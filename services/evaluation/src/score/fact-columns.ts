import type { CalendarDate, DerivedValues, ExpressionLanguage, FactValue, KnownFacts } from '@duban/kernel';
import type { Axis, RoundChoice } from '../facts/vocabulary.js';
import { type MetricName, metricOf } from '../figures/metrics.js';
import { type Question, test } from '../figures/predicate.js';
import { factReader } from '../sheet/scoring-facts.js';
import { type Population, SCORED_ROLES } from '../sheet/words.js';
import type { ScoreRow } from './score-input.js';

/** Undefined: the row's facts do not tell. */
export type Cell = boolean | number | undefined;

const KEPT = 20_000;
const NO_DERIVED: DerivedValues = {};

/**
 * What expressions come to, row by row, each computed once however many indicators and sheets ask for
 * it. Rows that agree in all facts an expression reads have one value, so it is evaluated once for
 * all of them.
 */
export class FactColumns {
  private readonly kept = new Map<string, readonly Cell[]>();
  private readonly masks = new Map<string, Uint8Array>();

  /** The place of each row's role in `SCORED_ROLES`. */
  readonly roles: Uint8Array;

  constructor(
    readonly rows: readonly ScoreRow[],
    private readonly day: CalendarDate,
    private readonly language: ExpressionLanguage,
  ) {
    const places = new Map<string, number>(SCORED_ROLES.map((role, place) => [role, place]));
    this.roles = Uint8Array.from(rows, ({ role }) => places.get(role) ?? 0);
  }

  expression(written: string, derived: DerivedValues = NO_DERIVED): readonly Cell[] {
    const own = written.includes('derived.') ? derived : NO_DERIVED;
    return this.keep(`cel ${JSON.stringify(own)} ${written}`, () => this.evaluate(written, own));
  }

  private evaluate(written: string, derived: DerivedValues): Cell[] {
    const compiled = this.language.compile(written, derived);
    const readers = compiled.reads.map((path) => ({ path, read: factReader(path) }));
    const known = new Map<string, Cell>();
    return this.rows.map((row) => {
      let key = '';
      for (const { read } of readers) key += `${read(row, this.day)}\n`;
      const kept = known.get(key);
      if (kept !== undefined || known.has(key)) return kept;
      const cell = compiled.value(this.factsOf(row, readers));
      if (known.size < KEPT) known.set(key, cell);
      return cell;
    });
  }

  private factsOf(
    row: ScoreRow,
    readers: readonly { readonly path: string; readonly read: ReturnType<typeof factReader> }[],
  ): KnownFacts {
    const facts: Record<string, Record<string, FactValue>> = {};
    for (const { path, read } of readers) {
      const [group = '', name = ''] = path.split('.');
      const values = facts[group] ?? {};
      values[name] = read(row, this.day);
      facts[group] = values;
    }
    return facts;
  }

  /** What each row adds to one side of a metric. */
  metric(
    name: MetricName,
    side: 'numerator' | 'denominator',
    axis: Axis,
    round: RoundChoice,
  ): readonly Cell[] {
    return this.keep(`metric ${name} ${side} ${axis} ${round}`, () => {
      const term = metricOf(name)[side];
      const question: Question = { day: this.day, axis, round };
      if (!term) throw new Error(`${name} has no denominator`);
      const { where, sum } = term;
      return this.rows.map(({ facts }) => (test(where, facts, question) ? (sum ? facts[sum] : 1) : 0));
    });
  }

  private keep(key: string, make: () => readonly Cell[]): readonly Cell[] {
    const known = this.kept.get(key);
    if (known) return known;
    const made = make();
    this.kept.set(key, made);
    return made;
  }

  /** Which rows a population takes in: 1 or 0. */
  within(population: Population): Uint8Array {
    const key = JSON.stringify(population);
    const known = this.masks.get(key);
    if (known) return known;
    const mask = Uint8Array.from(this.rows, (row) => (takesIn(population, row) ? 1 : 0));
    this.masks.set(key, mask);
    return mask;
  }
}

const takesIn = ({ kinds, roles, tiers, periods, rounds }: Population, { role, facts }: ScoreRow): boolean =>
  (roles ?? ANSWERING).some((one) => one === role) &&
  (!kinds || kinds.includes(facts.kind ?? '')) &&
  (!periods || periods.includes(facts.period ?? '')) &&
  (!tiers || (facts.keyTiers?.split('|') ?? []).some((tier) => tiers.includes(tier))) &&
  (!rounds || (rounds === 'AGAIN' ? facts.rounds >= 2 : facts.rounds === 1));

const ANSWERING: readonly string[] = ['LEAD', 'SOLE', 'SEPARATE'];
