import { encodeLocalityId } from '@duban/kernel';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '../start-up/started-platform.js';
import { Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { caughtUp, figuresOf } from './story/figures.js';
import { gaveOpinion, granted, grantsOf, inDays, opened } from './story/grants.js';
import { on } from './story/moments.js';
import { handedOver, visit } from './story/place.js';
import { ballots, cases, choice, day, enter, people, recordsOf, units } from './story/records.js';

const TRIGGERS =
  'query ($code: String!) { locality(code: $code) { process { rehandlingTriggers { code name } } } }';

type Tried = { whatIf: { moves: { unit: { id: string }; after: string | null }[] } };

/** One point less for whatever is not let pass. */
const FIRM = `version: "1"
sheets:
  year-end:
    name: { zh: 四不放过, en: not let pass }
    subject: UNIT
    maximum: 10
    rounding: { mode: HALF_UP, digits: 1 }
    indicators:
      notLetPass:
        name: { zh: 四不放过, en: not let pass }
        weight: 10
        measure: { kind: FLAGS, code: not-let-pass }
        mapping: { kind: COUNT_DEDUCTION, per: 1 }
        missing: FULL
`;

type Rated = Readonly<Record<'source' | 'axis' | 'level', string>>;

/* 邵阳市 Shaoyang: 县市区人大初步把关、大会审核；四问、四看、四不放过. */

const CODE = '430500';

describe('邵阳 Shaoyang: four questions, four looks, four things not let pass', () => {
  let cast: Cast;
  let one: Case;
  let supply: Case;

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  test("SY-03: the county's congress checks first; what it wrote down is entered with the name of who checked", async () => {
    const title = '关于加强乡镇医院建设的建议';
    one = await Case.drafted(
      cast,
      { title, category: 'education-health', ...on('2023-12-10') },
      cast.deputies[4],
    );
    const draft = { proposalId: one.id, ...on('2023-12-11') };
    expect((await one.lead.do('submitProposal', draft)).code).toBe('PRE_REVIEW_NOT_FINISHED');
    await one.do(one.lead, 'preSubmitProposal', on('2023-12-11'));
    const check = { proposalId: one.id, stage: 'county', verdict: 'ADOPT', ...on('2023-12-15') };
    expect((await cast.office.do('decideReview', check)).code).toBe('REVIEW_BY_LOWER_LOCALITY');
    const name = { onPaper: true, reviewerName: '新邵县人大常委会联工委' };
    await one.do(cast.office, 'decideReview', { ...check, ...name });
    await one.submit(on('2024-01-05'));
    expect((await one.show('phase reviews { stage verdict }')).reviews).toEqual([
      { stage: 'county', verdict: 'ADOPT' },
    ]);
  });

  test('SY-04: at the session it is reviewed and revised, and revised again', async () => {
    const revision = { stage: 'office', verdict: 'REQUEST_REVISION', reasonCode: 'not-specific' };
    for (const [day, body] of [
      ['2024-01-06', '建议为每个乡镇医院配备全科医生。'],
      ['2024-01-07', '建议三年内为六十所乡镇卫生院各配备两名全科医生，所需经费由市县分担。'],
    ] as const) {
      await one.do(cast.office, 'decideReview', { ...revision, ...on(day) });
      await one.do(one.lead, 'reviseDraft', { body, ...on(day) });
      await one.submit(on(day));
    }
    await one.accept(on('2024-01-08'));
    const { submissions, phase } = await one.show('phase submissions { contentVersion }');
    expect([phase, submissions.length]).toEqual(['ACCEPTED', 3]);
  });

  test('SY-14: the first question: the form comes with the reply, and the deputy signs it', async () => {
    const [, , health] = cast.heads;
    await one.docket({ year: 2024, ...on('2024-01-20') });
    await one.allocate([{ head: health, role: 'SOLE' }], on('2024-02-20'));
    await one.handOver(on('2024-02-20'));
    await one.acknowledge(health, on('2024-02-21'));
    await one.contact(health, 'BEFORE', on('2024-03-01'));
    const letter = {
      kind: 'FORMAL',
      documentNumber: '〔2024〕1 号',
      body: '已列入计划。',
      claimedClass: 'B',
    };
    const signatory = { name: health.name, role: 'UNIT_HEAD' };
    const reply = { assignmentId: await one.assignmentOf(health), ...letter, signatory, ...on('2024-04-10') };
    expect((await health.do('issueReply', reply)).code).toBe('LETTER_FIELD_MISSING');
    const { reply: issued } = await must(
      health,
      'issueReply',
      { ...reply, feedbackForm: true },
      'reply { id }',
    );
    await one.confirm(health, 'B', on('2024-04-11'));
    await one.rate(issued.id, 'SATISFIED', on('2024-04-15'));
    const { feedback } = await one.show('feedback { canonicalLevel respondent { id } }');
    expect(feedback[0]).toEqual({ canonicalLevel: 'SATISFIED', respondent: { id: one.lead.mandateId } });
  });

  test('SY-15: the second question: asked again, is the deputy truly satisfied? Both answers are kept', async () => {
    const assignmentId = await one.assignmentOf(cast.heads[2]);
    for (const method of ['ONSITE', 'PHONE', 'ENTRUSTED']) {
      const values = { method: choice(method), level: choice('DISSATISFIED') };
      await enter(cast.office, {
        record: 'verification',
        proposalId: one.id,
        assignmentId,
        values,
        ...on('2024-06-20'),
      });
    }
    expect(await recordsOf(cast.office, CODE, ['verification'])).toHaveLength(3);
    expect((await one.show('feedback { canonicalLevel }')).feedback[0].canonicalLevel).toBe('SATISFIED');
  });

  test('SY-15: entrusted to the county’s congress: shown the case, it asks the deputy and tells the city', async () => {
    const county = await cast.deployment.as('430522.deputy-affairs-officer');
    const caseGrantId = await granted(cast.office, one, 430_522, 'VERIFY_BELOW');
    expect(await opened(county, caseGrantId)).toMatchObject({
      title: '关于加强乡镇医院建设的建议',
      grant: { label: '委托县市区人大征求代表意见', kind: 'VERIFY_BELOW', from: { code: CODE } },
    });
    await gaveOpinion(county, caseGrantId, 'VERIFICATION', '代表表示：医生尚未到岗，并不满意。');
    const supervision = { caseGrantId, kind: 'SUPERVISION', text: '督办' };
    expect((await county.do('giveOpinion', supervision)).code).toBe('GRANT_DOES_NOT_COVER');
    expect((await grantsOf(one)).at(-1)).toMatchObject({
      readings: [{ role: 'DEPUTY_AFFAIRS_OFFICER', saw: 'FULL' }],
      opinions: [{ kind: 'VERIFICATION', from: { code: '430522' } }],
    });
  });

  test('SY-16: the third question: a third party asks about the key items', async () => {
    const surveyor = await cast.county.as('third-party-surveyor');
    const values = { agency: '国家统计局邵阳调查队', sample: 200, satisfied: 182 };
    await enter(surveyor, { record: 'third-party-survey', proposalId: one.id, values, ...on('2024-11-10') });
    const [shown] = await recordsOf(cast.office, CODE, ['third-party-survey']);
    expect(shown.values[1]).toMatchObject({ field: 'sample', number: 200 });
  });

  test('SY-15 SY-16: what a third party heard is kept beside the form and the city’s own records, and contradicts it: W13', async () => {
    const surveyor = await cast.county.as('third-party-surveyor');
    await caughtUp(cast.office, CODE);
    const about = { proposalId: one.id, round: 1, raterId: one.lead.mandateId };
    const said = { ratings: [{ axis: 'RESULT', level: 'DISSATISFIED' }], at: '2024-11-10T02:00:00.000Z' };
    const survey = { ...about, ...said, source: 'THIRD_PARTY', agency: '国家统计局邵阳调查队' };
    await must(surveyor, 'recordRating', { ...survey, method: 'QUESTIONNAIRE' }, 'ratings { id }');
    const { ratings } = await one.show('ratings { source axis level rater { id } }');
    expect(ratings.map(({ source, axis, level }: Rated) => `${source} ${axis} ${level}`)).toEqual([
      'FORM ATTITUDE SATISFIED',
      'FORM RESULT SATISFIED',
      ...Array(3).fill('VERIFICATION OVERALL DISSATISFIED'),
      'THIRD_PARTY OVERALL SATISFIED',
      'THIRD_PARTY RESULT DISSATISFIED',
    ]);
    const list = 'warnings(first: 20, filter: { codes: [W13] }) { nodes { proposalId explanation } }';
    const warned = await until('the contradiction is told', async () => {
      const { viewer } = await cast.office.get(`{ viewer { locality { ${list} } } }`);
      const told = viewer.locality.warnings.nodes.map(
        ({ explanation }: { explanation: string }) => explanation,
      );
      return told.some((text: string) => text.includes('第三方')) && told;
    });
    expect(warned.join('\n')).toContain('书面评价办理结果满意，第三方调查办理结果不满意');
  });

  test('SY-18 SY-19: the first look is at replies and meetings, the second at the ledger of class B', async () => {
    await caughtUp(cast.office, CODE);
    const figures = await figuresOf(cast.office, CODE, ['REPLY_RATE', 'CONTACT_RATE'], { year: 2024 });
    expect(figures).toMatchObject({
      REPLY_RATE: { numerator: 1, denominator: 1 },
      CONTACT_RATE: { numerator: 1, denominator: 1 },
    });
    const [entry] = await one.entries();
    expect(entry).toMatchObject({ phase: 'REGISTERED', originYear: 2024 });
  });

  test('SY-21: whoever was dissatisfied at first is answered again, and in time', async () => {
    const [, , , builder] = cast.heads;
    supply = await Case.drafted(cast, {
      title: '关于乡镇供水的建议',
      period: 'INTER_SESSION',
      category: 'agriculture-rural',
      ...on('2024-05-10'),
    });
    const intake = { reviewers: { office: 'deputy-affairs-officer' }, year: 2024, when: on('2024-05-12') };
    await handedOver(supply, [{ head: builder, role: 'SOLE' }], intake);
    const again = async (at: string, level: string) => {
      await supply.acknowledge(builder, on(at));
      await supply.contact(builder, 'BEFORE', on(at));
      const replyId = await supply.reply(builder, 'A', { feedbackForm: true, ...on(at) });
      await supply.rate(replyId, level, on(at));
    };
    await again('2024-06-10', 'DISSATISFIED');
    await again('2024-06-25', 'SATISFIED');
    const { assignments } = await supply.show('assignments { round origin onTime }');
    expect(assignments).toEqual([
      { round: 1, origin: 'HANDOVER', onTime: true },
      { round: 2, origin: 'REHANDLING', onTime: true },
    ]);
  });

  test('SY-26: its effect is poor and people are dissatisfied: it goes back into the furnace, though it was answered twice', async () => {
    const [, , , builder] = cast.heads;
    const assignmentId = await supply.assignmentOf(builder);
    const { process } = (await cast.office.get(TRIGGERS, { code: CODE })).locality;
    expect(process.rehandlingTriggers).toContainEqual({
      ...{ code: 'public-dissatisfied', name: '代表和群众不满意' },
    });
    const finding = { assignmentId, trigger: 'public-dissatisfied', note: '仍有三个村断水' };
    await must(cast.office, 'requireRehandling', { ...finding, ...on('2024-07-20') });
    const { round, assignments } = await supply.show('round assignments { round origin }');
    expect([round, assignments.at(-1).origin]).toEqual([3, 'REHANDLING']);
  });

  test('SY-22 SY-23 SY-24: what is not let pass is told to the unit, and answered', async () => {
    const assignmentId = await one.assignmentOf(cast.heads[2]);
    for (const which of ['SOLVABLE_NOT_SOLVED', 'HOT_ISSUE_NEGLECTED', 'GOOD_PROPOSAL_NOT_ADOPTED']) {
      const values = { which: choice(which), reason: '当年应配齐而未配齐' };
      const { id: recordId } = await enter(cast.office, {
        record: 'not-let-pass',
        proposalId: one.id,
        assignmentId,
        values,
        ...on('2024-12-20'),
      });
      await must(cast.heads[2], 'answerRecord', { recordId, text: '已制定整改措施', ...on('2024-12-25') });
    }
    const told = await recordsOf(cast.heads[2], CODE, ['not-let-pass']);
    expect(told.map(({ answer }) => answer.text)).toEqual(Array(3).fill('已制定整改措施'));
  });

  test('SY-22 SY-23 SY-24: a sheet deducts for each, by the flags that the records raise', async () => {
    const query = `query ($text: String!) { viewer { locality { scoreFlags { code meaning }
      scoreSheets { code whatIf(text: $text, year: 2024) { problems { message } moves { unit { id } after } } } } } }`;
    const look = async () => (await cast.office.get(query, { text: FIRM })).viewer.locality;
    const after = ({ scoreSheets }: { scoreSheets: Tried[] }) =>
      scoreSheets.flatMap(({ whatIf }) => whatIf.moves).find(({ unit }) => unit.id === cast.heads[2].unitId)
        ?.after;
    await until('the flags are heard of', async () => after(await look()) === '7', 30_000);
    expect((await look()).scoreFlags).toContainEqual({
      code: 'perfunctory-reply',
      meaning: 'PERFUNCTORY_REPLY',
    });
  });

  test('SY-01 SY-05 SY-07 SY-09 SY-10: training in layers; leaders lead; a plan, group activities and visits', async () => {
    const training = { kind: choice('SPECIAL'), subject: '如何提好议案建议', mode: choice('ON_SITE') };
    await enter(cast.office, { record: 'training', values: training, ...on('2024-03-10') });
    const led = {
      leader: people({ name: '市人大常委会主任' }),
      deputies: people(one.lead),
      findings: '进度正常',
    };
    await enter(cast.office, { record: 'led-inspection', values: led, ...on('2024-05-10') });
    const about = { proposalId: one.id };
    await enter(cast.office, {
      record: 'supervision-plan',
      ...about,
      values: { content: '三次现场督办' },
      ...on('2024-03-15'),
    });
    const group = { place: '北塔区', findings: '提出督办意见', reference: '第一代表小组主题活动' };
    await enter(cast.office, { record: 'on-site-supervision', ...about, values: group, ...on('2024-05-20') });
    const visited = { with: '市政府办公室', items: 21, findings: '逐件过堂' };
    await enter(cast.office, {
      record: 'unit-visit',
      unitId: cast.heads[2].unitId,
      values: visited,
      ...on('2024-06-10'),
    });
    const all = ['training', 'led-inspection', 'supervision-plan', 'on-site-supervision', 'unit-visit'];
    const kept = await recordsOf(cast.office, CODE, all);
    expect(kept.map(({ kind }) => kind).sort()).toEqual(all.sort());
  });

  test('SY-08: city, counties and townships ask the same question, three years running', async () => {
    for (const [at, day] of ['2024-05-30', '2025-05-30', '2026-05-30'].entries()) {
      const levels = { city: '市人大常委会', county: '新邵县等', township: '各乡镇人大' };
      const values = { theme: '乡镇卫生院服务能力建设', year: at + 1, ...levels };
      await enter(cast.office, { record: 'joint-supervision', proposalId: one.id, values, ...on(day) });
    }
    const { records } = await one.show('records { kind }');
    expect(records.filter(({ kind }: { kind: string }) => kind === 'joint-supervision')).toHaveLength(3);
  });

  test('SY-08: by a form of its own the city shows the case to two counties for three years, and both answer', async () => {
    const counties = [430_522, 430_523];
    for (const number of counties) {
      const county = await cast.deployment.as(`${number}.deputy-affairs-officer`);
      const caseGrantId = await granted(cast.office, one, number, 'JOINT_SUPERVISION', {
        form: 'THEME_LINKAGE',
        until: inDays(1090),
      });
      await opened(county, caseGrantId);
      await gaveOpinion(county, caseGrantId, 'SUPERVISION', '本县乡镇卫生院已到现场查看');
    }
    const linked = (await grantsOf(one)).filter(({ form }) => form === 'THEME_LINKAGE');
    expect(linked).toHaveLength(2);
    for (const grant of linked)
      expect(grant).toMatchObject({
        ...{ label: '市县乡三级联动、同题共答', kind: 'JOINT_SUPERVISION' },
        ...{ readings: [{ saw: 'FULL' }], opinions: [{ kind: 'SUPERVISION' }] },
      });
    const up = {
      proposalId: one.id,
      kind: 'JOINT_SUPERVISION',
      form: 'THEME_LINKAGE',
      sees: 'FULL',
      until: inDays(30),
      reason: '上报',
    };
    const refused = await cast.office.do('grantCase', { ...up, localityId: encodeLocalityId(430_000) });
    expect(refused.code).toBe('GRANT_WRONG_DIRECTION');
  });

  test('SY-12 SY-13: in October some key items are inquired about and all are voted on; the result is announced and sent on, the opinion reported back', async () => {
    const inquiry = {
      units: units(cast.heads[2].unitId),
      cases: cases(one.id),
      questions: '医生何时到岗？年底前。',
    };
    await enter(cast.office, { record: 'special-inquiry', values: inquiry, ...on('2024-10-25') });
    const counts = ballots({ SATISFIED: 30, BASICALLY_SATISFIED: 8, DISSATISFIED: 2, ABSTAINED: 0 });
    const vote = { members: 45, ballots: counts, announced: true, 'forwarded-to': '市委组织部' };
    const voted = await enter(cast.office, {
      record: 'satisfaction-vote',
      proposalId: one.id,
      values: vote,
      ...on('2024-10-25'),
    });
    expect(voted.verdict).toBe('PASSED');
    const opinion = { content: '加快配备全科医生', 'report-by': day('2025-03-31'), cases: cases(one.id) };
    const { id: recordId, answerDue } = await enter(cast.office, {
      record: 'deliberation-opinion',
      values: opinion,
      ...on('2024-10-28'),
    });
    expect(answerDue.date).toBe('2025-03-31');
    await must(cast.government, 'answerRecord', {
      recordId,
      text: '审议意见落实情况报告',
      ...on('2025-04-02'),
    });
    const [shown] = await recordsOf(cast.office, CODE, ['deliberation-opinion']);
    expect(shown.answer.late).toBe(true);
  });
});
