import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { caughtUp, figuresOf } from './story/figures.js';
import { on } from './story/moments.js';
import { accepted, fieldsOf, handedOver, type Intake, visit } from './story/place.js';
import { cases as cases_, choice, day, enter, notEntered, people, recordsOf } from './story/records.js';

/* One county, 2024: 建议和提案由县政府统一办理. Its name is not known, so it has a reserved code. */

const CODE = '992024';
const SUGGESTION: Intake = {
  reviewers: { office: 'deputy-affairs-officer' },
  year: 2024,
  when: on('2024-04-25'),
  allocation: { mode: 'SOLE' },
  matters: ['所提事项'],
  handover: { noticeNumber: '关于做好2024年县人大代表建议和政协委员提案办理工作的通知' },
};
const PROPOSAL: Intake = { ...SUGGESTION, reviewers: { office: 'proposal-committee-officer' } };

const AGREES = { opinion: 'AGREES', note: '同意承办' };

describe('a county handles suggestions and proposals in one process', () => {
  let cast: Cast;
  const cases: Case[] = [];

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  const given = async (title: string, at: number, input: object = {}, lead = cast.deputies[0]) => {
    const one = await Case.drafted(cast, { title, ...input, ...on('2024-04-20') }, lead);
    const head = cast.heads[at] ?? cast.heads[0];
    await handedOver(one, [{ head, role: 'SOLE' }], lead === cast.member ? PROPOSAL : SUGGESTION);
    cases.push(one);
    return one;
  };
  const count = async (filter: object, metric = 'HANDED_OVER_COUNT') =>
    (await figuresOf(cast.office, CODE, [metric], { year: 2024, ...filter }))[metric]?.numerator;

  test('CT-01 CT-02: both kinds go the same way, and are counted apart, in session and between sessions', async () => {
    await given('关于扩建县第二小学的建议', 0);
    await given('关于整治县城停车的建议', 3);
    await given('关于修复灌溉渠的建议', 1, { period: 'INTER_SESSION' });
    await given('关于规范食品小作坊的提案', 2, {}, cast.member);
    await caughtUp(cast.office, CODE);
    const counted = [{}, { kind: 'CPPCC_PROPOSAL' }, { period: 'INTER_SESSION', kind: 'NPC_SUGGESTION' }];
    expect(await Promise.all(counted.map((filter) => count(filter)))).toEqual([4, 1, 1]);
    const numbers = await Promise.all(cases.map(async (one) => (await one.show('caseNumber')).caseNumber));
    expect(numbers).toEqual([
      '2024年会字第0001号',
      '2024年会字第0002号',
      '2024年平字第0001号',
      '2024年第0001号提案',
    ]);
    for (const one of cases) expect((await one.show('phase dueOn')).dueOn).toBe('2024-07-25');
  });

  test('CT-11 CT-12 CT-13: split into matters, the mode fixed, handed over with a notice; every matter has its unit', async () => {
    const title = '关于改善老城区出行的建议';
    const one = await Case.drafted(cast, { title, ...on('2024-04-20') }, cast.deputies[3]);
    await accepted(one, SUGGESTION);
    const [first, second] = [cast.heads[0], cast.heads[3]];
    const shares = [first, second].map(({ unitId }) => ({ unitId, role: 'SEPARATE' }));
    const allocation = { proposalId: one.id, assignments: shares, ...on('2024-04-25') };
    expect((await cast.government.do('allocateUnits', allocation)).code).toBe('HANDLING_MODE_REQUIRED');
    await must(cast.government, 'allocateUnits', { ...allocation, mode: 'SEPARATE' });
    const notice = { proposalId: one.id, noticeNumber: '县政办〔2024〕8 号', ...on('2024-04-25') };
    expect((await cast.government.do('handOverProposal', notice)).code).toBe('MATTERS_MISSING');
    const matters = [
      { text: '校门口设斑马线', unitIds: [first.unitId] },
      { text: '整治占道停车', unitIds: [second.unitId] },
    ];
    await one.do(cast.government, 'splitMatters', { matters, ...on('2024-04-25') });
    const { noticeNumber: _, ...without } = notice;
    expect((await cast.government.do('handOverProposal', without)).code).toBe('NOTICE_REQUIRED');
    await must(cast.government, 'handOverProposal', notice);
    const shown = await one.show(
      'matters { number text units { id } } handover { mode noticeNumber }',
      one.lead,
    );
    expect(shown).toEqual({
      matters: [
        { number: 1, text: '校门口设斑马线', units: [{ id: first.unitId }] },
        { number: 2, text: '整治占道停车', units: [{ id: second.unitId }] },
      ],
      handover: { mode: 'SEPARATE', noticeNumber: '县政办〔2024〕8 号' },
    });
    cases.push(one);
  });

  test('CT-14: each unit sends its receipt; what is not its matter goes back until a unit is responsible', async () => {
    const [school, parking] = cases as [Case, Case];
    const silent = { assignmentId: await school.assignmentOf(cast.heads[0]), ...on('2024-04-26') };
    expect((await cast.heads[0].do('acknowledgeAssignment', silent)).code).toBe('RECEIPT_OPINION_REQUIRED');
    await school.of(cast.heads[0], 'acknowledgeAssignment', { ...AGREES, ...on('2024-04-26') });
    const problem = { opinion: 'HAS_PROBLEM', note: '停车管理属住建部门职责', ...on('2024-04-26') };
    await parking.of(cast.heads[3], 'acknowledgeAssignment', problem);
    const { assignments } = await parking.show('assignments { receipt { opinion note } }', cast.government);
    expect(assignments[0].receipt).toEqual({ opinion: 'HAS_PROBLEM', note: '停车管理属住建部门职责' });
  });

  test('CT-15: what the office cannot settle goes to the inspection office, which says who is responsible', async () => {
    const parking = cases[1] as Case;
    await parking.of(cast.heads[3], 'requestReturn', {
      reason: '停车管理属住建部门职责',
      ...on('2024-04-28'),
    });
    const assignmentId = await parking.assignmentOf(cast.heads[3]);
    const inspection = await cast.county.as('evaluator');
    const unitId = (await cast.county.as('unit-head-5')).unitId;
    const moved = { assignmentId, decision: 'APPROVE', unitId, ...on('2024-04-30') };
    expect((await inspection.do('decideReturn', moved)).code).toBe('NOT_APPROVER');
    const up = { assignmentId, decision: 'ESCALATE', reason: '两部门意见不一', ...on('2024-04-29') };
    await must(cast.government, 'decideReturn', up);
    await must(inspection, 'decideReturn', moved);
    const shown = await parking.show('assignments { phase unit { id } }');
    expect(shown.assignments).toEqual([
      { phase: 'REASSIGNED', unit: { id: cast.heads[3].unitId } },
      { phase: 'HANDED_OVER', unit: { id: unitId } },
    ]);
  });

  test('CT-05: the head of the unit reads each item and signs it', async () => {
    const school = cases[0] as Case;
    await school.of(cast.heads[0], 'signRead', { note: '请基础教育科室抓紧办理', ...on('2024-04-27') });
    const { assignments } = await school.show('assignments { headSignedAt }');
    expect(assignments[0].headSignedAt).toBe(on('2024-04-27').occurredAt);
  });

  test('CT-08 CT-09: head, deputy head and section; leader, section, standard, time limit and supervisor', async () => {
    const [school, , canal] = cases as [Case, Case, Case];
    const layers = { head: cast.heads[0].name, 'deputy-head': '分管副局长', section: '基础教育科室' };
    await school.of(cast.heads[0], 'nameResponsible', { fields: fieldsOf(layers), ...on('2024-04-28') });
    const fixed = {
      'deputy-head': '分管副主任',
      section: '规划科室',
      standard: '件件有着落',
      deadline: '2024-07-10',
      supervisor: '办公室专人',
    };
    await canal.of(cast.heads[1], 'nameResponsible', { fields: fieldsOf(fixed), ...on('2024-04-28') });
    const responsible = 'assignments { responsible { fields { field value } deadline { date } } }';
    const [first] = (await school.show(responsible)).assignments;
    expect(first.responsible.fields).toEqual(fieldsOf(layers));
    const [second] = (await canal.show(responsible)).assignments;
    expect(second.responsible).toEqual({ fields: fieldsOf(fixed), deadline: { date: '2024-07-10' } });
  });

  test('CT-06: the units with most items are seen from their load', async () => {
    const load =
      'query ($first: Int) { viewer { locality { units(first: $first) { nodes { shortName workload(year: 2024) { total open } } } } } }';
    const { viewer } = await cast.admin.get(load, { first: 20 });
    type Loaded = { shortName: string; workload: { total: number } };
    const busy = viewer.locality.units.nodes.filter(({ workload }: Loaded) => workload.total > 0);
    const loads = Object.fromEntries(
      busy.map(({ shortName, workload }: Loaded) => [shortName, workload.total]),
    );
    expect(loads).toEqual({ 县住建局: 1, 县公安局: 1, 县发展改革委: 1, 县市场监管局: 1, 县教体局: 2 });
  });

  test('CT-18 CT-19: asked before, told during, visited after; a reply without is sent, and it is noted', async () => {
    const [school, , canal] = cases as [Case, Case, Case];
    const [education, development] = [cast.heads[0], cast.heads[1]];
    await school.contact(education, 'BEFORE', { channel: 'PHONE', ...on('2024-05-06') });
    await school.contact(education, 'DURING', { channel: 'PHONE', ...on('2024-05-20') });
    await school.reply(education, 'A', { matters: [1], ...on('2024-06-03') });
    await school.contact(education, 'AFTER', on('2024-06-10'));
    await canal.acknowledge(development, { ...AGREES, ...on('2024-04-26') });
    await canal.reply(development, 'B', { matters: [1], ...on('2024-06-03') });
    const reply = 'timeline { type unmetGuards }';
    const warned = async (one: Case) => {
      const { timeline } = await one.show(reply);
      const issued = timeline.find(({ type }: { type: string }) => type === 'reply.issued');
      return issued.unmetGuards;
    };
    expect(await warned(school)).toEqual([]);
    expect(await warned(canal)).toEqual(['contact-before-handling', 'contact-during-handling']);
  });

  test('CT-17: what cannot be handled now is filed for record and looked at again', async () => {
    const proposal = cases[3] as Case;
    await proposal.acknowledge(cast.heads[2], { ...AGREES, ...on('2024-05-06') });
    const assignmentId = await proposal.assignmentOf(cast.heads[2]);
    const filing = { assignmentId, reason: '需等省里的办法出台', ...on('2024-05-20') };
    await must(cast.government, 'fileForRecord', filing);
    expect((await cast.government.do('fileForRecord', filing)).code).toBe('ALREADY_FILED');
    const { assignments } = await proposal.show('assignments { filing { reason } phase }');
    expect(assignments[0]).toMatchObject({ filing: { reason: '需等省里的办法出台' } });
  });

  test('CT-04: handover meeting, forum, training and inspection on site are on record', async () => {
    const kinds = { HANDOVER: '专题交办会', FORUM: '办理工作座谈会' };
    for (const [kind, title] of Object.entries(kinds))
      await enter(cast.government, {
        record: 'meeting',
        values: { kind: choice(kind), title },
        ...on('2024-04-26'),
      });
    const subject = '办理工作业务培训';
    await enter(cast.government, { record: 'training', values: { subject }, ...on('2024-05-08') });
    const values = { place: '县第二小学', findings: '校舍已开工' };
    const inspection = { record: 'on-site-supervision', proposalId: (cases[0] as Case).id, values };
    await enter(cast.office, { ...inspection, ...on('2024-06-12') });
    const held = await recordsOf(cast.government, CODE, ['meeting', 'training', 'on-site-supervision']);
    expect(held.map(({ canonical }) => canonical).sort()).toEqual([
      'MEETING',
      'MEETING',
      'ON_SITE_SUPERVISION',
      'TRAINING',
    ]);
  });

  test('CT-16: units with many or hard items are checked, spot-checked and checked again', async () => {
    for (const kind of ['CHECK', 'SPOT_CHECK', 'RECHECK']) {
      const values = { kind: choice(kind), findings: '台账齐全' };
      const check = { record: 'unit-check', unitId: cast.heads[0].unitId, values, ...on('2024-06-18') };
      await enter(cast.government, check);
    }
    const checks = await recordsOf(cast.heads[0], CODE, ['unit-check']);
    expect(checks).toHaveLength(3);
  });

  test('CT-20 CT-21: deputies and members view the results, and the results are published in their column', async () => {
    const ids = cases.slice(0, 2).map(({ id }) => id);
    const visitors = people(cast.deputies[0], cast.member);
    const visit = {
      record: 'showcase-visit',
      values: { cases: cases_(...ids), visitors },
      ...on('2024-07-30'),
    };
    await enter(cast.government, visit);
    const column = '政府信息公开 > 法定主动公开内容 > 建议提案办理结果';
    const values = { column, on: day('2024-08-14') };
    await enter(cast.government, { record: 'disclosure', proposalId: ids[0], values, ...on('2024-08-14') });
    const [published] = await recordsOf(cast.office, CODE, ['disclosure']);
    const shown = published.values.find(({ field }: { field: string }) => field === 'column');
    expect(shown.text).toBe(column);
  });

  const firstAssignment = async (one: Case) => (await one.show('assignments { id }')).assignments[0].id;

  test('CT-03: the report of August: everyone met, while most is still being handled', async () => {
    for (const one of cases.slice(1)) {
      const { assignments } = await one.show('assignments { phase unit { id } }');
      const heads = [...cast.heads, await cast.county.as('unit-head-5')];
      const head = heads.find(({ unitId }) => unitId === assignments.at(-1).unit.id) as (typeof heads)[0];
      if (assignments.at(-1).phase === 'HANDED_OVER')
        await one.acknowledge(head, { ...AGREES, ...on('2024-05-07') });
      const phase = assignments.at(-1).phase === 'REPLIED' ? 'AFTER' : 'BEFORE';
      await one.contact(head, phase, on('2024-06-20'));
    }
    await caughtUp(cast.office, CODE);
    const asOf = '2024-08-10T04:00:00Z';
    const figures = await figuresOf(cast.office, CODE, ['CONTACT_RATE', 'COMPLETION_RATE'], {
      year: 2024,
      asOf,
    });
    expect(figures).toMatchObject({
      CONTACT_RATE: { numerator: 5, denominator: 5 },
      COMPLETION_RATE: { numerator: 0, denominator: 5 },
    });
  });

  test("CT-10: by the unit's own rule a dissatisfied deputy costs the section its awards of the year, and no other", async () => {
    const proposal = cases[2] as Case;
    const { replies } = await proposal.show('replies { id }');
    await proposal.rate(replies[0].id, 'DISSATISFIED', on('2024-06-24'));
    const assignmentId = await firstAssignment(proposal);
    const values = { section: '规划科室', year: 2024, effect: choice('INELIGIBLE_FOR_AWARD') };
    const veto = {
      record: 'internal-veto',
      proposalId: proposal.id,
      assignmentId,
      values,
      ...on('2024-06-25'),
    };
    await enter(cast.heads[1], veto);
    const [shown] = await recordsOf(cast.office, CODE, ['internal-veto']);
    expect(shown.unit.id).toBe(cast.heads[1].unitId);
    expect(shown.values).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'section', text: '规划科室' })]),
    );
    expect(shown.values).toContainEqual(
      expect.objectContaining({ field: 'effect', choice: 'INELIGIBLE_FOR_AWARD' }),
    );
    expect(await recordsOf(cast.heads[0], CODE, ['internal-veto'])).toEqual([]);
    expect(await notEntered(cast.heads[0], { ...veto, values })).toBe('PROPOSAL_NOT_FOUND');
  });
});
