import { beforeAll, expect, test } from '@jest/globals';
import type { Person } from '../kit/person.js';
import { sharedDeployment } from '../kit/shared-deployment.js';
import { Case } from './story/case.js';
import { castOf } from './story/cast.js';
import { caughtUp } from './story/figures.js';

const COUNTIES = ['981001', '981003', '982001'];
const [PROVINCE, YEAR] = ['980000', 2026];

let province: Person;

beforeAll(async () => {
  const deployment = await sharedDeployment();
  province = await deployment.as(`${PROVINCE}.upper-tenant-analyst`);
  for (const code of COUNTIES) {
    const cast = await castOf(deployment, code);
    const one = await Case.drafted(cast);
    await one.submit();
    await one.accept();
    await one.docket({ year: YEAR });
    await caughtUp(cast.office, code);
  }
  await caughtUp(province, PROVINCE);
});

type Matter = {
  readonly category: string;
  readonly localities: number;
  readonly items: number;
  readonly raisedBy: readonly { readonly locality: { readonly code: string }; readonly items: number }[];
};

test('a province is told what many of its counties raise, by counts alone, and asks for its figures by the same category', async () => {
  const { locality } = await province.get(
    `query { locality(code: "${PROVINCE}") {
      all: figures(filter: { year: ${YEAR} }) { commonMatters(atLeast: 3) { category localities items raisedBy { locality { code } items } } }
      cities: figures(filter: { year: ${YEAR} }) { commonMatters(atLeast: 2, by: CITY) { category localities items } }
      theme: figures(filter: { year: ${YEAR}, category: URBAN_CONSTRUCTION }) {
        metric(name: RECEIVED) { numerator }
        rollup(by: [COUNTY], metrics: [RECEIVED]) { nodes { locality { code } numerators } } }
      other: figures(filter: { year: ${YEAR}, category: FINANCE }) { metric(name: RECEIVED) { numerator } } } }`,
  );
  const [matter, ...others]: Matter[] = locality.all.commonMatters;
  expect(others).toEqual([]);
  expect(matter).toMatchObject({ category: 'URBAN_CONSTRUCTION', localities: 3 });
  expect(matter?.raisedBy.map((one) => one.locality.code).toSorted()).toEqual(COUNTIES);
  expect(matter?.raisedBy.reduce((sum, { items }) => sum + items, 0)).toBe(matter?.items);
  expect(locality.cities.commonMatters).toEqual([
    { category: 'URBAN_CONSTRUCTION', localities: 2, items: matter?.items },
  ]);
  expect([locality.theme.metric.numerator, locality.other.metric.numerator]).toEqual([matter?.items, 0]);
  const rows: { readonly locality: { readonly code: string }; readonly numerators: readonly number[] }[] =
    locality.theme.rollup.nodes;
  for (const { locality: county, items } of matter?.raisedBy ?? [])
    expect(rows.find((row) => row.locality.code === county.code)?.numerators).toEqual([items]);
});

test('not even a title of theirs is to be seen', async () => {
  const { errors } = await province.ask('query { proposals { totalCount } }');
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
