import { systemScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyRollups } from '../../proof/verify-rollups/verify-rollups.runtime.js';
import type { RatingEvent, RatingRecord } from '../../ratings/rating.js';
import { ratingStore } from '../../ratings/rating.store.typeorm.js';
import { DEFAULT_RATING_RULES } from '../../ratings/rating-rules.js';
import { somebodyIn } from '../../testing/evaluation-database.js';
import { ofLocality, ScoringService } from '../../testing/scoring-service.js';
import { caseIdOf, SyntheticCase, UNIT } from '../../testing/synthetic-case.js';
import type { Facts } from '../fact.js';
import { factStore } from '../fact.store.typeorm.js';
import { versionsOf } from '../fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../item-rules.js';

const TENANT = 31;
const LEAD = '00000000-0000-7000-8000-0000000000aa';
const FIRST = { ...DEFAULT_ITEM_RULES, sources: ['VERIFICATION', 'FORM'] };

let service: ScoringService;
beforeAll(async () => {
  service = await ScoringService.start({}, [], [{ number: TENANT, level: 'CITY', ancestors: [] }]);
});
afterAll(() => service?.close());

/** Signed satisfied on its form; told of its rules where they are not the common ones. */
function signed(number: number, items?: object): SyntheticCase {
  const file = new SyntheticCase(caseIdOf(number), TENANT).submitted('2024-01-10').docketed('2024-01-15');
  file.handedOver('2024-02-01');
  if (items) Object.assign(file.events.at(-1)?.payload as object, { items });
  return file
    .replied('2024-03-01', file.id(1), 'A', ['SOLVED'])
    .rated('2024-03-05', file.id(1), 'RESULT', 'SATISFIED');
}

const heard = (
  file: SyntheticCase,
  number: number,
  level: RatingRecord['canonicalLevel'],
  replaces: string | null = null,
): RatingEvent => ({
  type: 'rating.recorded',
  occurredAt: `2024-04-${String(number).padStart(2, '0')}T02:00:00.000Z`,
  payload: {
    ...{
      ratingId: file.id(700 + number),
      caseId: file.caseId,
      source: 'VERIFICATION',
      round: 1,
      raterId: LEAD,
    },
    ...{
      assignmentId: file.id(1),
      unitId: UNIT,
      axis: 'RESULT',
      ownAxis: null,
      level,
      canonicalLevel: level,
    },
    ...{ points: null, satisfied: level !== 'DISSATISFIED', comment: null, method: 'PHONE', agency: null },
    ...{ replaces, reason: replaces && '误听' },
  },
});
const enter = (file: SyntheticCase, before: number, ...events: RatingEvent[]): Promise<void> =>
  service.database.app.transaction(systemScope(TENANT), 'write', (tx) =>
    ratingStore(tx, DEFAULT_RATING_RULES).append(file.caseId, before, events),
  );
const factsNow = (file: SyntheticCase): Promise<Facts | undefined> =>
  service.database.relay.transaction(
    { ...systemScope(TENANT), purpose: 'RELAY' },
    'read',
    async (tx) =>
      (await factStore(tx).versions([file.caseId])).find(({ validTo }) => validTo === 'infinity')?.facts,
  );

describe('a rating entered here is in the facts', () => {
  test('T20: by the order of sources that its case was handed over under; the form alone counts where nothing is said', async () => {
    const [own, common] = [signed(1, FIRST), signed(2)];
    await service.happened([own, common]);
    for (const file of [own, common]) await enter(file, 0, heard(file, 1, 'DISSATISFIED'));
    await service.caughtUp();
    expect(await factsNow(own)).toMatchObject({ resultFinal: 'DISSATISFIED', satisfiedOn: null });
    expect(await factsNow(common)).toMatchObject({ resultFinal: 'SATISFIED', satisfiedOn: '2024-03-05' });
    const asked =
      '{ itemRules { sources text } metric(name: SATISFACTION_INCLUSIVE) { numerator denominator } }';
    const { data } = await service.ask(
      somebodyIn(TENANT),
      ofLocality(TENANT, `figures(filter: {}) ${asked}`),
    );
    expect(data._entities[0].figures).toMatchObject({
      metric: { numerator: 1, denominator: 2 },
      itemRules: [
        { sources: ['FORM'] },
        { sources: ['VERIFICATION', 'FORM'], text: expect.stringContaining('核实、其次反馈表') },
      ],
    });
    await enter(own, 1, heard(own, 2, 'BASICALLY_SATISFIED', own.id(701)));
    await service.caughtUp();
    expect(await factsNow(own)).toMatchObject({
      resultFinal: 'BASICALLY_SATISFIED',
      satisfiedOn: '2024-04-02',
    });
  });

  test('once, whichever log is read first and however they race; sums made beforehand have it once too', async () => {
    const files = Array.from({ length: 24 }, (_none, index) => signed(100 + index, FIRST));
    await service.happened(files);
    const more = files.map((file) => {
      const { events } = file;
      const known = events.length;
      file.rated('2024-05-01', file.id(1), 'ATTITUDE', 'SATISFIED').add('2024-05-02', 'proposal.closed');
      return events.slice(known);
    });
    const told = more.map((events) => service.database.record(events));
    const rated = files.map((file, at) =>
      enter(file, 0, heard(file, 1, at % 2 ? 'SATISFIED' : 'DISSATISFIED')),
    );
    await Promise.all([...told, ...rated]);
    await service.caughtUp();
    const { stored, folded } = await bothOf(files);
    expect(stored).toEqual(folded);
    expect(folded.filter(([, facts]) => facts?.resultFinal === 'DISSATISFIED')).toHaveLength(12);
    const places = await verifyRollups(service.database.relay, () => undefined);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter(({ wrong }) => wrong)).toEqual([]);
  });
});

/** The facts as they are stored, and as both logs together give them. */
async function bothOf(files: readonly SyntheticCase[]) {
  const ids = files.map(({ caseId }) => caseId);
  const scope = { ...systemScope(TENANT), purpose: 'RELAY' } as const;
  return service.database.relay.transaction(scope, 'read', async (tx) => {
    const versions = await factStore(tx).versions(ids);
    const histories = await factStore(tx).histories(ids);
    const last = (caseId: string) =>
      versions.find((one) => one.caseId === caseId && one.validTo === 'infinity');
    return {
      stored: ids.map((id) => [id, last(id)?.facts] as const),
      folded: ids.map((id) => {
        const history = histories.find(({ caseId }) => caseId === id);
        return [id, versionsOf(history?.events ?? [], DEFAULT_ITEM_RULES).versions.at(-1)?.facts] as const;
      }),
    };
  });
}
