import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { on } from './story/moments.js';
import { accepted, givenTo, type Intake, visit } from './story/place.js';

/* “大督办” The big supervision: who supervises what, by rule and by name; what leaders owe; prompts, confirmations, the October vote. */

const intake = (year: number): Intake => ({
  reviewers: { office: 'deputy-affairs-officer' },
  year,
  when: on(`${year}-03-01`),
});
const BETWEEN = { period: 'INTER_SESSION' };
const DUTIES = 'duties { id duty tier organ holderName rule explanation endedAt report { kind } }';

describe('衡阳 Hengyang: committees, the deputies’ office, and the units', () => {
  let cast: Cast;
  let one: Case;
  let replyId: string;

  beforeAll(async () => {
    cast = await visit('430400');
    one = await givenTo(cast, '关于整治背街小巷的建议', { head: cast.heads[0], role: 'SOLE' }, intake(2022), {
      ...BETWEEN,
      category: 'development',
    });
  }, 180_000);

  test('HY-04 the committee that liaises with the unit supervises it, by rule, in the decision that hands it over', async () => {
    const { duties, timeline } = await one.show(`${DUTIES} timeline { type occurredAt }`);
    expect(duties).toMatchObject([
      { duty: 'SUPERVISION', rule: 'committees', explanation: expect.stringContaining('对口联系单位') },
    ]);
    expect(timeline.at(-1)).toEqual({ type: 'duty.assigned', ...on('2022-03-01') });
  });

  test('CA-13 a prompt warns the unit, and is answered late', async () => {
    const assignmentId = await one.assignmentOf(cast.heads[0]);
    const values = [
      { field: 'kind', choice: 'WARNING' },
      { field: 'level', choice: 'ORANGE' },
      { field: 'content', text: '尚未与代表沟通。' },
    ];
    const prompt = { record: 'work-prompt', proposalId: one.id, assignmentId, values, ...on('2022-04-01') };
    const wrong = await cast.office.do('enterRecord', { ...prompt, values: values.slice(0, 1) });
    expect(wrong).toMatchObject({ code: 'RECORD_FIELD_REQUIRED', message: expect.stringContaining('内容') });
    const { record } = await must(cast.office, 'enterRecord', prompt, 'record { id answerDue { date } }');
    expect(record.answerDue.date).toBe('2022-04-18');
    const answer = { recordId: record.id, text: '已上门沟通。', ...on('2022-04-20') };
    expect((await cast.heads[1].do('answerRecord', answer)).code).toBe('RECORD_NOT_FOUND');
    const done = await must(cast.heads[0], 'answerRecord', answer, 'record { answer { text late } }');
    expect(done.record.answer).toEqual({ text: '已上门沟通。', late: true });
    expect((await one.show('records { id }', one.lead)).records).toEqual([]);
  });

  test('LN-17 what was done is confirmed by three, each in their own place', async () => {
    replyId = await one.answered(cast.heads[0], 'B', on('2022-05-10'));
    const assignmentId = await one.assignmentOf(cast.heads[0]);
    const confirmation = { record: 'joint-confirmation', proposalId: one.id, assignmentId };
    const values = [{ field: 'implemented', yesNo: true }];
    const { record } = await must(
      cast.office,
      'enterRecord',
      { ...confirmation, values, ...on('2022-05-20') },
      'record { id completedAt }',
    );
    const leader = await cast.county.as('supervising-leader');
    const signing = { recordId: record.id, ...on('2022-05-20') };
    expect((await cast.office.do('signRecord', signing)).code).toBe('RECORD_NOT_YOURS_TO_SIGN');
    const sign = 'record { completedAt signers { signer name } }';
    for (const person of [leader, cast.heads[0]]) {
      const { record: so } = await must(person, 'signRecord', { ...signing, name: person.name }, sign);
      expect(so.completedAt).toBeNull();
    }
    const { record: all } = await must(one.lead, 'signRecord', { ...signing, name: one.lead.name }, sign);
    expect(all.completedAt).toBe(on('2022-05-20').occurredAt);
    const names = all.signers.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual([leader.name, cast.heads[0].name, one.lead.name].sort());
  });

  test('HY-05 not satisfied at first, it is supervised by the deputies’ office as well', async () => {
    await one.confirm(cast.heads[0], 'B', on('2022-05-21'));
    await one.rate(replyId, 'DISSATISFIED', on('2022-05-22'));
    expect((await one.show(DUTIES)).duties).toMatchObject([
      { rule: 'committees' },
      { rule: 'dissatisfied', organ: 'deputy-affairs', duty: 'SUPERVISION' },
    ]);
  });
});

