import { deepStrictEqual } from 'node:assert';
import { encodeId } from '@duban/kernel';
import { step } from '@duban/ops/progress';
import type { Person } from '../kit/person.js';
import { until } from '../start-up/started-platform.js';
import { besideByHand } from './beside-by-hand.js';
import { ByHand } from './by-hand.js';
import { OTHER_COUNTY, type World, YEAR } from './world.js';

const UNITS = 100;
const tenant = Number(OTHER_COUNTY);
const SYSTEMS = ['GOVERNMENT', 'PARTY_AND_MASS', 'COURT', 'VERTICAL'];

/** Score, rank and workload of evaluation beside name and system of units: one page, sorted by workload. */
const SCOREBOARD = `{ viewer { locality { ranking(sheet: "graded", year: ${YEAR}, orderBy: WORKLOAD_MOST, first: ${UNITS}) {
  nodes { rank counted cases workload openCases unit { id name system } } } } } }`;

/** What the sheet says, written by hand: the share of what is due that was answered in time, of a hundred. */
const STATEMENT = `
WITH part AS (
  SELECT unit_id, case_id, role IN ('LEAD', 'SOLE', 'SEPARATE') AS answers, replied_on IS NOT NULL AS replied,
    late_replies > 0 AS late, open_due_on < (now() AT TIME ZONE 'Asia/Shanghai')::date AS overdue,
    handed_over_on IS NOT NULL AND withdrawn_on IS NULL AND merged_on IS NULL AS active, closed_on IS NULL AS open
  FROM evaluation.assignment_fact
  WHERE tenant_id = $1 AND year = ${YEAR} AND latest AND valid_to = 'infinity'
), counted AS (
  SELECT unit_id, count(*) FILTER (WHERE answers)::int AS cases,
    count(DISTINCT case_id) FILTER (WHERE active)::int AS workload,
    count(DISTINCT case_id) FILTER (WHERE active AND open)::int AS open_cases,
    count(*) FILTER (WHERE answers AND (replied OR overdue)) AS due,
    count(*) FILTER (WHERE answers AND replied AND NOT late AND overdue IS NOT TRUE) AS in_time
  FROM part GROUP BY unit_id
), scored AS (
  SELECT *, round(100.0 * in_time / nullif(due, 0), 2) AS score FROM counted
), ranked AS (
  SELECT *, CASE WHEN score IS NULL THEN NULL ELSE rank() OVER (ORDER BY score DESC NULLS LAST) END::int AS place
  FROM scored
)
SELECT unit_id, cases, workload, open_cases, trim_scale(score)::text AS score, place, unit.name, unit.system
FROM ranked JOIN units.unit unit ON unit.tenant_id = $1 AND unit.id = ranked.unit_id
ORDER BY workload DESC, place ASC NULLS LAST, unit_id LIMIT ${UNITS}`;

type Row = Readonly<Record<'cases' | 'workload' | 'open_cases', number>> &
  Readonly<Record<'unit_id' | 'name' | 'system', string>> & {
    readonly place: number | null;
    readonly score: string | null;
  };

const asNodes = (rows: readonly Row[]): unknown[] =>
  rows.map(({ unit_id: id, name, system, cases, workload, open_cases: openCases, place, score }) => ({
    rank: place,
    counted: score,
    cases,
    workload,
    openCases,
    unit: { id: encodeId({ kind: 'unit', tenant, id }), name, system },
  }));

/** A hundred units with score, rank, workload and open cases, beside what the register knows of them. */
export async function scoreboard(world: World): Promise<string> {
  const deployment = await world.deployment();
  await world.loaded();
  const admin = await deployment.as(`${OTHER_COUNTY}.tenant-admin`);
  await step('单位', `${UNITS} units share the cases of a county`, () => share(world, admin));
  const person = await deployment.as(`${OTHER_COUNTY}.evaluator`);
  const services = ['units', 'evaluation'];
  const hand = await ByHand.open<Row>(world, tenant, { services, statement: STATEMENT });
  try {
    const through = () => person.get(SCOREBOARD);
    await step('比对', 'the two answers, field by field', async () => {
      const { nodes } = (await through()).viewer.locality.ranking;
      deepStrictEqual(nodes, asNodes(await hand.ask()));
      if (nodes.length !== UNITS) throw new Error(`there are ${nodes.length} units to compare`);
    });
    return await besideByHand(world, through, hand);
  } finally {
    await hand.close();
  }
}

/** Registers units and spreads the parts of cases over them; the facts are a projection and can be folded again. */
async function share(world: World, admin: Person): Promise<void> {
  for (let number = 0; number < UNITS; number++) {
    const name = `测试局${String(number).padStart(3, '0')}`;
    const unit = { code: `bench-${number}`, name, shortName: name, system: SYSTEMS[number % SYSTEMS.length] };
    const given = await admin.do('registerUnit', unit, 'unit { id }');
    if (given.code) throw new Error(`registerUnit: ${given.code}`);
  }
  const database = await world.admin();
  const known = async (): Promise<boolean> => {
    const { rows } = await database.query(
      `SELECT 1 FROM evaluation.unit_directory WHERE tenant_id = $1 HAVING count(*) >= ${UNITS}`,
      [tenant],
    );
    return rows.length > 0;
  };
  await until('the units are known', known, 120_000);
  await database.query(
    `UPDATE evaluation.assignment_fact fact SET unit_id = unit.id
     FROM (SELECT id, row_number() OVER (ORDER BY code) - 1 AS number FROM units.unit
       WHERE tenant_id = $1 AND code LIKE 'bench-%') unit
     WHERE fact.tenant_id = $1 AND unit.number = mod(abs(hashtext(fact.assignment_id::text)), ${UNITS})`,
    [tenant],
  );
  await database.query('ANALYZE evaluation.assignment_fact');
}
