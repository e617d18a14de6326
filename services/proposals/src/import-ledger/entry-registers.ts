import type { CaseEvent } from '../case/events.js';

/** Numbers of the tracking registers (挂号) while a ledger is replayed: one counter a year, drawn in order. */
export class EntryRegisters {
  private next = new Map<number, number>();

  constructor(private readonly nextSerial: (year: number) => Promise<number>) {}

  /** Locks the registers that the dates of some rows may need. */
  async open(years: Iterable<number>): Promise<void> {
    for (const year of years) if (!this.next.has(year)) this.next.set(year, await this.nextSerial(year));
  }

  serial = (year: number): number => this.next.get(year) ?? 1;

  /** Moves the counters on (or, for entries a case has already, back). */
  count(events: readonly Pick<CaseEvent, 'type' | 'payload'>[], step: 1 | -1 = 1): void {
    for (const event of events) {
      if (event.type !== 'entry.registered') continue;
      const { year } = event.payload as { year: number };
      this.next.set(year, this.serial(year) + step);
    }
  }

  remember = (): ReadonlyMap<number, number> => new Map(this.next);
  restore(remembered: ReadonlyMap<number, number>): void {
    this.next = new Map(remembered);
  }
}
