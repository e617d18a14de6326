import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../kit/person.js';
import { until } from '../start-up/started-platform.js';
import { Case, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { caughtUp } from './story/figures.js';

/** Whose cases stories are about. */
const year = 2025;
const asked = { year, kind: 'NPC_SUGGESTION' };

/** A county, the city and the province it has to itself. */
describe('a city confirms its figures after its county', () => {
  let cast: Cast;
  let city: Person;
  let province: Person;

  beforeAll(async () => {
    cast = await takeCast('secluded');
    const { code } = cast.county;
    const office = (place: string) => cast.deployment.as(`${place}.deputy-affairs-officer`);
    [city, province] = await Promise.all([
      office(`${code.slice(0, 3)}000`),
      office(`${code.slice(0, 2)}0000`),
    ]);
    const one = await Case.drafted(cast);
    await one.handedOver([{ head: cast.heads[0], role: 'SOLE' }]);
    await everywhere();
  }, 180_000);

  /** Until the county, and then its city and province, have heard of everything. */
  const everywhere = async () => {
    const { code } = cast.county;
    await caughtUp(cast.office, code);
    await caughtUp(city, `${code.slice(0, 3)}000`);
    await caughtUp(province, `${code.slice(0, 2)}0000`);
  };

  const figures = async (person: Person) =>
    (
      await person.get(
        `{ viewer { locality { figures(filter: { year: ${year}, kind: NPC_SUGGESTION }) { provisional metric(name: HANDED_OVER_COUNT) { numerator } }
           figureConfirmation(year: ${year}, kind: NPC_SUGGESTION) { confirmed at note changes { metric numerator numeratorNow } below { locality { code } confirmation { confirmed } } } } } }`,
      )
    ).viewer.locality;

  const differing = async (person: Person) => {
    const query = `{ viewer { locality { warnings(first: 5, filter: { codes: [W23] }) { nodes { code level subject unitId explanation } } } } }`;
    return (await person.get(query)).viewer.locality.warnings.nodes as { readonly explanation: string }[];
  };
  const warned = (person: Person, count: number) =>
    until(
      `W23 is told of ${count}`,
      async () => {
        const found = await differing(person);
        return found.length === count && found;
      },
      30_000,
    );

  test('level by level; whoever is above sees who is still missing', async () => {
    expect((await city.do('confirmFigures', asked)).code).toBe('FIGURES_BELOW_OPEN');
    await must(cast.office, 'confirmFigures', { ...asked, note: '核对无误' });
    expect(await figures(city)).toMatchObject({
      figures: { provisional: true, metric: { numerator: 1 } },
      figureConfirmation: {
        confirmed: false,
        below: [{ locality: { code: cast.county.code }, confirmation: { confirmed: true } }],
      },
    });
    await must(city, 'confirmFigures', asked);
    expect((await figures(city)).figures.provisional).toBe(false);
    await must(province, 'confirmFigures', asked);
  });

  test('what changes afterwards is a difference that everybody sees, never a silent change', async () => {
    const late = await Case.drafted(cast);
    await late.handedOver([{ head: cast.heads[0], role: 'SOLE' }]);
    await everywhere();
    const { figureConfirmation } = await figures(province);
    expect(figureConfirmation.confirmed).toBe(true);
    expect(figureConfirmation.changes).toContainEqual({
      metric: 'HANDED_OVER_COUNT',
      numerator: 1,
      numeratorNow: 2,
    });
    const { viewer } = await province.get(
      `query ($at: DateTime) { viewer { locality { figures(filter: { year: ${year}, kind: NPC_SUGGESTION, knownAt: $at }) {
         metric(name: HANDED_OVER_COUNT) { numerator } } } } }`,
      { at: figureConfirmation.at },
    );
    expect(viewer.locality.figures.metric.numerator).toBe(1);
  });

  test('W23 each level that stands for the year is warned of it, units are not', async () => {
    for (const person of [cast.office, city, province]) {
      const [told] = await warned(person, 1);
      expect(told).toMatchObject({
        ...{ code: 'W23', level: 'AUDIT', subject: 'LOCALITY', unitId: null },
        explanation: expect.stringContaining('2025 年数据确认后有变动：收到件数确认为 1，现为 2'),
      });
    }
    expect(await differing(cast.heads[0])).toEqual([]);
  });

  test('it is unlocked from the top down, with a reason', async () => {
    const unlock = (person: Person) => person.do('unlockFigures', { ...asked, reason: '漏计一件' });
    expect((await unlock(cast.office)).code).toBe('FIGURES_CONFIRMED_ABOVE');
    for (const person of [province, city, cast.office]) expect((await unlock(person)).code).toBeUndefined();
    expect(await figures(cast.office)).toMatchObject({
      figures: { provisional: true },
      figureConfirmation: { confirmed: false, note: '漏计一件', changes: [] },
    });
  });

  test('W23 is over where nobody stands for the year any more; confirmed anew it agrees', async () => {
    for (const person of [cast.office, city, province]) await warned(person, 0);
    await must(cast.office, 'confirmFigures', asked);
    expect((await figures(cast.office)).figureConfirmation).toMatchObject({ confirmed: true, changes: [] });
    expect(await differing(cast.office)).toEqual([]);
  });
});
