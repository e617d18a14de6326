import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../kit/person.js';
import { until } from '../start-up/started-platform.js';
import { Case, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { caughtUp } from './story/figures.js';

const year = 2025;

/** A county, the city and the province it has to itself. */
describe('a county lets those above it see its cases, and takes that back', () => {
  let cast: Cast;
  let city: Person;
  let province: Person;
  let one: Case;

  beforeAll(async () => {
    cast = await takeCast('secluded');
    const { code } = cast.county;
    const office = (place: string) => cast.deployment.as(`${place}.deputy-affairs-officer`);
    const [cityCode, provinceCode] = [`${code.slice(0, 3)}000`, `${code.slice(0, 2)}0000`];
    [city, province] = await Promise.all([office(cityCode), office(provinceCode)]);
    one = await Case.drafted(cast);
    await one.handedOver([{ head: cast.heads[0], role: 'SOLE' }]);
    await caughtUp(cast.office, code);
    await caughtUp(city, cityCode);
    await caughtUp(province, provinceCode);
  }, 180_000);

  const shares = (level: string, reason: string) => must(cast.admin, 'setSharing', { level, reason });

  const shown = (first: number) =>
    `count hidden list(first: ${first}) { totalCount nodes { id caseNumber title units stage kind locality { code name } proposal { id } } }`;
  const TABLE = 'table(first: 50) { text rows }';
  /** What somebody above comes to from the figure of what was handed over, and from the county's row of it. */
  const drilled = async (person: Person) => {
    const { figures } = (
      await person.get(`{ viewer { locality { figures(filter: { year: ${year} }) {
        metric(name: HANDED_OVER_COUNT) { numerator } cases(of: HANDED_OVER_COUNT) { ${shown(50)} ${TABLE} }
        rollup(by: [COUNTY], metrics: [HANDED_OVER_COUNT], first: 30) { nodes { locality { code } numerators
          cases(of: HANDED_OVER_COUNT) { ${shown(5)} } } }
        coverage { expected reporting notShared { code } } } } } }`)
    ).viewer.locality;
    // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked
    const row = figures.rollup.nodes.find((each: any) => each.locality.code === cast.county.code);
    return { ...figures, row };
  };
  /** Their own cases aside: nobody else's are shared. */
  const theirs = (answer: { list: { nodes: { locality: { code: string } }[] } }) =>
    answer.list.nodes.filter(({ locality }) => locality.code === cast.county.code);

  const log = async () =>
    (
      await cast.admin.get(`{ viewer { locality { sharing { level history { level reason } }
        readings(first: 50) { totalCount nodes { reader { code } role way saw count cases { id } } }
        caseOpenings { totalCount nodes { reader { code } proposalId } } } } }`)
    ).viewer.locality;

  test('as long as nothing was said, they count the case and do not see it', async () => {
    const { metric, cases, row } = await drilled(province);
    expect([cases.count, theirs(cases)]).toEqual([metric.numerator, []]);
    expect(row).toMatchObject({
      numerators: [1],
      cases: { count: 1, hidden: 1, list: { totalCount: 0, nodes: [] } },
    });
    expect((await log()).readings.totalCount).toBe(0);
  });

  test('it shares which cases there are: from the figure and from its row they come to the case, without a word of it', async () => {
    await shares('METADATA', '接受上级督办');
    const seen = await until('the county’s case is shared', async () => {
      const found = await drilled(province);
      return theirs(found.cases).length === 1 && found;
    });
    const metadata = {
      ...{ id: one.id, title: null, stage: 'HANDED_OVER', kind: 'NPC_SUGGESTION', proposal: null },
      locality: { code: cast.county.code },
      caseNumber: expect.stringMatching(/\d/),
      units: [expect.stringMatching(/./)],
    };
    expect(seen.row.cases).toMatchObject({ count: 1, hidden: 0, list: { totalCount: 1, nodes: [metadata] } });
    expect(seen.cases.count).toBe(seen.metric.numerator);
    expect(seen.cases.count).toBe(seen.cases.list.totalCount + seen.cases.hidden);
    expect(seen.cases.table.rows).toBe(seen.cases.list.totalCount);
    expect(seen.cases.table.text).toContain(seen.row.cases.list.nodes[0].caseNumber);
    expect(theirs((await drilled(city)).cases)).toMatchObject([metadata]);
    const { code } = await province.do('openSharedCase', { proposalId: one.id });
    expect(code).toBe('SHARED_CASE_NOT_FOUND');
  });

  test('it shares all: the title is in the list, and the text can be opened', async () => {
    await shares('FULL', '联合督办');
    const opened = await until('the text is shared', async () => {
      const given = await province.do('openSharedCase', { proposalId: one.id }, 'openedCase { title body }');
      return !given.code && given.openedCase;
    });
    expect(opened.body.length).toBeGreaterThan(0);
    const titled = await until('the title is shared', async () => {
      const [found] = theirs((await drilled(city)).cases) as unknown as { title: string | null }[];
      return found?.title ? found : null;
    });
    expect(titled.title).toBe(opened.title);
  });

  test('it withdraws: from that moment on nothing is seen, by nobody above; the figure stays', async () => {
    const before = await log();
    await shares('COUNTS', '督办结束');
    for (const person of [province, city]) {
      const { metric, cases, row } = await drilled(person);
      expect([cases.count, theirs(cases)]).toEqual([metric.numerator, []]);
      expect(row).toMatchObject({ numerators: [1], cases: { count: 1, hidden: 1, list: { nodes: [] } } });
    }
    await until('the text is shared no longer', async () => {
      const { code } = await province.do('openSharedCase', { proposalId: one.id });
      return code === 'SHARED_CASE_NOT_FOUND';
    });
    const after = await log();
    expect(after.readings).toEqual(before.readings);
  });

  test('what was read is in the log: who, in which role, how and which case', async () => {
    const { sharing, readings, caseOpenings } = await log();
    expect(sharing).toMatchObject({
      level: 'COUNTS',
      history: [{ level: 'COUNTS' }, { level: 'FULL' }, { level: 'METADATA', reason: '接受上级督办' }],
    });
    const readers = new Set(readings.nodes.map(({ reader }: { reader: { code: string } }) => reader.code));
    const { code } = cast.county;
    expect(readers).toEqual(new Set([`${code.slice(0, 3)}000`, `${code.slice(0, 2)}0000`]));
    for (const reading of readings.nodes)
      expect(reading).toMatchObject({ role: 'DEPUTY_AFFAIRS_OFFICER', count: 1, cases: [{ id: one.id }] });
    const ways = new Set(readings.nodes.map(({ way, saw }: { way: string; saw: string }) => `${way} ${saw}`));
    expect([...ways]).toEqual(expect.arrayContaining(['LIST METADATA', 'EXPORT METADATA', 'LIST FULL']));
    expect(caseOpenings.nodes[0]).toEqual({
      reader: { code: `${code.slice(0, 2)}0000` },
      proposalId: one.id,
    });
    expect(await province.ask(`{ locality(code: "${code}") { readings { totalCount } } }`)).toMatchObject({
      errors: [{ extensions: { code: 'NOT_GRANTED' } }],
    });
  });

  test('it shares nothing at all: figures above are made without it and say so; shared again, it is counted again', async () => {
    const before = await drilled(province);
    await shares('NONE', '核对数据');
    const without = await until('the county is in no figure', async () => {
      const found = await drilled(province);
      return (
        found.coverage.notShared.length === 1 && found.metric.numerator < before.metric.numerator && found
      );
    });
    expect(without.coverage).toEqual({
      expected: before.coverage.expected,
      reporting: before.coverage.reporting - 1,
      notShared: [{ code: cast.county.code }],
    });
    expect([without.metric.numerator, without.row]).toEqual([before.metric.numerator - 1, undefined]);
    const own = await cast.office.get(
      `{ viewer { locality { figures(filter: { year: ${year} }) { metric(name: HANDED_OVER_COUNT) { numerator } } } } }`,
    );
    expect(own.viewer.locality.figures.metric.numerator).toBe(1);
    await shares('COUNTS', '核对完毕');
    await until('the county is counted again', async () => {
      const { metric } = await drilled(province);
      return metric.numerator === before.metric.numerator;
    });
  });
});
