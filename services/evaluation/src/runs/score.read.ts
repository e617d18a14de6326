import type { Transaction } from '@duban/kernel/runtime';
import { SHEETS_IN_FORCE } from '../definitions/sheet-version.store.js';
import type { ScoreReads } from './score.store.js';
import { factsAt } from './score-facts.read.js';
import type { SheetVersion } from './sheet-version.js';

export const scoreReads = (tx: Transaction): ScoreReads => ({
  async sheetsOn(day) {
    const [row] = await sheetsBy(tx, `true ORDER BY ${SHEETS_IN_FORCE} LIMIT 1`, day);
    return row ?? null;
  },
  async sheetsOf(serial) {
    const [row] = await sheetsBy(tx, 'serial = $2', serial);
    return row ?? null;
  },
  async facts(subject, { year, asOf }) {
    const [facts] = await factsAt(tx, subject, year, [asOf]);
    if (!facts) throw new Error('an instant without facts');
    return facts;
  },
  factsAt: (subject, year, instants) => factsAt(tx, subject, year, instants),
});

const sheetsBy = (tx: Transaction, where: string, value: unknown): Promise<SheetVersion[]> =>
  tx.query<SheetVersion>(
    `SELECT serial, version, origin, effective_from AS "effectiveFrom", sheets, problems
     FROM evaluation.sheet_version WHERE tenant_id = $1 AND ${where}`,
    [tx.tenant, value],
  );