describe('青海 Qinghai: leaders with items of their own', () => {
  const QUOTAS =
    'query ($code: String!) { locality(code: $code) { quotas(year: 2018) { rule subject required max done missing state explanation } } }';
  let cast: Cast;
  const cases: Case[] = [];
  const duty = { duty: 'SUPERVISION', tier: 'CONGRESS_LEADER', name: '张副主任' };

  beforeAll(async () => {
    cast = await visit('630000');
    for (const title of ['关于草原生态补偿的建议', '关于高原养老服务的建议', '关于农牧区供水的建议'])
      cases.push(
        await accepted(await Case.drafted(cast, { title, ...BETWEEN, ...on('2018-02-20') }), intake(2018)),
      );
  }, 180_000);

  test('QH-06 QH-18 a vice-chair takes two items; the third is one too many, and told', async () => {
    for (const one of cases) await one.do(cast.office, 'assignDuty', { ...duty, ...on('2018-03-10') });
    const { quotas } = (await cast.office.get(QUOTAS, { code: '630000' })).locality;
    const own = quotas.find(({ subject }: { subject: string }) => subject === '张副主任');
    expect(own).toMatchObject({ rule: 'vice-chairs', required: 1, max: 2, done: 3, state: 'EXCEEDED' });
    const committees = quotas.filter(({ rule }: { rule: string }) => rule === 'committees');
    expect(committees).toHaveLength(5);
    expect(committees[0]).toMatchObject({
      subject: expect.stringContaining('委员会'),
      done: 0,
      missing: 1,
      state: 'OPEN',
    });
  });

  test('QH-20 the leader’s duty ends with a report to the standing committee', async () => {
    const [one] = cases as [Case];
    const { duties, availableActions } = await one.show(
      `${DUTIES} availableActions { mutation possible refusalCode }`,
    );
    expect(availableActions).toContainEqual({
      mutation: 'endDuty',
      possible: false,
      refusalCode: 'DUTY_REPORT_MISSING',
    });
    const end = { dutyId: duties[0].id, ...on('2018-11-20') };
    expect((await cast.office.do('endDuty', end)).code).toBe('DUTY_REPORT_MISSING');
    const leader = await cast.county.as('supervising-leader');
    const values = [{ field: 'content', text: '三次到现场督办，已办结。' }];
    await must(leader, 'enterRecord', {
      record: 'supervision-report',
      proposalId: one.id,
      values,
      ...on('2018-11-15'),
    });
    await must(cast.office, 'endDuty', end);
    expect((await one.show(DUTIES)).duties).toMatchObject([
      { endedAt: on('2018-11-20').occurredAt, report: { kind: 'supervision-report' } },
    ]);
  });
});

