import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import { type Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { on } from './story/moments.js';
import { fieldsOf, givenTo, visit } from './story/place.js';
import { cases, choice, enter, notEntered, recordsOf, units } from './story/records.js';

/* 衡阳市 Hengyang: “代表建议办理年”的十个一. The plan and the handover meeting are told elsewhere. */

const CODE = '430400';
const INTAKE = { reviewers: { office: 'deputy-affairs-officer' }, year: 2024, when: on('2024-02-26') };
const CHAIN = fieldsOf({ head: '局长', 'deputy-head': '副局长', section: '处长', handler: '科员' });
const DUTIES = 'duties { duty organ holderName rule explanation endedAt }';

type Duty = {
  readonly organ: string | null;
  readonly holderName: string;
  readonly rule: string | null;
  readonly explanation: string | null;
};

describe('衡阳 Hengyang: a year of handling suggestions', () => {
  let cast: Cast;
  let roads: Case;
  let party: Case;
  let replyId: string;
  let organisation: Resident;

  beforeAll(async () => {
    cast = await visit(CODE);
    organisation = await cast.county.as('unit-head-9');
    roads = await givenTo(cast, '关于整治城区内涝的建议', { head: cast.heads[0], role: 'SOLE' }, INTAKE);
    party = await givenTo(cast, '关于选派驻村干部的建议', { head: organisation, role: 'SOLE' }, INTAKE);
  }, 180_000);

  const supervisors = async (one: Case): Promise<Duty[]> => (await one.show(DUTIES)).duties;
  const routed = async (one: Case) =>
    (await supervisors(one)).map(({ organ, rule }) => [organ, rule] as const).sort();

  test('HY-03: two tiers of key items, for the members of the chairpersons’ meeting and for the committees', async () => {
    await roads.do(cast.office, 'designateKey', { tier: 'CONGRESS_LEADER', ...on('2024-03-01') });
    await party.do(cast.office, 'designateKey', { tier: 'SPECIAL_COMMITTEE', ...on('2024-03-01') });
    const tiers = 'keyDesignations { tier name }';
    expect((await roads.show(tiers)).keyDesignations).toEqual([
      { tier: 'CONGRESS_LEADER', name: '主任会议成员领衔督办' },
    ]);
    expect((await party.show(tiers)).keyDesignations).toEqual([
      { tier: 'SPECIAL_COMMITTEE', name: '专门委员会和工作机构督办' },
    ]);
    const leader = (await cast.county.as('supervising-leader')).name;
    const duty = { duty: 'SUPERVISION', tier: 'CONGRESS_LEADER', name: leader, ...on('2024-03-02') };
    await roads.do(cast.office, 'assignDuty', duty);
    expect((await supervisors(roads)).map(({ holderName }) => holderName)).toContain(leader);
  });

  test('HY-04: committees supervise all that the units they liaise with handle, the deputies’ office what party and mass units do', async () => {
    expect(await routed(roads)).toContainEqual(['finance-economy', 'committees']);
    expect((await routed(roads)).filter(([organ]) => organ === 'deputy-affairs')).toEqual([]);
    expect(await routed(party)).toContainEqual(['deputy-affairs', 'party-and-mass']);
    const [why] = (await supervisors(party)).filter(({ rule }) => rule === 'party-and-mass');
    expect(why?.explanation).toContain('联工委督办党群系统承办的建议');
  });

  test('HY-06: before it is rated the unit looks back on process, reply and result', async () => {
    const head = cast.heads[0];
    await roads.acknowledge(head, on('2024-03-04'));
    const assignmentId = await roads.assignmentOf(head);
    await head.do('setResponsibility', { assignmentId, fields: CHAIN, ...on('2024-03-04') });
    await roads.contact(head, 'BEFORE', on('2024-03-05'));
    replyId = await roads.reply(head, 'B', on('2024-05-06'));
    const ratings = ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'DISSATISFIED' }));
    const early = { replyId, ratings, ...on('2024-05-08') };
    expect((await roads.lead.do('giveFeedback', early)).code).toBe('RECORD_MISSING');
    const record = { record: 'self-inspection', assignmentId, ...on('2024-05-09') };
    const two = { process: '按时办理', reply: '当面答复' };
    expect(await notEntered(head, { ...record, values: two })).toBe('RECORD_FIELD_MISSING');
    const { kind } = await enter(head, { ...record, values: { ...two, result: '列入计划' } });
    expect(kind).toBe('self-inspection');
  });

  test('HY-05 HY-07: the lead deputy rates attitude and result; what is dissatisfied at first gets the deputies’ office as supervisor', async () => {
    const [, other] = cast.deputies;
    const ratings = [
      { axis: 'ATTITUDE', level: 'SATISFIED' },
      { axis: 'RESULT', level: 'DISSATISFIED' },
    ];
    const rating = { replyId, ratings, ...on('2024-05-10') };
    expect((await other.do('giveFeedback', rating)).code).not.toBeUndefined();
    await must(roads.lead, 'giveFeedback', rating, 'proposal { round }');
    expect(await routed(roads)).toContainEqual(['deputy-affairs', 'dissatisfied']);
    const { latestFeedback, round } = await roads.show('round latestFeedback { axis level }');
    expect([round, latestFeedback]).toEqual([2, expect.arrayContaining(ratings)]);
  });

  test('HY-08 HY-09: six bureaus are asked; committees and bodies report, and it is on record to whom', async () => {
    const asked = units(...cast.heads.map(({ unitId }) => unitId));
    const inquiry = { units: asked, cases: cases(roads.id), questions: '内涝点位何时整治完毕？年内。' };
    await enter(cast.office, { record: 'special-inquiry', values: inquiry, ...on('2024-10-22') });
    for (const [by, to] of [
      ['财政经济委员会', '主任会议'],
      ['联工委', '主任会议'],
      ['市人民政府', '常委会会议'],
      ['市中级人民法院', '常委会会议'],
    ] as const)
      await enter(cast.office, { record: 'report', values: { by, to }, ...on('2024-11-20') });
    const kept = await recordsOf(cast.office, CODE, ['special-inquiry', 'report']);
    expect(kept.map(({ kind }) => kind).sort()).toEqual([
      'report',
      'report',
      'report',
      'report',
      'special-inquiry',
    ]);
    const [{ values }] = kept.filter(({ kind }) => kind === 'special-inquiry');
    const units_ = values.find(({ field }: { field: string }) => field === 'units').units;
    expect(units_).toHaveLength(4);
  });

  test('HY-10: awards for suggestions and for units, no more than there are', async () => {
    const award = { record: 'award', ...on('2024-12-20') };
    const given = {
      title: '2024 年度',
      cases: cases(roads.id, party.id),
      units: units(cast.heads[0].unitId),
    };
    await enter(cast.office, { ...award, values: given });
    const many = units(...Array.from({ length: 16 }, () => cast.heads[0].unitId));
    expect(await notEntered(cast.office, { ...award, values: { ...given, units: many } })).toMatch(
      /^RECORD_/,
    );
  });

  test('HY-11: deputies of the nation, the province and the city look at what was handled', async () => {
    for (const level of ['NATIONAL', 'PROVINCE', 'CITY'])
      await enter(cast.office, {
        record: 'level-inspection',
        values: { level: choice(level), cases: cases(roads.id) },
        ...on('2024-11-05'),
      });
    const seen = await recordsOf(cast.office, CODE, ['level-inspection']);
    expect(seen).toHaveLength(3);
    expect(seen[0].label).toBe('建议办理情况视察');
  });

  test('HY-12: the whole course, the effect and the awarded are reported in the media', async () => {
    for (const kind of ['WHOLE_COURSE', 'EFFECT', 'AWARD'])
      await enter(cast.office, {
        record: 'publicity',
        proposalId: roads.id,
        values: { kind: choice(kind), media: '衡阳日报' },
        ...on('2024-12-25'),
      });
    const { records } = await roads.show('records { kind label }');
    const reported = records.filter(({ kind }: { kind: string }) => kind === 'publicity');
    expect(reported).toHaveLength(3);
    expect(reported[0].label).toBe('“代表建议办理年”活动报道');
  });
});
