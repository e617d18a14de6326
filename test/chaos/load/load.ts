import { setTimeout as sleep } from 'node:timers/promises';
import { County } from '../../kit/county.js';
import type { Deployment } from '../../kit/deployment.js';
import { killPart, PARTS, type Recovery } from '../../kit/parts.js';
import { isReady } from '../../start-up/started-platform.js';
import { crewOf, liveACase, MUTATIONS_A_CASE, MUTATIONS_BESIDE, registerOthers } from './case-life.js';
import { Book } from './client.js';
import { shuffled } from './random.js';

export type LoadOptions = {
  readonly counties: readonly string[];
  /** Cases that are worked on at once in each county. */
  readonly crews: number;
  readonly casesOfCrew: number;
  readonly killsOfPart: number;
  readonly random: () => number;
};

export type Loaded = {
  readonly book: Book;
  readonly recoveries: readonly Recovery[];
  readonly cases: number;
};

export const mutationsOf = ({ counties, crews, casesOfCrew }: LoadOptions): number =>
  counties.length * crews * casesOfCrew * (MUTATIONS_A_CASE + MUTATIONS_BESIDE);

/** Lets crews work while one part after the other is killed, evenly over the work and in a random order. */
export async function loadAndKill(deployment: Deployment, options: LoadOptions): Promise<Loaded> {
  const { counties, crews, casesOfCrew, random } = options;
  const book = new Book();
  const state = { over: false };
  const working = Promise.all(
    counties.flatMap((code) => {
      const county = new County(deployment, code);
      return Array.from({ length: crews }, (_, at) => work(county, at, casesOfCrew, book, random));
    }),
  ).finally(() => {
    state.over = true;
  });
  const [recoveries] = await Promise.all([killing(deployment, options, book, state), working]);
  return { book, recoveries, cases: counties.length * crews * casesOfCrew };
}

async function work(county: County, at: number, cases: number, book: Book, random: () => number) {
  const crew = await crewOf(county, at, book, random);
  for (let n = 0; n < cases; n++) {
    const name = `${at}-${n}`;
    await Promise.all([liveACase(crew, name), registerOthers(crew, name)]);
  }
}

async function killing(
  { started, url }: Deployment,
  options: LoadOptions,
  book: Book,
  state: { readonly over: boolean },
): Promise<Recovery[]> {
  const { killsOfPart, random } = options;
  const victims = shuffled(
    PARTS.flatMap((part) => Array.from({ length: killsOfPart }, () => part)),
    random,
  );
  const port = Number(new URL(url).port);
  const recoveries: Recovery[] = [];
  for (const [at, part] of victims.entries()) {
    const due = ((at + random()) / (victims.length + 1)) * mutationsOf(options);
    while (book.told.length < due && !state.over) await sleep(5);
    recoveries.push(await killPart(started.child.pid as number, part, () => isReady(port)));
  }
  return recoveries;
}
