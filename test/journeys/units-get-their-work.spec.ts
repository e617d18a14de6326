import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import { sharedDeployment } from '../kit/shared-deployment.js';
import { type Case, ledBy, must } from './story/case.js';
import { type Cast, castOf } from './story/cast.js';
import { exacting, inDays, SIX, without } from './story/exacting-case.js';

/** A county that wants everything fixed, see `kit/exacting-process.ts`. */
const COUNTY = '901906';
const noticeNumber = '政办发〔2026〕3号';

describe('units get their work', () => {
  let cast: Cast;

  beforeAll(async () => {
    cast = await castOf(await sharedDeployment(), COUNTY);
  }, 180_000);

  const assignment = async (one: Case, head: Resident, selection: string, person: Resident = cast.office) => {
    const { assignments } = await one.show(`assignments { unit { id } ${selection} }`, person);
    return assignments.findLast((each: { unit: { id: string } }) => each.unit.id === head.unitId);
  };
  const unitsOf = (one: Case) => one.show('matters { number text units { id } }');

  /** Handed over, received and planned by its only unit. */
  const atWork = async (): Promise<Case> => {
    const [head] = cast.heads;
    const one = await exacting.handedOver(cast, [{ head, role: 'SOLE' }]);
    await one.of(head, 'acknowledgeAssignment', { opinion: 'AGREES' });
    return one;
  };
  const FOUR = [
    { field: 'who', value: '规划科' },
    { field: 'how', value: '增设两站' },
    { field: 'by', value: inDays(60) },
    { field: 'effect', value: '步行五分钟可达' },
  ];

  test('CA-11 CT-12 CT-13 the gate of the handover: six things, the mode and the notice', async () => {
    const [lead, co] = cast.heads;
    const one = await exacting.allocated(cast, ledBy(lead, co));
    await exacting.split(one, ['增设站点', lead], ['改造排水', co, lead]);
    await exacting.answers(one, lead, true);
    await exacting.answers(one, co, true);
    const handOver = (input: object) =>
      cast.government.do('handOverProposal', { proposalId: one.id, noticeNumber, fields: SIX, ...input });
    for (const { field } of SIX as readonly { field: string }[])
      expect((await handOver({ fields: without(field) })).code).toBe('FIELD_MISSING');
    const refused = await handOver({ fields: without('supervisor') });
    expect(refused.message).toContain('督办领导');
    expect((await handOver({ noticeNumber: null })).code).toBe('NOTICE_REQUIRED');
    expect((await handOver({})).code).toBeUndefined();
    const shown = await one.show('handover { mode noticeNumber fields { field value } batch { id } } dueOn');
    expect(shown.handover).toEqual({ mode: 'LEAD_AND_CO', noticeNumber, fields: SIX, batch: null });
    expect(shown.dueOn).toBe(inDays(40));
    const { due } = await assignment(one, lead, 'due { date explanation }');
    expect(due.explanation).toContain('另行确定');
  });

  test('预交办: the unit that is asked sees the case and objects; after the second round the office decides', async () => {
    const [head, other] = cast.heads;
    const one = await exacting.allocated(cast, [{ head, role: 'SOLE' }]);
    await exacting.split(one, ['增设站点', head]);
    expect(await one.show('phase', other)).toBeNull();
    expect(await one.show('phase precheck { round }', head)).toEqual({
      phase: 'ALLOCATED',
      precheck: { round: 1 },
    });
    const reason = '属水务局职责';
    await exacting.answers(one, head, false, { reason, proposedUnitId: other.unitId });
    const handOver = () =>
      cast.government.do('handOverProposal', { proposalId: one.id, noticeNumber, fields: SIX });
    expect((await handOver()).code).toBe('ALLOCATION_OBJECTED');
    await one.allocate([{ head, role: 'SOLE' }], { mode: 'SOLE' });
    await exacting.answers(one, head, false, { reason });
    expect((await handOver()).code).toBeUndefined();
  });

  test('CT-11 every matter has its units, and whoever takes a unit’s place answers for it', async () => {
    const [lead, co, third] = cast.heads;
    const one = await exacting.handedOver(cast, ledBy(lead, co));
    const reason = '不属本单位职责';
    await one.of(co, 'requestReturn', { reason, proposedUnitId: third.unitId });
    const assignmentId = await one.assignmentOf(co);
    await must(cast.office, 'decideReturn', { assignmentId, decision: 'APPROVE' });
    expect((await unitsOf(one)).matters).toEqual([
      { number: 1, text: '增设站点', units: [{ id: lead.unitId }] },
      { number: 2, text: '增设站点', units: [{ id: third.unitId }] },
    ]);
  });

  test('CT-14 CT-15 the receipt tells a problem; what the office cannot settle goes up, and a unit has it in the end', async () => {
    const [head, other] = cast.heads;
    const one = await exacting.handedOver(cast, [{ head, role: 'SOLE' }]);
    const problem = { opinion: 'HAS_PROBLEM', note: '主要涉及水务局职责' };
    await one.of(head, 'acknowledgeAssignment', problem);
    expect((await assignment(one, head, 'receipt { opinion note }')).receipt).toEqual(problem);
    await one.of(head, 'requestReturn', { reason: '主要涉及水务局职责' });
    const assignmentId = await one.assignmentOf(head);
    const decide = (person: Resident, input: object) => person.do('decideReturn', { assignmentId, ...input });
    const approve = { decision: 'APPROVE', unitId: other.unitId };
    expect((await decide(cast.government, approve)).code).toBe('NOT_APPROVER');
    await decide(cast.office, { decision: 'ESCALATE', reason: '难以界定' });
    expect((await decide(cast.office, approve)).code).toBe('NOT_APPROVER');
    const waiting = await assignment(one, head, 'phase returnRequests { rung steps { rung reason } }');
    expect(waiting).toMatchObject({
      phase: 'RETURN_REQUESTED',
      returnRequests: [{ rung: 'above', steps: [{ rung: 'above', reason: '难以界定' }] }],
    });
    expect((await decide(cast.government, { decision: 'APPROVE' })).code).toBe('REPLACEMENT_REQUIRED');
    expect((await decide(cast.government, approve)).code).toBeUndefined();
    expect((await assignment(one, other, 'phase')).phase).toBe('HANDED_OVER');
  });

  test('CT-05 CT-08 CT-09 QH-28 QH-29 HY-01 the unit names who is responsible, to its own deadline, and its head signs', async () => {
    const [head] = cast.heads;
    const one = await atWork();
    const { viewer } = await head.get('{ viewer { person { id } } }');
    const fields = [
      { field: 'head', value: head.name, personId: viewer.person.id },
      { field: 'deputy-head', value: '李副局长' },
      { field: 'section', value: '规划科' },
      { field: 'handler', value: '张科员' },
      { field: 'standard', value: '一次办结' },
      { field: 'deadline', value: inDays(30) },
      { field: 'supervisor', value: '办公室主任' },
    ];
    const assignmentId = await one.assignmentOf(head);
    const name = (given: object[]) => head.do('nameResponsible', { assignmentId, fields: given });
    expect((await name(fields.filter(({ field }) => field !== 'section'))).code).toBe('FIELD_MISSING');
    const late = fields.map((given) =>
      given.field === 'deadline' ? { ...given, value: inDays(90) } : given,
    );
    expect((await name(late)).code).toBe('FIELD_VALUE_INVALID');
    expect((await name(fields)).code).toBeUndefined();
    const report = () => head.do('reportProgress', { assignmentId, text: '已完成勘查' });
    expect((await report()).code).toBe('HEAD_NOT_SIGNED');
    expect((await cast.handler.do('signRead', { assignmentId })).code).toBe('ROLE_NOT_ALLOWED');
    await must(head, 'signRead', { assignmentId, note: '请规划科阅办' });
    expect((await report()).code).toBeUndefined();
    const shown = await assignment(
      one,
      head,
      'headSignedAt responsible { fields { field } deadline { date } }',
    );
    expect(shown.headSignedAt).not.toBeNull();
    expect(shown.responsible).toEqual({
      fields: fields.map(({ field }) => ({ field })),
      deadline: { date: inDays(30) },
    });
  });

  test('CA-07 CA-08 LN-20 QH-30 a plan of four elements, counted back, open to the proposer, who is told the progress', async () => {
    const [head] = cast.heads;
    const one = await atWork();
    const assignmentId = await one.assignmentOf(head);
    const plan = (input: object) =>
      head.do('setPlan', { assignmentId, kind: 'PLANNED', fields: FOUR, ...input });
    const twoElements = await plan({ fields: FOUR.slice(0, 2) });
    expect(twoElements.code).toBe('FIELD_MISSING');
    const ends =
      new Date().toISOString().slice(0, 4) === inDays(60).slice(0, 4) ? undefined : 'FIELD_VALUE_INVALID';
    expect((await plan({ kind: 'THIS_YEAR' })).code).toBe(ends);
    const milestones = [
      { title: '现场勘查', dueOn: inDays(40) },
      { title: '开工', dueOn: inDays(50) },
    ];
    expect((await plan({ milestones })).code).toBeUndefined();
    const selection = 'plan { kind fields { field value } milestones { id title due { date } doneAt } }';
    const seen = await assignment(one, head, selection, one.lead);
    expect(seen.plan).toMatchObject({
      kind: 'PLANNED',
      fields: FOUR,
      milestones: milestones.map(({ title, dueOn }) => ({ title, due: { date: dueOn }, doneAt: null })),
    });
    const [first] = seen.plan.milestones;
    const evidence = [{ title: '勘查记录' }];
    await must(head, 'completeMilestone', { assignmentId, milestoneId: first.id, note: '已勘查', evidence });
    await must(head, 'signRead', { assignmentId });
    await must(head, 'reportProgress', { assignmentId, text: '勘查完成，正在设计' });
    const after = await assignment(one, head, `${selection} progressReports { text }`, one.lead);
    expect(after.plan.milestones[0].doneAt).not.toBeNull();
    expect(after.progressReports).toEqual([{ text: '勘查完成，正在设计' }]);
  });

  test('QH-27 LN-16 T18 the reply meeting: a section head in the office will not do; a leader in the station with the street committee will', async () => {
    const [head] = cast.heads;
    const one = await atWork();
    await one.of(head, 'setPlan', {
      kind: 'PLANNED',
      fields: FOUR,
      milestones: [{ title: '开工', dueOn: inDays(50) }],
    });
    await one.contact(head, 'BEFORE');
    const assignmentId = await one.assignmentOf(head);
    const proposer = { role: 'PROPOSER', name: one.lead.name, mandateId: one.lead.mandateId };
    const met = (place: string, ...roles: string[]) =>
      must(head, 'recordContact', {
        assignmentId,
        phase: 'AT_REPLY',
        channel: 'MEETING',
        place,
        placeName: '城西街道联络站',
        proposerOpinion: '同意办理意见',
        participants: [proposer, ...roles.map((role) => ({ role, name: '某人' }))],
      });
    const reply = () =>
      head.do('issueReply', {
        assignmentId,
        kind: 'FORMAL',
        documentNumber: '〔2026〕1 号',
        body: '已列入计划。',
        claimedClass: 'A',
        matters: [1],
        signatory: { name: head.name, role: 'UNIT_HEAD' },
      });
    expect((await reply()).code).toBe('CONTACT_MISSING');
    await met('OFFICE', 'SECTION_HEAD', 'STREET_COMMITTEE', 'STAKEHOLDER');
    const refused = await reply();
    expect(refused.code).toBe('CONTACT_UNFIT');
    expect(refused.message).toMatch(/负责人参加.*地点/);
    await met('STATION', 'UNIT_DEPUTY_HEAD', 'STREET_COMMITTEE', 'STAKEHOLDER');
    expect((await reply()).code).toBeUndefined();
    const { contacts } = await assignment(one, head, 'contacts { place placeName proposerOpinion }');
    expect(contacts[2]).toEqual({
      place: 'STATION',
      placeName: '城西街道联络站',
      proposerOpinion: '同意办理意见',
    });
  });

  test('CT-17 what cannot be handled now is filed for record and goes on', async () => {
    const [head] = cast.heads;
    const one = await atWork();
    const assignmentId = await one.assignmentOf(head);
    const reason = '须待上级立项';
    await must(cast.government, 'fileForRecord', { assignmentId, reason });
    expect(await assignment(one, head, 'phase filing { reason }')).toMatchObject({
      phase: 'ACKNOWLEDGED',
      filing: { reason },
    });
    expect((await cast.government.do('fileForRecord', { assignmentId, reason })).code).toBe('ALREADY_FILED');
  });

  test('a unit with many items gets so much more time, and the proposer is told', async () => {
    const head = cast.heads[3];
    const one = await exacting.handedOver(cast, [{ head, role: 'SOLE' }]);
    await one.of(head, 'acknowledgeAssignment', { opinion: 'AGREES' });
    const responsible = ['head', 'deputy-head', 'section', 'handler', 'standard', 'supervisor'].map(
      (field) => ({
        field,
        value: '某',
      }),
    );
    await one.of(head, 'nameResponsible', {
      fields: [...responsible, { field: 'deadline', value: inDays(30) }],
    });
    const assignmentId = await one.assignmentOf(head);
    const ask = (amount: number) =>
      head.do('requestExtension', { assignmentId, amount, unit: 'DAY', reason: '承办件多' });
    expect((await ask(1)).code).toBe('EXTENSION_TOO_LONG');
    await exacting.handedOver(cast, [{ head, role: 'SOLE' }]);
    expect((await ask(11)).code).toBe('EXTENSION_TOO_LONG');
    expect((await ask(10)).code).toBeUndefined();
    await must(cast.government, 'decideExtension', { assignmentId, decision: 'APPROVE' });
    expect((await assignment(one, head, 'dueOn', one.lead)).dueOn).toBe(inDays(50));
  });

  test('HY-02 CT-13 one meeting hands many over; one that is not ready does not hold up the others', async () => {
    const [head] = cast.heads;
    const ready = await exacting.allocated(cast, [{ head, role: 'SOLE' }]);
    await exacting.split(ready, ['增设站点', head]);
    await exacting.answers(ready, head, true);
    const unready = await exacting.allocated(cast, [{ head, role: 'SOLE' }]);
    const items = [ready, unready].map(({ id: proposalId }) => ({ proposalId, fields: SIX }));
    const meeting = { meeting: '代表建议交办会', place: '会议中心', attendees: ['常务副县长'], noticeNumber };
    const together = await cast.government.do('handOverBatch', { items, ...meeting, together: true });
    expect(together.code).toBe('MATTERS_MISSING');
    const shown = 'batch { id caseCount } outcomes { handedOver code proposal { id } }';
    const { batch, outcomes } = await must(cast.government, 'handOverBatch', { items, ...meeting }, shown);
    expect(batch.caseCount).toBe(1);
    expect(outcomes).toEqual([
      { handedOver: true, code: null, proposal: { id: ready.id } },
      { handedOver: false, code: 'MATTERS_MISSING', proposal: { id: unready.id } },
    ]);
    const list =
      'query ($code: String!) { locality(code: $code) { handoverBatches { id meeting proposals { id } } } }';
    const { locality } = await one(list);
    expect(locality.handoverBatches).toContainEqual({
      id: batch.id,
      meeting: meeting.meeting,
      proposals: [{ id: ready.id }],
    });
  });

  const one = (query: string) => cast.office.get(query, { code: COUNTY });
});
