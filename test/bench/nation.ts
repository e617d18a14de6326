import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Nation, nationPlaces, THE_COUNTRY } from '@duban/evaluation/nation';
import { roleName } from '@duban/kernel/role-name';
import { dataFolder } from '@duban/ops/paths';
import { note, step } from '@duban/ops/progress';
import { Client } from 'pg';
import { NationInstallation } from './nation-installation.js';
import { measureNation } from './nation-measured.js';
import { measureThroughGateway } from './nation-through-gateway.js';
import { recountsByDay } from './recounts.js';

const OPTIONS = {
  /** Cases of the whole country in the last year, and in each year before it. */
  cases: { type: 'string', default: '2000000' },
  before: { type: 'string', default: '500000' },
  years: { type: 'string', default: '5' },
  /** A part of the country's places; the shape stays. */
  share: { type: 'string', default: '1' },
  /** Ends when everything is loaded. */
  load: { type: 'boolean', default: false },
} as const;

/** Facts and cells with their indexes, measured; rounded up. */
const BYTES_A_CASE = 1_200;
/** Log, settings, and what every locality brings along. */
const BYTES_BESIDE = 2 * 2 ** 30;

/**
 * The country as an installation of its own, kept in the data folder: what is loaded stays, so that it
 * goes on where it stopped.
 */
export async function nation(): Promise<string> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: OPTIONS });
  const [cases, years, share] = [Number(values.cases), Number(values.years), Number(values.share)];
  const before = Math.min(cases, Number(values.before));
  const all = cases + before * (years - 1);
  const folder = roomFor(`nation-${cases}-${before}-${years}-${share}`, all);
  const shape = {
    ...THE_COUNTRY,
    cities: Math.max(THE_COUNTRY.provinces, Math.round(THE_COUNTRY.cities * share)),
    counties: Math.max(THE_COUNTRY.provinces, Math.round(THE_COUNTRY.counties * share)),
  };
  const places = nationPlaces(shape);
  const installation = new NationInstallation(folder, places);
  const registered = await step('登记', `${places.length} localities, first start`, () =>
    installation.register(),
  );
  const server = await installation.open();
  const from = new Date().getFullYear() - years;
  const country = await Nation.on({
    urls: {
      app: installation.urlOf(roleName('evaluation', 'app')),
      relay: installation.urlOf(roleName('evaluation', 'relay')),
    },
    shape,
    recountHours: recountsByDay().DUBAN_RECOUNT_HOURS,
    casesOf: new Map(
      Array.from({ length: years }, (_none, at) => [from + at, at === years - 1 ? cases : before]),
    ),
  });
  const admin = new Client({ connectionString: installation.adminUrl });
  try {
    await admin.connect();
    const loaded = await step('装载', 'facts and own cells, locality by locality', () => load(country));
    if (loaded !== null) await step('整理', 'VACUUM, ANALYZE', () => admin.query('VACUUM (ANALYZE)'));
    const folded = await step('汇总', 'sums of inner nodes', () => timed(() => country.start()));
    const last = places.at(-1);
    if (last) note(`${await country.foldedAgain(last)} cases of ${last.number} folded again: the same cells`);
    const head = [
      `${places.length} localities, ${all} cases in ${years} years (${cases} in the last, ${before} in each before it)`,
      registered === null ? 'registered before' : `registered in ${registered.toFixed(0)} s`,
      loaded === null ? 'loaded before' : `loaded ${loaded}`,
      `sums folded in ${folded} s`,
      `${await size(admin)} on disk`,
    ].join('; ');
    if (values.load) return head;
    const inside = `${head}.\n\n${await measureNation(country, folder, admin, server.pid)}`;
    // Told at once: what comes next starts everything, and may fail.
    process.stdout.write(`\n${inside}\n\n`);
    await country.stop();
    await admin.end();
    await installation.stop();
    return `${inside}\n\n${await throughGateway(country, installation)}`;
  } finally {
    await admin.end().catch(() => undefined);
    await country.close();
    await installation.stop();
  }
}

async function throughGateway(country: Nation, installation: NationInstallation): Promise<string> {
  const seconds = await step('启动', 'everything', () => installation.start());
  const admin = new Client({ connectionString: installation.adminUrl });
  await admin.connect();
  try {
    const measured = await measureThroughGateway(country, installation, admin);
    return `Through the gateway (everything ready after ${seconds} s):\n\n${measured}`;
  } finally {
    await admin.end();
  }
}

/** The folder of this size, with room for it; others are removed where there is none. */
function roomFor(name: string, cases: number): string {
  const all = join(dataFolder, 'bench');
  mkdirSync(all, { recursive: true, mode: 0o711 });
  const needed = cases * BYTES_A_CASE + BYTES_BESIDE;
  const free = (): number => {
    const { bavail, bsize } = statfsSync(all);
    return bavail * bsize;
  };
  for (const other of readdirSync(all))
    if (!existsSync(join(all, name)) && free() < needed && other.startsWith('nation-'))
      rmSync(join(all, other), { recursive: true });
  if (!existsSync(join(all, name)) && free() < needed)
    throw new Error(
      `${Math.ceil(needed / 2 ** 30)} GiB are needed, ${Math.floor(free() / 2 ** 30)} are free: --cases takes a smaller number`,
    );
  return join(all, name);
}

/** Two localities at a time: while one's cells are summed up here, the database writes the other's facts. */
async function load(country: Nation): Promise<string | null> {
  const missing = await country.missing();
  if (missing.length === 0) return null;
  const begun = performance.now();
  const waiting = missing.values();
  let [cases, done, told] = [0, 0, begun];
  const lane = async (): Promise<void> => {
    for (const place of waiting) {
      const more = await country.load(place);
      [cases, done] = [cases + more, done + 1];
      if (performance.now() - told < 5_000) continue;
      told = performance.now();
      note(
        `${done} of ${missing.length} localities, ${cases} cases, ${((told - begun) / 1000).toFixed(0)} s`,
      );
    }
  };
  await Promise.all([lane(), lane()]);
  const seconds = (performance.now() - begun) / 1000;
  return `${cases} in ${seconds.toFixed(0)} s (${Math.round(cases / seconds)} a second)`;
}

async function size(admin: Client): Promise<string> {
  const { rows } = await admin.query<{ size: string }>('SELECT pg_database_size(current_database()) AS size');
  return `${(Number(rows[0]?.size) / 2 ** 30).toFixed(1)} GiB`;
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const begun = performance.now();
  await work();
  return ((performance.now() - begun) / 1000).toFixed(0);
}
