import { together } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { CardFiles } from './case-card.store.js';

export const cardFiles = (tx: Transaction): CardFiles => ({
  async set(cards) {
    // What says the same is left alone: few steps of a case change any of it.
    const found = tx.query(
      `INSERT INTO evaluation.case_card AS known (tenant_id, case_id, case_number, unit_ids)
       SELECT $1, card."caseId", card."caseNumber", card."unitIds"
       FROM jsonb_to_recordset($2::jsonb) AS card ("caseId" uuid, "caseNumber" text, "unitIds" uuid[])
       ON CONFLICT (tenant_id, case_id) DO UPDATE SET case_number = excluded.case_number, unit_ids = excluded.unit_ids
         WHERE (known.case_number, known.unit_ids) IS DISTINCT FROM (excluded.case_number, excluded.unit_ids)`,
      [tx.tenant, JSON.stringify(cards)],
    );
    const named = tx.query(
      `INSERT INTO evaluation.case_title AS known (tenant_id, case_id, title, disclosed)
       SELECT $1, card."caseId", card.title, card.disclosed
       FROM jsonb_to_recordset($2::jsonb) AS card ("caseId" uuid, title text, disclosed boolean)
       ON CONFLICT (tenant_id, case_id) DO UPDATE SET title = excluded.title, disclosed = excluded.disclosed
         WHERE (known.title, known.disclosed) IS DISTINCT FROM (excluded.title, excluded.disclosed)`,
      [tx.tenant, JSON.stringify(cards.filter(({ title }) => title !== null))],
    );
    await together([found, named]);
  },
});
