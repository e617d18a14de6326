import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { caughtUp, figuresOf } from './story/figures.js';
import { on } from './story/moments.js';
import { fieldsOf, handedOver, visit } from './story/place.js';
import { choice, enter, notEntered, people, recordsOf } from './story/records.js';

/* 崂山 Laoshan: 常来常往 - liaison, acceptance, supervision with the city; a proposal handled twice. */

const CODE = '370212';
const SUGGESTION = { reviewers: { office: 'deputy-affairs-officer' }, year: 2024, when: on('2024-01-20') };
const PROPOSAL = {
  reviewers: {
    plenary: 'docket-reviewer',
    'after-session': 'proposal-committee-officer',
    departments: 'docket-reviewer',
  },
  year: 2024,
  when: on('2024-01-20'),
};

describe('崂山 Laoshan keeps in touch: before, during and after the handling', () => {
  let cast: Cast;
  let one: Case;
  let proposal: Case;

  beforeAll(async () => {
    cast = await visit(CODE);
    one = await Case.drafted(cast, { title: '关于修缮北宅山路的建议', ...on('2024-01-10') });
    await handedOver(one, [{ head: cast.heads[0], role: 'SOLE' }], SUGGESTION);
  }, 180_000);

  const kinds = async (...wanted: string[]) =>
    (await recordsOf(cast.office, CODE, wanted)).map(({ kind }) => kind);

  test('LN-03: deputies are trained before they put forward', async () => {
    const values = { subject: '代表建议提出和办理专项培训', participants: people(...cast.deputies) };
    await enter(cast.office, { record: 'training', values, ...on('2023-11-10') });
    expect(await kinds('training')).toEqual(['training']);
  });

  test('LN-07 LN-09: groups keep contact with departments, members of the standing committee with stations', async () => {
    const liaison = { group: '第一代表联络组', members: people(...cast.deputies.slice(0, 2)) };
    await enter(cast.office, {
      record: 'group-liaison',
      unitId: cast.heads[0].unitId,
      values: liaison,
      ...on('2024-01-05'),
    });
    const mandateId = cast.deputies[1].mandateId;
    await enter(cast.office, {
      record: 'station-liaison',
      mandateId,
      values: { station: '沙子口街道联络站' },
      ...on('2024-01-05'),
    });
    expect((await kinds('group-liaison', 'station-liaison')).sort()).toEqual([
      'group-liaison',
      'station-liaison',
    ]);
  });

  test('LN-10: deputies take part in the acceptance on site, and give their verdict', async () => {
    const about = { proposalId: one.id, assignmentId: await one.assignmentOf(cast.heads[0]) };
    const values = { place: '北宅山路', verdict: choice('ACCEPTED') };
    const acceptance = await enter(cast.heads[0], {
      record: 'acceptance',
      ...about,
      values,
      ...on('2024-06-10'),
    });
    expect(acceptance.completedAt).toBeNull();
    await must(one.lead, 'signRecord', { recordId: acceptance.id, ...on('2024-06-11') });
    const [shown] = await recordsOf(cast.office, CODE, ['acceptance']);
    expect(shown.completedAt).toBe(on('2024-06-11').occurredAt);
  });

  test('LN-23 LN-24: when the own level has done its part, deputies of city and district look and supervise together, item by item', async () => {
    const values = {
      'own-level-done': '区级资金已安排，线路须市里审批',
      form: choice('JOINT_SUPERVISION'),
      'city-deputies': people({ name: '市人大代表甲' }),
      'district-deputies': people(one.lead),
      suggestions: '建议市区共同出资',
    };
    const { 'own-level-done': _, ...early } = values;
    const joint = { record: 'joint-supervision', proposalId: one.id, ...on('2024-07-10') };
    expect(await notEntered(cast.office, { ...joint, values: early })).toBe('RECORD_FIELD_REQUIRED');
    await enter(cast.office, { ...joint, values });
    const look = { place: '北宅山路', findings: '现场办公，确定分段施工' };
    await enter(cast.office, {
      record: 'on-site-supervision',
      proposalId: one.id,
      values: look,
      ...on('2024-07-10'),
    });
    const { records } = await one.show('records { kind }', one.lead);
    const shown = records.map(({ kind }: { kind: string }) => kind);
    expect(shown).toEqual(expect.arrayContaining(['joint-supervision', 'on-site-supervision']));
  });

  test('LC-06: four sector studios and five regional groups', async () => {
    const { groups } = await cast.committee.get(
      '{ groups(first: 20, kind: MEMBER_GROUP) { nodes { name } } }',
    );
    const names = groups.nodes.map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => name.endsWith('工作室'))).toHaveLength(4);
    expect(names.filter((name: string) => name.endsWith('活动组'))).toHaveLength(5);
  });

  /** The three "firsts", then the reply in person. */
  const answered = async (at: string, local: string) => {
    const [unit] = cast.heads;
    const about = { proposalId: proposal.id, assignmentId: await proposal.assignmentOf(unit) };
    await proposal.acknowledge(unit, on(at));
    await proposal.contact(unit, 'BEFORE', on(at));
    await enter(unit, { record: 'research', ...about, values: { findings: '走访十家企业' }, ...on(at) });
    await enter(unit, { record: 'opinion-asked', ...about, values: { opinion: '同意' }, ...on(at) });
    await proposal.contact(unit, 'AT_REPLY', { channel: 'MEETING', ...on(at) });
    return proposal.reply(unit, local, on(at));
  };

  test('LC-03 LC-16: a leader owns the case; the member follows submission, handover, handling and reply', async () => {
    const [unit] = cast.heads;
    proposal = await Case.drafted(
      cast,
      { title: '关于推动人工智能与产业融合的提案', ...on('2024-01-10') },
      cast.member,
    );
    const departments = {
      proposalId: proposal.id,
      stage: 'departments',
      verdict: 'ACCEPT',
      ...PROPOSAL.when,
    };
    await proposal.submit(PROPOSAL.when);
    for (const [stage, login] of Object.entries(PROPOSAL.reviewers))
      await must(await cast.county.as(login), 'decideReview', { ...departments, stage });
    await must(await cast.county.as('docket-reviewer-2'), 'decideReview', departments);
    await proposal.docket({ year: 2024, ...PROPOSAL.when });
    await proposal.allocate([{ head: unit, role: 'SOLE' }], on('2024-02-20'));
    const person = fieldsOf({ person: '投资科科长' }, unit.unitId);
    await proposal.handOver({ fields: [...person, ...fieldsOf({ due: '2024-04-30' })], ...on('2024-02-20') });
    const leader = people({ name: '分管副区长' });
    await enter(cast.committee, {
      record: 'case-ownership',
      proposalId: proposal.id,
      values: { leader },
      ...on('2024-02-21'),
    });
    const replyId = await answered('2024-03-20', 'B');
    await proposal.rate(replyId, 'DISSATISFIED', on('2024-03-25'));
    const { timeline } = await proposal.show('timeline { type }', cast.member);
    const types = timeline.map(({ type }: { type: string }) => type);
    expect(types).toEqual(
      expect.arrayContaining([
        'proposal.submitted',
        'proposal.handed_over',
        'assignment.acknowledged',
        'reply.issued',
      ]),
    );
  });

  test('LC-12 LC-14 LC-15: dissatisfied, it is handled again until the member is satisfied; each reply was brought in person', async () => {
    expect((await proposal.show('round')).round).toBe(2);
    const replyId = await answered('2024-04-15', 'A');
    await proposal.rate(replyId, 'SATISFIED', on('2024-04-20'));
    await proposal.do(cast.committee, 'markAttention', { reason: '多家媒体报道', ...on('2024-04-21') });
    await caughtUp(cast.committee, CODE);
    const filter = { kind: 'CPPCC_PROPOSAL', year: 2024 };
    const { FACE_REPLY_RATE } = await figuresOf(cast.committee, CODE, ['FACE_REPLY_RATE'], filter);
    expect(FACE_REPLY_RATE).toMatchObject({ numerator: 1, denominator: 1 });
    const handled = `query ($code: String!) { locality(code: $code) {
      proposals(filter: { kinds: [CPPCC_PROPOSAL], years: [2024] }) { nodes { round latestFeedback { canonicalLevel } } } } }`;
    const { proposals } = (await cast.committee.get(handled, { code: CODE })).locality;
    const satisfied = { canonicalLevel: 'SATISFIED' };
    expect(proposals.nodes).toEqual([{ round: 2, latestFeedback: [satisfied, satisfied] }]);
  });

  test('LC-17: what came of it is on record: a standard, a policy, a project', async () => {
    for (const kind of ['STANDARD', 'POLICY', 'PROJECT']) {
      const values = { kind: choice(kind), title: '人工智能产业园' };
      await enter(cast.committee, {
        record: 'conversion',
        proposalId: proposal.id,
        values,
        ...on('2024-10-10'),
      });
    }
    expect(await kinds('conversion')).toEqual(['conversion', 'conversion', 'conversion']);
  });

  test("LN-13: the heads' replies in person are counted apart from other replies", async () => {
    const [unit] = cast.heads;
    await one.acknowledge(unit, on('2024-02-01'));
    await one.of(unit, 'nameResponsible', { fields: fieldsOf({ head: unit.name }), ...on('2024-02-01') });
    for (const phase of ['BEFORE', 'DURING']) await one.contact(unit, phase, on('2024-03-01'));
    const participants = [
      { role: 'PROPOSER', name: one.lead.name, mandateId: one.lead.mandateId },
      { role: 'UNIT_HEAD', name: unit.name },
      { role: 'STREET_COMMITTEE', name: '街道人大工委负责人' },
    ];
    const met = {
      channel: 'STATION',
      place: 'STATION',
      proposerOpinion: '同意',
      participants,
      ...on('2024-04-10'),
    };
    await one.contact(unit, 'AT_REPLY', met);
    await one.reply(unit, 'A', on('2024-04-10'));
    await caughtUp(cast.office, CODE);
    const filter = { kind: 'NPC_SUGGESTION', year: 2024 };
    const { HEAD_FACE_REPLY_RATE } = await figuresOf(cast.office, CODE, ['HEAD_FACE_REPLY_RATE'], filter);
    expect(HEAD_FACE_REPLY_RATE).toMatchObject({ numerator: 1, denominator: 1 });
  });
});
