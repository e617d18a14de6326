import { remakeCells, type VerifiedPlace, verifyRollups } from '@duban/evaluation/verify-rollups';
import { createLog, openDatabase, roleName } from '@duban/kernel/runtime';
import { reportFailure } from './failure.js';
import { withInstallationDatabase } from './installation-database.js';

/*
 * `npm run verify:rollups`: recounts every sum that figures are read from - each locality's own cells from
 * its facts, those of the levels above from what is below them - and names the first cell of each locality
 * that differs. It says how far it has come and how long the rest may take. With --rebuild those that
 * differ are made anew.
 */

const SERVICE = 'evaluation';
const rebuild = process.argv.includes('--rebuild');

function tell(
  { tenant, part, cells, members, wrong, beingMade }: VerifiedPlace,
  at: number,
  of: number,
): void {
  const what = part === 'OWN' ? '本地 own' : '含下级 with everything below';
  const place = `[${at}/${of}] ${tenant} ${what}`;
  if (beingMade) {
    process.stdout.write(`… ${place}: 正在重算，暂不能核对 being made anew, nothing can be said yet\n`);
    return;
  }
  if (!wrong) {
    process.stdout.write(`✓ ${place}: ${cells} 格 cells, ${members} 件 cases\n`);
    return;
  }
  const { cube, effectiveFrom, year, kind, period, system, keyItem, outcomes, localClass, category } =
    wrong.cell;
  const values = { year, cube, effectiveFrom, kind, period, system, keyItem, outcomes, localClass, category };
  process.stdout.write(
    `✗ ${place}: ${wrong.column} 应为 expected ${wrong.expected ?? '-'}, 实为 found ${wrong.found ?? '-'}\n  ${JSON.stringify(values)}\n`,
  );
}

/** How far it has come, now and then, and how fast it was in the end. */
class Pace {
  private readonly begun = performance.now();
  private toldAt = this.begun;
  private cases = 0;
  private places = 0;

  passed({ part, members }: VerifiedPlace, at: number, of: number): void {
    if (part === 'OWN') this.cases += members;
    this.places = at;
    if (performance.now() - this.toldAt < TELL_EVERY_MS || at === of) return;
    this.toldAt = performance.now();
    const left = Math.ceil(((of - at) * this.seconds) / at);
    process.stdout.write(`  … ${at}/${of}: ${this.text}, 约还需 about ${left} s left\n`);
  }

  private get seconds(): number {
    return (performance.now() - this.begun) / 1000;
  }

  get text(): string {
    const rate = Math.round(this.cases / Math.max(this.seconds, 0.001));
    return `${this.places} 处 places, ${this.cases} 件 cases, ${this.seconds.toFixed(1)} s, 每秒 ${rate} 件 cases a second`;
  }
}

const TELL_EVERY_MS = 10_000;
const HINT = '  重算有误之处 to have them made anew: npm run verify:rollups -- --rebuild (docs/PROOF.md)\n';

async function main(): Promise<void> {
  const wrong = await withInstallationDatabase(async ({ urlOf }) => {
    const log = createLog('verify', 'silent');
    const url = urlOf(roleName(SERVICE, 'relay'));
    const database = await openDatabase({ url, schema: SERVICE, poolSize: 1, log });
    try {
      const pace = new Pace();
      const verified = await verifyRollups(database, (place, at, of) => {
        tell(place, at, of);
        pace.passed(place, at, of);
      });
      process.stdout.write(`  ${pace.text}\n`);
      const found = verified.filter((place) => place.wrong !== null);
      if (rebuild) for (const place of found) await remakeCells(database, place);
      return found.length;
    } finally {
      await database.close();
    }
  });
  process.stdout.write(
    wrong === 0
      ? '✓ 全部一致 every cell is what a recount gives\n'
      : `✗ ${wrong} 处有误 places with wrong cells\n`,
  );
  if (wrong > 0) process.stdout.write(rebuild ? '  已重算，请再核对 made anew; verify again\n' : HINT);
  process.exitCode = wrong === 0 ? 0 : 1;
}

await main().catch(reportFailure);
