import type { Transaction } from '@duban/kernel/runtime';
import { AXES } from '../facts/vocabulary.js';
import type { Population } from '../figures/figure-filter.js';
import { type Asked, type Tally } from '../figures/tally.js';
import { readTally, type TallyRow } from '../figures/tally-statement.js';
import type { FactDimension } from '../rollup/dimension.js';
import { cellQuestion, type Group, type Source, sourceOf } from './cell-question.js';
import { CLASSIFIED_COLUMN, columnAsked, MEANING, ratedColumn } from './counter.js';

/**
 * Numbers out of cells, each group as one tally per class and key. Null where cells cannot tell: for
 * such a question, or while they are not made, or not of these very localities (the tree has just changed).
 */
export async function tallyCells(
  tx: Transaction,
  groups: readonly Group[],
  population: Population,
  asked: readonly Asked[],
  by: readonly FactDimension[],
): Promise<Tally[] | null> {
  const question = cellQuestion(population, by);
  if (!question) return null;
  const source = sourceOf(groups);
  if (!(await isMade(tx, source))) return null;
  const { year, years, kind, period, system, category, keyOnly, day } = population;
  const key = question.columns.map((column, index) => `${column}::text AS "k${index}"`);
  const rows = await tx.query<TallyRow>(
    `SELECT tenant_id AS "tenant", NULL::uuid AS "unitId", outcomes, "localClass",
       ${[...key, ...numbers(asked)].join(',\n  ')}
     FROM (SELECT *, local_class AS "localClass" FROM evaluation.cell WHERE part = 'OWN' AND tenant_id = ANY($1::int[])
       UNION ALL SELECT *, NULL FROM evaluation.cell WHERE part = 'ALL' AND tenant_id = ANY($2::int[])) cell
     WHERE cube = $3 AND effective_from <= $4::date AND ($5::int IS NULL OR year = $5) AND ($6::int[] IS NULL OR year = ANY($6))
       AND ($7::text IS NULL OR kind = $7) AND ($8::text IS NULL OR period = $8)
       AND ($10::text IS NULL OR system = $10)
       AND ($11::text IS NULL OR category = $11) AND (NOT $9::boolean OR key_item)
     GROUP BY tenant_id, outcomes, "localClass"${question.columns.map((column) => `, ${column}`).join('')}`,
    [
      source.own,
      [...source.all.keys()],
      question.cube,
      day,
      year,
      years,
      kind,
      period,
      keyOnly,
      system,
      category,
    ],
  );
  return rows.map((row) => readTally(row, asked, by.length));
}

const sumOf = (column: string | null, name: string): string =>
  column === null ? `0 AS "${name}"` : `sum(${column})::int AS "${name}"`;

const numbers = (asked: readonly Asked[]): string[] => [
  sumOf('items', 'items'),
  sumOf(CLASSIFIED_COLUMN, 'classified'),
  ...AXES.map((axis) => sumOf(ratedColumn(axis), `rated${axis}`)),
  ...asked.flatMap((each, index) => [
    sumOf(columnAsked(each, 'numerator'), `n${index}`),
    sumOf(columnAsked(each, 'denominator'), `d${index}`),
  ]),
];

async function isMade(tx: Transaction, { own, all }: Source): Promise<boolean> {
  const [row] = await tx.query<{ own: number; views: Record<string, string> | null }>(
    `SELECT (SELECT count(*) FROM evaluation.cell_head WHERE tenant_id = ANY($1::int[]) AND meaning = $3)::int AS own,
       (SELECT jsonb_object_agg(tenant_id, localities::text) FROM evaluation.cell_view WHERE tenant_id = ANY($2::int[]) AND meaning = $3) AS views`,
    [own, [...all.keys()], MEANING],
  );
  if (!row || row.own < new Set(own).size) return false;
  return [...all].every(([of, localities]) => row.views?.[of] === localities);
}
