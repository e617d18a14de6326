import type { RecordedEvent } from '@duban/kernel';
import { nightOf } from '../../proof/night.js';
import { wire } from '../../wiring.js';
import { type EvaluationDatabase, evaluationDatabaseOn, quiet } from '../evaluation-database.js';
import { seeded } from '../random-case.js';
import { LIVES, nationCase } from './nation-case.js';
import { type NationPlace, type NationShape, nationPlaces } from './nation-places.js';

/** Cases under way at the same time. */
const OPEN = 1_500;
const YEAR = 2025;
/** Localities that write at the same time. */
const LANES = 4;

type Open = { readonly rest: RecordedEvent[] };

/**
 * For measurements: the logs of a country whose cases go on as in life, a step here and a step there, and
 * nothing else of the platform. Whoever follows them finds what it would find there.
 */
export class FollowedCountry {
  private readonly open: Open[] = [];
  private readonly next = seeded(7);
  private number = 0;

  private constructor(
    private readonly database: EvaluationDatabase,
    private readonly places: readonly NationPlace[],
    private readonly weights: number,
  ) {}

  /** In an empty database: every place registered, and cases at any point of their lives. */
  static async on(adminUrl: string, shape: NationShape): Promise<FollowedCountry> {
    const places = nationPlaces(shape);
    const database = await evaluationDatabaseOn(adminUrl);
    await database.register(places);
    const weights = places.reduce((sum, { weight }) => sum + weight, 0);
    const country = new FollowedCountry(database, places, weights);
    await country.begin();
    return country;
  }

  /** Addresses for whoever follows. */
  get urls(): { readonly databaseUrl: string; readonly relayUrl: string } {
    const { database } = this;
    return { databaseUrl: database.url('evaluation', 'app'), relayUrl: database.url('evaluation', 'relay') };
  }

  /** What happens next to so many cases, any of them. */
  async happen(steps: number): Promise<void> {
    const events = Array.from({ length: steps }, () => {
      const at = this.next(OPEN);
      const { rest } = this.open[at] as Open;
      const event = rest.shift() as RecordedEvent;
      if (rest.length === 0) this.open[at] = this.newCase();
      return event;
    });
    const lanes = Map.groupBy(events, ({ tenant }) => tenant % LANES);
    await Promise.all([...lanes.values()].map((own) => this.database.record(own)));
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private async begin(): Promise<void> {
    const before: RecordedEvent[] = [];
    for (let at = 0; at < OPEN; at++) {
      const { rest } = this.newCase();
      before.push(...rest.splice(0, this.next(rest.length)));
      this.open.push({ rest });
    }
    await this.database.record(before);
  }

  private newCase(): Open {
    this.number += 1;
    const id = `00000000-0000-7000-8000-${this.number.toString(16).padStart(12, '0')}`;
    return { rest: [...nationCase(id, this.place().number, YEAR, this.next(LIVES)).events] };
  }

  private place(): NationPlace {
    let left = (this.next(1_000_000) / 1_000_000) * this.weights;
    const found = this.places.find(({ weight }) => {
      left -= weight;
      return left < 0;
    });
    return found ?? (this.places[0] as NationPlace);
  }
}

/** Follows such a country in this process, as the service does, until it is told to stop. */
export async function follow(
  urls: FollowedCountry['urls'],
  recountHours: string,
): Promise<{ close(): Promise<void> }> {
  return wire({ ...urls, night: nightOf(recountHours) ?? undefined, log: quiet });
}
