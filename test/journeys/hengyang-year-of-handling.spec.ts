import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { gaveOpinion, granted, grantsOf, opened } from './story/grants.js';
import { on } from './story/moments.js';
import { handedOver, visit } from './story/place.js';
import { cases, choice, enter, notEntered, people, recordsOf, units } from './story/records.js';

/* 衡阳 Hengyang: “代表建议办理年”十个一. In the copy of the city, for the ledger's journey counts all that happens in the city. */

const CODE = '901000';
const INTAKE = { reviewers: { office: 'deputy-affairs-officer' }, year: 2024, when: on('2024-02-20') };

describe('衡阳 Hengyang: the ten ones of the year of handling suggestions', () => {
  let cast: Cast;
  let road: Case;
  let school: Case;

  beforeAll(async () => {
    cast = await visit(CODE);
    const given = async (title: string, at: number) => {
      const one = await Case.drafted(cast, { title, category: 'transport', ...on('2024-02-10') });
      return handedOver(one, [{ head: cast.heads[at] ?? cast.heads[0], role: 'SOLE' }], INTAKE);
    };
    road = await given('关于雨污分流工程影响交通的建议', 0);
    school = await given('关于附一路口交通拥堵的建议', 1);
  }, 180_000);

  test("HY-03: two tiers of key items: the chairpersons' meeting's and those of committees and offices", async () => {
    await road.do(cast.office, 'designateKey', { tier: 'CONGRESS_LEADER', ...on('2024-03-01') });
    await school.do(cast.office, 'designateKey', { tier: 'SPECIAL_COMMITTEE', ...on('2024-03-01') });
    const query = `query ($code: String!, $tiers: [String!]) { locality(code: $code) {
      proposals(filter: { keyTiers: $tiers, years: [2024] }) { nodes { title } } } }`;
    const of = async (tier: string) =>
      (await cast.office.get(query, { code: CODE, tiers: [tier] })).locality.proposals.nodes;
    expect(await of('CONGRESS_LEADER')).toEqual([{ title: '关于雨污分流工程影响交通的建议' }]);
    expect(await of('SPECIAL_COMMITTEE')).toEqual([{ title: '关于附一路口交通拥堵的建议' }]);
  });

  test('HY-01: the four who answer for a case are called as the city calls them', async () => {
    const query = 'query ($code: String!) { locality(code: $code) { words { code label } } }';
    const { words } = (await cast.office.get(query, { code: CODE })).locality;
    expect(words).toEqual(
      expect.arrayContaining([
        { code: 'UNIT_HEAD', label: '主要领导' },
        { code: 'UNIT_DEPUTY_HEAD', label: '分管领导' },
        { code: 'SECTION_HEAD', label: '处室负责人' },
        { code: 'UNIT_HANDLER', label: '具体承办人员' },
      ]),
    );
  });

  test('HY-07: the lead deputy rates attitude and result of the unit', async () => {
    const { process } = (await cast.office.get('{ viewer { locality { process { feedbackAxes } } } }')).viewer
      .locality;
    expect(process.feedbackAxes).toEqual(['ATTITUDE', 'RESULT']);
    const [, , unit] = cast.heads;
    const stop = await Case.drafted(cast, {
      title: '关于增设公交站的建议',
      category: 'transport',
      ...on('2024-02-10'),
    });
    await handedOver(stop, [{ head: unit, role: 'SOLE' }], INTAKE);
    const replyId = await stop.answered(unit, 'A', on('2024-04-10'));
    const ratings = [
      { axis: 'ATTITUDE', level: 'SATISFIED' },
      { axis: 'RESULT', level: 'BASICALLY_SATISFIED' },
    ];
    const other = { replyId, ratings, ...on('2024-04-12') };
    expect((await cast.deputies[1].do('giveFeedback', other)).code).toBe('NOT_RESPONDENT');
    const [attitude] = ratings;
    const half = { ...other, ratings: [attitude] };
    expect((await stop.lead.do('giveFeedback', half)).code).toBe('FEEDBACK_AXIS_MISSING');
    await must(stop.lead, 'giveFeedback', other);
    const { feedback } = await stop.show('feedback { axis level round respondent { id } }');
    const respondent = { id: stop.lead.mandateId };
    expect(feedback).toEqual(ratings.map((rating) => ({ ...rating, round: 1, respondent })));
  });

  test('HY-08: a special inquiry asks six bureaus', async () => {
    const list = '{ viewer { locality { units(first: 6) { nodes { id } } } } }';
    const { nodes } = (await cast.office.get(list)).viewer.locality.units;
    const bureaus = nodes.map(({ id }: { id: string }) => id);
    const asked = units(...bureaus);
    const values = {
      units: asked,
      inquirers: people(...cast.deputies.slice(0, 2)),
      questions: '附一路口何时畅通？下半年完工。',
    };
    await enter(cast.office, {
      record: 'special-inquiry',
      values: { ...values, cases: cases(school.id) },
      ...on('2024-09-10'),
    });
    const [shown] = await recordsOf(cast.heads[0], CODE, ['special-inquiry']);
    expect(shown).toMatchObject({ canonical: 'INQUIRY', label: '专题询问' });
    const of = (field: string) => shown.values.find((one: { field: string }) => one.field === field);
    expect(of('units').units.map(({ id }: { id: string }) => id)).toEqual(bureaus);
    expect(bureaus).toHaveLength(6);
    expect(of('inquirers').persons).toEqual(cast.deputies.slice(0, 2).map(({ name }) => ({ name })));
    expect(of('questions').text).toContain('下半年完工');
  });

  test("HY-09: reports to the chairpersons' meeting and to the standing committee", async () => {
    const reports = [
      ['专门委员会', '主任会议'],
      ['联工委', '主任会议'],
      ['一府一委两院', '市人大常委会会议'],
      ['联工委', '市人大常委会会议'],
    ] as const;
    for (const [by, to] of reports)
      await enter(cast.office, { record: 'report', values: { by, to }, ...on('2024-11-20') });
    expect(await recordsOf(cast.office, CODE, ['report'])).toHaveLength(4);
  });

  test('HY-10: twenty suggestions and fifteen units at most are awarded', async () => {
    const many = { title: '优秀建议', cases: cases(...Array.from({ length: 21 }, () => road.id)) };
    expect(await notEntered(cast.office, { record: 'award', values: many, ...on('2024-12-20') })).toBe(
      'RECORD_FIELD_INVALID',
    );
    const values = {
      title: '优秀代表建议和先进单位',
      cases: cases(road.id, school.id),
      units: units(cast.heads[0].unitId),
    };
    await enter(cast.office, { record: 'award', values, ...on('2024-12-20') });
    const [shown] = await recordsOf(cast.deputies[0], CODE, ['award']);
    expect(shown.values).toHaveLength(3);
  });

  test('HY-11: deputies of the nation, the province and the city inspect what was handled well', async () => {
    for (const level of ['NATIONAL', 'PROVINCE', 'CITY']) {
      const values = { level: choice(level), cases: cases(road.id) };
      await enter(cast.office, { record: 'level-inspection', values, ...on('2024-10-15') });
    }
    expect(await recordsOf(cast.office, CODE, ['level-inspection'])).toHaveLength(3);
  });

  test('HY-11: the case is shown to province and nation for it; both look, and both are on record', async () => {
    for (const level of [900_000, 100_000]) {
      const above = await cast.deployment.as(`${level}.deputy-affairs-officer`);
      const caseGrantId = await granted(cast.office, road, level, 'INSPECTION');
      expect((await opened(above, caseGrantId)).title).toBe('关于雨污分流工程影响交通的建议');
      await gaveOpinion(above, caseGrantId, 'SUPERVISION', '视察了雨污分流现场');
    }
    const grants = await grantsOf(road);
    expect(grants.map(({ to }) => to.code)).toEqual(['900000', '100000']);
    for (const grant of grants)
      expect(grant).toMatchObject({
        label: '国、省、市三级代表视察',
        readings: [{ saw: 'FULL' }],
        opinions: [{ kind: 'SUPERVISION' }],
      });
  });

  test('HY-12: the whole course of key items, the effect, and the awards are reported', async () => {
    for (const kind of ['WHOLE_COURSE', 'EFFECT', 'AWARD']) {
      const values = { kind: choice(kind), media: '市融媒体中心' };
      await enter(cast.office, { record: 'publicity', proposalId: road.id, values, ...on('2024-12-25') });
    }
    const { records } = await road.show('records { kind }', road.lead);
    expect(records).toEqual(Array(3).fill({ kind: 'publicity' }));
  });
});
