import type { Transaction } from '@duban/kernel/runtime';
import { lookAtCasesOfSession, lookAtLocality } from '../clocks/warning.store.typeorm.js';
import { declaredSession, sessionsOf } from './session.read.js';
import type { SessionStore } from './session.store.js';

export const sessionStore = (tx: Transaction): SessionStore => ({
  async declare(declared, at) {
    const { kind, year, term, session, opensOn, closesOn } = declared;
    const before = (await sessionsOf(tx, year)).find((row) => row.kind === kind);
    const version = before?.version ?? 0;
    await tx.query(
      `INSERT INTO proposals.session (tenant_id, kind, year, term, session, opens_on, closes_on, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (tenant_id, kind, year) DO UPDATE SET term = excluded.term, session = excluded.session,
         opens_on = excluded.opens_on, closes_on = excluded.closes_on, version = excluded.version`,
      [tx.tenant, kind, year, term, session, opensOn, closesOn, version + 1],
    );
    const event = { type: 'session.declared', payload: { ...declared }, occurredAt: at };
    await lookAtCasesOfSession(tx, kind, year);
    await lookAtLocality(tx);
    await tx.appendAll([{ stream: `session:${kind}:${year}`, expectedVersion: version, events: [event] }]);
  },
  all: async () => (await sessionsOf(tx, null)).map(declaredSession),
});
