import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../kit/person.js';
import { type SharedDeployment, sharedDeployment } from '../kit/shared-deployment.js';
import { until } from '../start-up/started-platform.js';
import { nobodys } from './refusals/attempt.js';
import { Case, must } from './story/case.js';
import { type Cast, castOf } from './story/cast.js';
import { caughtUp } from './story/figures.js';

const COUNTIES = ['981001', '981003', '982001'];
const [PROVINCE, YEAR] = ['980000', 2026];

let deployment: SharedDeployment;
let province: Person;
/** One case of each county. */
const raised: { readonly cast: Cast; readonly one: Case }[] = [];

beforeAll(async () => {
  deployment = await sharedDeployment();
  province = await deployment.as(`${PROVINCE}.upper-tenant-analyst`);
  for (const code of COUNTIES) {
    const cast = await castOf(deployment, code);
    const one = await Case.drafted(cast);
    await one.submit();
    await one.accept();
    await one.docket({ year: YEAR });
    raised.push({ cast, one });
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

describe('the province bundles it into a theme', () => {
  let office: Person;
  let county: Cast;
  let one: Case;
  let themeId: string;

  beforeAll(async () => {
    const [first] = raised;
    if (!first) throw new Error('nobody raised anything');
    ({ cast: county, one } = first);
    office = await deployment.as(`${PROVINCE}.deputy-affairs-officer`);
  });

  const filter = { category: 'URBAN_CONSTRUCTION', year: YEAR };
  const wish = () => ({ themeId, proposalId: one.id, reason: '典型' });
  const PICKED = `casesPicked { count hidden list { totalCount nodes { id title caseNumber locality { code } } } table { text } }
    history { kind role reason proposalId }`;
  const asked = async (selection: string, person = office) =>
    (await person.get(`query ($id: ID!) { theme(id: $id) { ${selection} } }`, { id: themeId })).theme;
  const shares = (level: string) => must(county.admin, 'setSharing', { level, reason: '专题督办' });

  test('under a name, with the figures and the rows of its filter, and who raised it', async () => {
    const words = { name: '道路照明', nameEn: 'Street lights', description: '多地反映照明不足。', filter };
    ({ id: themeId } = (await must(office, 'openTheme', words, 'theme { id }')).theme);
    const { locality } = await province.get(
      `{ locality(code: "${PROVINCE}") { figures(filter: { year: ${YEAR} }) { commonMatters(atLeast: 3) { items raisedBy { locality { code } items } } }
        themes(state: OPEN) { nodes { id name figures { metric(name: RECEIVED) { numerator } } } } } }`,
    );
    const [matter] = locality.figures.commonMatters;
    expect(locality.themes.nodes).toEqual([
      { id: themeId, name: words.name, figures: { metric: { numerator: matter.items } } },
    ]);
    const theme = await asked(
      'raisedBy { locality { code } items } figures { rollup(by: [COUNTY], metrics: [RECEIVED]) { nodes { locality { code } numerators } } }',
    );
    expect(theme.raisedBy).toEqual(matter.raisedBy);
    for (const { locality: place, items } of matter.raisedBy)
      expect(theme.figures.rollup.nodes).toContainEqual({ locality: place, numerators: [items] });
  });

  test('a case that its county does not share is answered like one that never was', async () => {
    const answers = [one.id, nobodys(one.id)].map((proposalId) =>
      office.do('addCaseToTheme', { ...wish(), proposalId }),
    );
    const [hidden, never] = await Promise.all(answers);
    expect(hidden.code).toBe('THEME_CASE_NOT_FOUND');
    expect(hidden).toEqual(never);
  });

  test('a case that is shared is picked and listed without a word of it, and its county reads that it was', async () => {
    await shares('METADATA');
    await until('the case can be picked', async () => !(await office.do('addCaseToTheme', wish())).code);
    const { casesPicked, history } = await asked(PICKED);
    const [node] = casesPicked.list.nodes;
    expect(casesPicked).toMatchObject({ count: 1, hidden: 0, list: { totalCount: 1 } });
    expect(node).toMatchObject({ id: one.id, title: null, locality: { code: county.county.code } });
    expect(casesPicked.table.text).toContain(node.caseNumber);
    expect(history[0]).toMatchObject({ kind: 'CASE_ADDED', reason: '典型', proposalId: one.id });
    const { viewer } = await county.admin.get(
      '{ viewer { locality { readings { nodes { reader { code } way saw cases { id } } } } } }',
    );
    const noted = { reader: { code: PROVINCE }, saw: 'METADATA', cases: [{ id: one.id }] };
    expect(viewer.locality.readings.nodes).toEqual(
      expect.arrayContaining(['LIST', 'EXPORT'].map((way) => ({ ...noted, way }))),
    );
  });

  test('what the county withdraws is counted and hidden from that moment on; the figures stay', async () => {
    const before = await asked('figures { metric(name: RECEIVED) { numerator } }');
    await shares('COUNTS');
    const { figures, ...after } = await asked(`figures { metric(name: RECEIVED) { numerator } } ${PICKED}`);
    expect(after.casesPicked).toMatchObject({ count: 1, hidden: 1, list: { totalCount: 0, nodes: [] } });
    expect(JSON.stringify(after)).not.toContain(one.id);
    expect(figures).toEqual(before.figures);
  });

  test('to the province beside it and to a county elsewhere, as to its own counties, there is no such theme', async () => {
    for (const login of [
      '900000.deputy-affairs-officer',
      '901901.deputy-affairs-officer',
      '981003.deputy-affairs-officer',
    ]) {
      const person = await deployment.as(login);
      expect([login, await asked('name', person)]).toEqual([login, null]);
      expect(await person.do('closeTheme', { themeId, reason: '…' })).toMatchObject({
        code: 'THEME_NOT_FOUND',
      });
      expect(await person.do('addCaseToTheme', wish())).toMatchObject({ code: 'THEME_NOT_FOUND' });
      const { data } = await person.ask(`{ locality(code: "${PROVINCE}") { themes { totalCount } } }`);
      expect((data?.locality as { themes?: unknown } | null | undefined)?.themes ?? null).toBeNull();
    }
  });

  test('it is closed with a reason, and tells what was done with it', async () => {
    const { theme } = await must(
      office,
      'closeTheme',
      { themeId, reason: '已解决' },
      'theme { closedAt history { kind reason } }',
    );
    expect(theme).toEqual({
      closedAt: expect.any(String),
      history: [
        { kind: 'CLOSED', reason: '已解决' },
        { kind: 'CASE_ADDED', reason: '典型' },
        { kind: 'OPENED', reason: null },
      ],
    });
  });
});
