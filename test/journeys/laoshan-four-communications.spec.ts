import { encodeLocalityId } from '@duban/kernel';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { gaveOpinion, granted, grantsOf, inDays, opened } from './story/grants.js';
import { on } from './story/moments.js';
import { fieldsOf, visit } from './story/place.js';

/* 崂山区人大 the congress of Laoshan: 沟通协调、四沟通. */

const CODE = '370212';
const QINGDAO = 370_200;
const REASONS = {
  'beyond-jurisdiction': 'BEYOND_JURISDICTION',
  decided: 'ALREADY_DECIDED',
  solved: 'ALREADY_SOLVED',
  unlawful: 'CONTRARY_TO_LAW_OR_POLICY',
  unfundable: 'UNFUNDABLE',
};

describe('崂山 Laoshan: four communications, from the intent to the confirmation', () => {
  let cast: Cast;
  let one: Case;

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  const shownToCity = () => ({
    ...{ proposalId: one.id, localityId: encodeLocalityId(QINGDAO), kind: 'JOINT_SUPERVISION' },
    ...{ sees: 'FULL', until: inDays(30), reason: '涉及市级政策' },
  });
  const asked = async (input: object, day: string) =>
    cast.office.do('decideReview', { proposalId: one.id, stage: 'office', ...input, ...on(day) });

  test('LN-05: five reasons lead a deputy away from a suggestion that cannot be handled', async () => {
    const { viewer } = await cast.office.get(
      '{ viewer { locality { process { reviewReasons { code name } } } } }',
    );
    const codes = viewer.locality.process.reviewReasons.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(Object.keys(REASONS)));
    for (const reasonCode of Object.keys(REASONS)) {
      one = await Case.drafted(cast, {
        title: `关于一件办不了的事的建议（${reasonCode}）`,
        ...on('2024-12-20'),
      });
      await one.submit(on('2024-12-21'));
      expect((await asked({ verdict: 'REJECT' }, '2024-12-23')).code).toBe('REASON_REQUIRED');
      await asked({ verdict: 'REJECT', reasonCode }, '2024-12-23');
      expect(await one.show('phase reviews { reasonCode }', one.lead)).toEqual({
        phase: 'REJECTED',
        reviews: [{ reasonCode }],
      });
    }
  });

  test('LN-06: what is not good enough is completed or written anew, and both texts are kept', async () => {
    const title = '关于整治老旧小区停车的建议';
    one = await Case.drafted(cast, { title, body: '停车太难。', ...on('2025-01-03') }, cast.deputies[2]);
    await one.submit(on('2025-01-04'));
    const revise = {
      verdict: 'REQUEST_REVISION',
      reasonCode: 'not-specific',
      reasonText: '请写明小区和做法',
    };
    await asked(revise, '2025-01-06');
    expect((await one.show('phase', one.lead)).phase).toBe('REVISION_REQUESTED');
    const body = '银川东路小区有车三百辆、车位一百个，建议利用地下空间增设车位。';
    await one.do(one.lead, 'reviseDraft', { body, ...on('2025-01-08') });
    await one.submit(on('2025-01-09'));
    await asked({ verdict: 'ACCEPT' }, '2025-01-10');
    const { submissions } = await one.show('submissions { body }');
    expect(submissions).toEqual([{ body: '停车太难。' }, { body }]);
  });

  test('LN-14: before the handling the unit asks what the deputy really wants; without that there is no reply', async () => {
    const [, , unit] = cast.heads;
    await one.docket({ year: 2025, ...on('2025-01-20') });
    await one.allocate([{ head: unit, role: 'SOLE' }], on('2025-02-10'));
    await one.handOver(on('2025-02-10'));
    await one.acknowledge(unit, on('2025-02-11'));
    expect(await refusalOfReply('2025-02-12')).toBe('CONTACT_MISSING');
    await one.contact(unit, 'BEFORE', { channel: 'PHONE', ...on('2025-02-13') });
    expect(await refusalOfReply('2025-02-14')).toBe('CONTACT_MISSING');
  });

  test('LN-15: during the handling it reports how it goes', async () => {
    const [, , unit] = cast.heads;
    await one.contact(unit, 'DURING', { channel: 'MEETING', ...on('2025-03-05') });
    const { contacts } = await one.show('contacts { phase channel heldAt }', one.lead);
    expect(contacts).toEqual([
      { phase: 'BEFORE', channel: 'PHONE', heldAt: on('2025-02-13').occurredAt },
      { phase: 'DURING', channel: 'MEETING', heldAt: on('2025-03-05').occurredAt },
    ]);
    expect(await refusalOfReply('2025-03-06')).toBe('CONTACT_MISSING');
  });

  /** Why the unit's letter would be refused on that day. */
  const refusalOfReply = async (day: string) => {
    const [, , unit] = cast.heads;
    const assignmentId = await one.assignmentOf(unit);
    const signatory = { name: unit.name, role: 'UNIT_HEAD' };
    const letter = { kind: 'FORMAL', documentNumber: '崂住建〔2025〕1 号', body: '现答复如下。', signatory };
    return (await unit.do('issueReply', { assignmentId, ...letter, claimedClass: 'A', ...on(day) })).code;
  };

  test('LN-11: the head of the unit bears the responsibility, and is named', async () => {
    const [, , unit] = cast.heads;
    const unnamed = { assignmentId: await one.assignmentOf(unit), fields: fieldsOf({ section: '建设科' }) };
    expect((await unit.do('nameResponsible', { ...unnamed, ...on('2025-03-06') })).code).toBe(
      'FIELD_MISSING',
    );
    const fields = fieldsOf({ head: unit.name, section: '建设科' });
    await one.of(unit, 'nameResponsible', { fields, ...on('2025-03-06') });
    const { assignments } = await one.show('assignments { responsible { fields { field value } } }');
    expect(assignments[0].responsible.fields[0]).toEqual({ field: 'head', value: unit.name });
  });

  test('LN-20: what can be solved this year is scheduled backwards, what cannot is planned', async () => {
    const [, , unit] = cast.heads;
    const assignmentId = await one.assignmentOf(unit);
    const plan = { assignmentId, kind: 'PLANNED', ...on('2025-03-10') };
    expect((await unit.do('setPlan', { ...plan, fields: [] })).code).toBe('FIELD_MISSING');
    const milestones = [{ title: '完成设计', dueOn: '2025-09-30' }];
    const fields = fieldsOf({ by: '2026-06-30', how: '利用地下空间' });
    await must(unit, 'setPlan', { ...plan, fields, milestones });
    const { assignments } = await one.show('assignments { plan { kind milestones { title } } }', one.lead);
    expect(assignments[0].plan).toEqual({ kind: 'PLANNED', milestones: [{ title: '完成设计' }] });
  });

  test('LN-16 LN-08: at the reply the head or deputy head meets the deputy in the station, with the street committee, and asks for an opinion', async () => {
    const [, , unit] = cast.heads;
    const proposer = { role: 'PROPOSER', name: one.lead.name, mandateId: one.lead.mandateId };
    const street = { role: 'STREET_COMMITTEE', name: '街道人大工委负责人' };
    const met = (role: string, others: object[], input: object) =>
      one.contact(unit, 'AT_REPLY', {
        ...{ channel: 'STATION', participants: [proposer, { role, name: '住建局负责人' }, ...others] },
        ...{ placeName: '中韩街道代表联络站', ...input, ...on('2025-04-10') },
      });
    const opinion = { proposerOpinion: '同意，请尽快开工' };
    await met('SECTION_HEAD', [street], { place: 'STATION', ...opinion });
    expect(await refusalOfReply('2025-04-11')).toBe('CONTACT_UNFIT');
    await met('UNIT_DEPUTY_HEAD', [street], { place: 'OFFICE', ...opinion });
    expect(await refusalOfReply('2025-04-11')).toBe('CONTACT_UNFIT');
    await met('UNIT_DEPUTY_HEAD', [], { place: 'STATION', ...opinion });
    expect(await refusalOfReply('2025-04-11')).toBe('CONTACT_UNFIT');
    await met('UNIT_DEPUTY_HEAD', [street], { place: 'STATION', ...opinion });
    expect((await cast.office.do('grantCase', shownToCity())).code).toBe('OWN_LEVEL_NOT_DONE');
    await one.reply(unit, 'B', on('2025-04-11'));
    expect(await one.show('repliedAt')).toEqual({ repliedAt: on('2025-04-11').occurredAt });
  });

  test('LN-23: the own level has done its part: the city is shown the case, supervises with the district, and says what came of it', async () => {
    const city = await cast.deployment.as(`${QINGDAO}.deputy-affairs-officer`);
    const caseGrantId = await granted(cast.office, one, QINGDAO, 'JOINT_SUPERVISION');
    expect((await opened(city, caseGrantId)).grant).toMatchObject({ label: '市区两级联合督办' });
    await gaveOpinion(city, caseGrantId, 'SUPERVISION', '市区两级代表联合视察，市里列入明年计划');
    expect(await grantsOf(one)).toMatchObject([
      {
        ...{ to: { code: String(QINGDAO) }, readings: [{ role: 'DEPUTY_AFFAIRS_OFFICER', saw: 'FULL' }] },
        opinions: [{ kind: 'SUPERVISION', from: { code: String(QINGDAO) } }],
      },
    ]);
    const district = { ...shownToCity(), localityId: encodeLocalityId(370_000) };
    expect((await cast.office.do('grantCase', { ...district, kind: 'HANDLED_BELOW' })).code).toBe(
      'GRANT_WRONG_DIRECTION',
    );
  });

  test('LN-18: each step has a clock, and every clock says how it stands', async () => {
    const { clocks } = await one.show('clocks { step state due { date } explanation }');
    const states = Object.fromEntries(
      clocks.map(({ step, state }: { step: string; state: string }) => [step, state]),
    );
    expect(states).toMatchObject({ ACKNOWLEDGE: 'MET', REPLY: 'MET' });
    const reply = clocks.find(({ step }: { step: string }) => step === 'REPLY');
    expect(reply.due.date).toBe('2025-05-10');
    expect(reply.explanation).toContain('2025-05-10');
  });

  test('LN-21: found to be poorly handled, it is handled a second time', async () => {
    const [, , unit] = cast.heads;
    const assignmentId = await one.assignmentOf(unit);
    const finding = { assignmentId, trigger: 'low-quality', note: '答复空泛，没有期限', ...on('2025-04-20') };
    expect((await unit.do('requireRehandling', finding)).code).toBe('ROLE_NOT_ALLOWED');
    await must(cast.office, 'requireRehandling', finding, 'proposal { round }');
    const { round, assignments } = await one.show('round assignments { round origin phase }');
    expect(round).toBe(2);
    expect(assignments.at(-1)).toMatchObject({ round: 2, origin: 'REHANDLING' });
  });
});
