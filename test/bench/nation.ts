import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Nation, THE_COUNTRY } from '@duban/evaluation/nation';
import { dataFolder } from '@duban/ops/paths';
import { startPostgres } from '@duban/ops/postgres';
import { note, step } from '@duban/ops/progress';
import { Client } from 'pg';
import { measureNation } from './nation-measured.js';

const OPTIONS = {
  /** Cases a year of the whole country. */
  cases: { type: 'string', default: '2000000' },
  years: { type: 'string', default: '5' },
  /** A part of the country's places; the shape stays. */
  share: { type: 'string', default: '1' },
} as const;

/** Facts with their indexes and cells, measured; rounded up. */
const BYTES_A_CASE = 1_500;

/**
 * The country in a database of its own, kept in the data folder: what is loaded stays, so that it goes on
 * where it stopped. Another size replaces it.
 */
export async function nation(): Promise<string> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: OPTIONS });
  const [cases, years, share] = [Number(values.cases), Number(values.years), Number(values.share)];
  const folder = roomFor(`nation-${cases}-${years}-${share}`, cases * years);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), password: 'bench' });
  const admin = new Client({ connectionString: postgres.adminUrl });
  const shape = {
    ...THE_COUNTRY,
    cities: Math.max(THE_COUNTRY.provinces, Math.round(THE_COUNTRY.cities * share)),
    counties: Math.max(THE_COUNTRY.provinces, Math.round(THE_COUNTRY.counties * share)),
  };
  const from = new Date().getFullYear() - years;
  const country = await Nation.on(
    postgres.adminUrl,
    shape,
    cases,
    Array.from({ length: years }, (_none, at) => from + at),
  );
  try {
    await admin.connect();
    const loaded = await step('装载', 'facts and own cells, locality by locality', () => load(country));
    const folded = await step('汇总', 'sums of inner nodes', () => timed(() => country.start()));
    const last = country.places.at(-1);
    if (last)
      note(
        `${await country.sampleIsFolded(last)} cases of ${last.number}, folded from their events: the same cells`,
      );
    await admin.query('VACUUM (ANALYZE) evaluation.case_fact');
    await admin.query('VACUUM (ANALYZE) evaluation.cell');
    const head = `${country.places.length} localities, ${cases * years} cases in ${years} years; loaded ${loaded}; sums folded in ${folded} s.`;
    return `${head}\n\n${await measureNation(country, admin, postgres.pid)}`;
  } finally {
    await admin.end();
    await country.close();
    await postgres.stop();
  }
}

/** The folder of this size, with room for it; other sizes are removed. */
function roomFor(name: string, cases: number): string {
  const all = join(dataFolder, 'bench');
  mkdirSync(all, { recursive: true });
  for (const other of readdirSync(all)) if (other !== name) rmSync(join(all, other), { recursive: true });
  const { bavail, bsize } = statfsSync(all);
  const [free, needed] = [bavail * bsize, cases * BYTES_A_CASE];
  if (!existsSync(join(all, name)) && free < needed * 1.2)
    throw new Error(
      `${Math.ceil((needed * 1.2) / 2 ** 30)} GiB are needed, ${Math.floor(free / 2 ** 30)} are free: --cases takes a smaller number`,
    );
  return join(all, name);
}

async function load(country: Nation): Promise<string> {
  const missing = await country.missing();
  if (missing.length === 0) return 'before';
  const begun = performance.now();
  let cases = 0;
  let told = begun;
  for (const [at, place] of missing.entries()) {
    cases += await country.load(place);
    if (performance.now() - told < 5_000) continue;
    told = performance.now();
    note(`${at + 1} of ${missing.length} localities, ${cases} cases`);
  }
  const seconds = (performance.now() - begun) / 1000;
  return `${cases} in ${seconds.toFixed(0)} s (${Math.round(cases / seconds)} a second)`;
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const begun = performance.now();
  await work();
  return ((performance.now() - begun) / 1000).toFixed(0);
}
