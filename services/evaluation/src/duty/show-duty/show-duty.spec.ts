import type { Scope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { cellStore } from '../../cells/cell.store.typeorm.js';
import { factStore } from '../../facts/fact.store.typeorm.js';
import { foldCases } from '../../facts/fold-cases/fold-cases.js';
import { DEFAULT_ITEM_RULES } from '../../facts/item-rules.js';
import { type EvaluationDatabase, evaluationDatabase, eventsOf } from '../../testing/evaluation-database.js';
import { caseIdOf, SyntheticCase } from '../../testing/synthetic-case.js';
import { dutyFiles, dutyReads } from '../duty.store.typeorm.js';
import { foldDuty } from '../fold-duty/fold-duty.js';

// A real database on a machine that may be busy.
jest.setTimeout(120_000);

const TENANT = 61;
const scope: Scope = { tenant: TENANT, tenants: [TENANT], purpose: 'RELAY', actor: null };
const [LEAD, OTHER, NOBODY] = [1, 2, 3].map((one) => `00000000-0000-7000-8000-00000000000${one}`) as [
  string,
  string,
  string,
];

/** Put forward, docketed in its year and, where it is, solved. */
function put(number: number, year: number, solved: boolean, first: number): SyntheticCase {
  const file = new SyntheticCase(caseIdOf(number), TENANT, first);
  file.add(`${year}-01-05`, 'proposal.drafted', { kind: 'NPC_SUGGESTION', leadProposerId: LEAD });
  file.add(`${year}-01-05`, 'proposal.submitted', { leadProposerId: LEAD, cosignerIds: [OTHER] });
  file.docketed(`${year}-01-08`).handedOver(`${year}-01-10`);
  file.add(`${year}-02-01`, 'contact.recorded', {
    assignmentId: file.id(1),
    phase: 'BEFORE',
    participants: [{ mandateId: OTHER }],
  });
  if (solved) file.replied(`${year}-03-01`, file.id(1), 'A', ['SOLVED']);
  return file.add(`${year}-04-01`, 'feedback.given', {
    assignmentId: file.id(1),
    formId: file.id(9),
    axis: 'RESULT',
    canonicalLevel: 'SATISFIED',
    respondent: LEAD,
  });
}

let database: EvaluationDatabase;

beforeAll(async () => {
  database = await evaluationDatabase();
  const events = eventsOf([put(1, 2024, true, 1), put(2, 2024, false, 20), put(3, 2023, true, 40)]);
  await database.record(events);
  // Twice: what is there already is written once more, and not beside.
  for (const _ of [1, 2])
    await database.relay.transaction(scope, 'write', async (tx) => {
      await tx.query('UPDATE evaluation.folded_case SET position = 0 WHERE tenant_id = $1', [TENANT]);
      await foldCases(factStore(tx), cellStore(tx), DEFAULT_ITEM_RULES, events, (histories) =>
        foldDuty(dutyFiles(tx), histories),
      );
    });
});
afterAll(() => database?.close());

const ofYear = (year: number, tenant = TENANT) =>
  database.app.transaction({ ...scope, tenant, tenants: [tenant], purpose: 'CASE' }, 'read', (tx) =>
    dutyReads(tx).ofYear(year, [LEAD, OTHER, NOBODY]),
  );

test('a year of each deputy is over the cases of that year, whoever did nothing is left out', async () => {
  const duties = (await ofYear(2024)).toSorted((a, b) => (a.mandateId < b.mandateId ? -1 : 1));
  expect(duties).toEqual([
    {
      ...{ mandateId: LEAD, led: 2, joined: 0, ratings: 2, contacts: 0, accepted: 2, solved: 1 },
      caseIds: [caseIdOf(1), caseIdOf(2)],
    },
    { mandateId: OTHER, led: 0, joined: 2, ratings: 0, contacts: 2, accepted: 0, solved: 0, caseIds: [] },
  ]);
  expect((await ofYear(2023)).map(({ mandateId, led, joined }) => [mandateId, led + joined])).toHaveLength(2);
});

test('another locality has nothing of it', async () => {
  expect(await ofYear(2024, TENANT + 1)).toEqual([]);
});