describe('邵阳 Shaoyang: key items and October', () => {
  const SCHEDULE = `query ($code: String!) { locality(code: $code) { schedule(year: 2022) {
    rule due required done missing state records { kind } missingProposals { title } } } }`;
  let cast: Cast;
  let one: Case;
  let other: Case;

  beforeAll(async () => {
    cast = await visit('430500');
    const draft = (title: string, also: object) =>
      Case.drafted(cast, { title, ...BETWEEN, category: 'urban', ...also, ...on('2022-02-20') });
    const delegation = { proposerType: 'DELEGATION', collective: '大祥代表团' };
    one = await accepted(await draft('关于资江治理的建议', delegation), intake(2022));
    other = await accepted(await draft('关于乡村教师周转房的建议', {}), intake(2022));
  }, 180_000);

  test('SY-06 T19 a delegation’s suggestion becomes a key item by itself; the deputies’ office coordinates', async () => {
    const shown = await one.show(
      `keyTier keyDesignations { tier rule reason } timeline { type rule } ${DUTIES}`,
    );
    expect(shown).toMatchObject({
      keyTier: 'CONGRESS_LEADER',
      keyDesignations: [{ rule: 'delegation', reason: '代表团提出的建议（delegation）' }],
    });
    expect(shown.duties).toMatchObject([
      { duty: 'COORDINATION', organ: 'deputy-affairs', rule: 'coordination' },
    ]);
    expect((await other.show('keyTier')).keyTier).toBeNull();
    await other.do(cast.office, 'designateKey', { tier: 'GOV_LEADER', ...on('2022-03-05') });
  });

  test('SY-12 each October there is an inquiry on some key items, and a vote on all of them', async () => {
    const vote = (proposalId: string, satisfied: number, day: string) => {
      const ballots = [
        { choice: 'SATISFIED', count: satisfied },
        { choice: 'DISSATISFIED', count: 20 },
      ];
      const values = [
        { field: 'members', number: 45 },
        { field: 'ballots', ballots },
        { field: 'announced', yesNo: true },
        { field: 'forwarded-to', text: '市委组织部' },
      ];
      const input = { record: 'satisfaction-vote', proposalId, values, ...on(day) };
      return must(cast.office, 'enterRecord', input, 'record { verdict }');
    };
    expect((await vote(one.id, 23, '2022-10-20')).record.verdict).toBe('PASSED');
    const values = [
      { field: 'units', unitIds: [cast.heads[0].unitId] },
      { field: 'cases', proposalIds: [other.id] },
      { field: 'questions', text: '问：何时完工？答：年底。' },
    ];
    await must(cast.office, 'enterRecord', { record: 'special-inquiry', values, ...on('2022-10-20') });
    const scheduled = async () => (await cast.office.get(SCHEDULE, { code: '430500' })).locality.schedule;
    expect(await scheduled()).toMatchObject([
      {
        rule: 'inquiry',
        due: '2022-10-31',
        required: 1,
        missing: 0,
        state: 'DONE',
        records: [{ kind: 'special-inquiry' }],
      },
      {
        rule: 'vote',
        required: 2,
        done: 1,
        missing: 1,
        state: 'MISSED',
        missingProposals: [{ title: '关于乡村教师周转房的建议' }],
      },
    ]);
    expect((await vote(other.id, 22, '2022-11-03')).record.verdict).toBe('FAILED');
    expect((await scheduled())[1]).toMatchObject({ missing: 0, state: 'LATE', missingProposals: [] });
  });

  test('SY-13 a deliberation opinion is reported on within its time', async () => {
    const values = [
      { field: 'content', text: '加快资江治理。' },
      { field: 'report-by', date: '2022-12-31' },
    ];
    const input = { record: 'deliberation-opinion', values, ...on('2022-10-25') };
    const { record } = await must(cast.office, 'enterRecord', input, 'record { id answerDue { date } }');
    expect(record.answerDue.date).toBe('2022-12-31');
    const report = { recordId: record.id, text: '已完成三个断面整治。', ...on('2022-12-20') };
    const done = await must(cast.government, 'answerRecord', report, 'record { answer { late } }');
    expect(done.record.answer.late).toBe(false);
  });
});

describe('崂山 Laoshan: what the session’s close sets going', () => {
  const CODE = '370212';
  const SCHEDULE = `query ($code: String!) { locality(code: $code) { sessions { year closesOn }
    schedule(year: 2017, kind: CPPCC_PROPOSAL) { rule due required done state explanation } } }`;
  let cast: Cast;

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  test('LC-02 LC-04 the government meets on the first working day after the session; five special meetings a year', async () => {
    const shown = async () => (await cast.committee.get(SCHEDULE, { code: CODE })).locality;
    expect(
      (await shown()).schedule.find(({ rule }: { rule: string }) => rule === 'executive-meeting').state,
    ).toBe('UNKNOWN');
    const session = { kind: 'CPPCC_PROPOSAL', year: 2017, term: 9, session: 1, opensOn: '2017-02-14' };
    const wrong = await cast.committee.do('declareSession', { ...session, closesOn: '2017-02-01' });
    expect(wrong.code).toBe('SESSION_DATES_WRONG');
    await must(cast.committee, 'declareSession', { ...session, closesOn: '2017-02-17' }, 'session { term }');
    const meeting = (kind: string, day: string) => {
      const values = [
        { field: 'kind', choice: kind },
        { field: 'title', text: '提案办理会议' },
      ];
      return must(cast.committee, 'enterRecord', {
        record: 'meeting',
        caseKind: 'CPPCC_PROPOSAL',
        values,
        ...on(day),
      });
    };
    await meeting('GOVERNMENT', '2017-02-20');
    await meeting('SPECIAL', '2017-05-20');
    const { schedule, sessions } = await shown();
    expect(sessions).toContainEqual({ year: 2017, closesOn: '2017-02-17' });
    expect(schedule).toMatchObject([
      { rule: 'executive-meeting', due: '2017-02-20', done: 1, state: 'DONE' },
      {
        rule: 'special-meetings',
        required: 5,
        done: 1,
        state: 'MISSED',
        explanation: expect.stringContaining('还差 4'),
      },
    ]);
  });
});
