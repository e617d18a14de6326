import type { Transaction } from '@duban/kernel/runtime';
import type { CardFiles } from './case-card.store.js';

export const cardFiles = (tx: Transaction): CardFiles => ({
  async set(cards) {
    await tx.query(
      `INSERT INTO evaluation.case_card (tenant_id, case_id, case_number, unit_ids)
       SELECT $1, card."caseId", card."caseNumber", card."unitIds"
       FROM jsonb_to_recordset($2::jsonb) AS card ("caseId" uuid, "caseNumber" text, "unitIds" uuid[])
       ON CONFLICT (tenant_id, case_id) DO UPDATE SET case_number = excluded.case_number, unit_ids = excluded.unit_ids`,
      [tx.tenant, JSON.stringify(cards)],
    );
    const titled = cards.filter(({ title }) => title !== null);
    if (titled.length === 0) return;
    await tx.query(
      `INSERT INTO evaluation.case_title (tenant_id, case_id, title, disclosed)
       SELECT $1, card."caseId", card.title, card.disclosed
       FROM jsonb_to_recordset($2::jsonb) AS card ("caseId" uuid, title text, disclosed boolean)
       ON CONFLICT (tenant_id, case_id) DO UPDATE SET title = excluded.title, disclosed = excluded.disclosed`,
      [tx.tenant, JSON.stringify(titled)],
    );
  },
});
