import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, ledBy, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { on } from './story/moments.js';
import { accepted, fieldsOf, visit } from './story/place.js';
import { cases, choice, enter, people, recordsOf } from './story/records.js';

/* 淳安县 Chun'an: 建议关、交办关、督办关、示范关、成效关. */

const CODE = '330127';

describe("淳安 Chun'an: five gates", () => {
  let cast: Cast;
  let one: Case;

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  test('CA-10: the first gate: item by item, adopt, revise or return, each with its reason', async () => {
    const reviewer = await cast.county.as('pre-reviewer');
    const drafted = async (title: string) => {
      one = await Case.drafted(cast, { title, ...on('2022-02-07') }, cast.deputies[1]);
      await one.do(one.lead, 'preSubmitProposal', on('2022-02-08'));
      return one;
    };
    const opinion = async (verdict: string, reasonCode?: string) => {
      const input = {
        proposalId: one.id,
        stage: 'pre-review',
        verdict,
        ...(reasonCode ? { reasonCode } : {}),
      };
      return reviewer.do('decideReview', { ...input, ...on('2022-02-10') });
    };
    await drafted('关于我家门前道路的建议');
    expect((await opinion('RETURN')).code).toBe('REASON_REQUIRED');
    expect((await opinion('REJECT', 'personal')).code).toBe('VERDICT_NOT_ALLOWED');
    await opinion('RETURN', 'personal');
    const returned = { proposalId: one.id, ...on('2022-02-11') };
    expect((await one.lead.do('submitProposal', returned)).code).toBe('NOT_REVISED');
    await drafted('关于千岛湖农村公路的建议');
    expect((await opinion('ADOPT')).code).toBe('REASON_REQUIRED');
    await opinion('REVISE', 'not-specific');
    await one.do(one.lead, 'reviseDraft', {
      body: '建议三年内把环湖二十公里村道拓宽到六米。',
      ...on('2022-02-12'),
    });
    await must(one.lead, 'preSubmitProposal', { proposalId: one.id, ...on('2022-02-13') });
    const adopted = {
      proposalId: one.id,
      stage: 'pre-review',
      verdict: 'ADOPT',
      reasonCode: 'meets-requirements',
    };
    await must(reviewer, 'decideReview', { ...adopted, ...on('2022-02-14') });
    await one.submit(on('2022-02-22'));
    await one.accept(on('2022-02-23'));
    expect(await one.docket({ year: 2022, ...on('2022-02-24') })).toBe('2022年会字第0001号');
  });

  test('CA-11 CA-14: the second gate: units, leaders, time limit and standard are fixed, or it is not handed over', async () => {
    const [transport, agriculture] = cast.heads;
    const leader = (await cast.county.as('leading-official')).name;
    const supervisor = (await cast.county.as('supervising-leader')).name;
    await one.allocate(ledBy(transport, agriculture), on('2022-03-01'));
    const fixed: Record<string, string> = {
      'leading-official': leader,
      'supervising-leader': supervisor,
      due: '2022-05-31',
      standard: '环湖二十公里全部拓宽，代表满意',
    };
    for (const field of Object.keys(fixed)) {
      const { [field]: _, ...others } = fixed;
      const given = { proposalId: one.id, fields: fieldsOf(others), ...on('2022-03-01') };
      expect([field, (await cast.government.do('handOverProposal', given)).code]).toEqual([
        field,
        'FIELD_MISSING',
      ]);
    }
    await one.handOver({ fields: fieldsOf(fixed), ...on('2022-03-01') });
    const { handover } = await one.show('handover { fields { field value } }');
    expect(handover.fields).toEqual(expect.arrayContaining(fieldsOf(fixed)));
  });

  test('CA-04: the legal limit runs from the handover; an agreed one may only be earlier', async () => {
    const { assignments } = await one.show('assignments { role due { date } }');
    expect(assignments[0]).toEqual({ role: 'LEAD', due: { date: '2022-05-31' } });
    const late = await Case.drafted(cast, {
      title: '关于水库清淤的建议',
      period: 'INTER_SESSION',
      ...on('2022-03-02'),
    });
    await accepted(late, {
      reviewers: { office: 'deputy-affairs-officer' },
      year: 2022,
      when: on('2022-03-02'),
    });
    await late.allocate([{ head: cast.heads[0], role: 'SOLE' }], on('2022-03-02'));
    const people = { 'leading-official': '县长', 'supervising-leader': '主任', standard: '清淤到位' };
    const fields = fieldsOf({ ...people, due: '2022-06-03' });
    const beyond = { proposalId: late.id, fields, ...on('2022-03-02') };
    expect((await cast.government.do('handOverProposal', beyond)).code).toBe('HANDOVER_DUE_INVALID');
  });

  test('CA-07 CA-08: the plan says who, how, by when and with what effect, and the proposer reads it', async () => {
    const [transport] = cast.heads;
    await one.acknowledge(transport, on('2022-03-03'));
    const four = { who: '农村公路科', how: '分三段施工', by: '2022-05-20', effect: '双车道通车' };
    const plan = { assignmentId: await one.assignmentOf(transport), kind: 'THIS_YEAR', ...on('2022-03-10') };
    const { effect: _, ...three } = four;
    expect((await transport.do('setPlan', { ...plan, fields: fieldsOf(three) })).code).toBe('FIELD_MISSING');
    const milestones = [
      { title: '完成设计', dueOn: '2022-03-31' },
      { title: '开工', dueOn: '2022-04-15' },
    ];
    await must(transport, 'setPlan', { ...plan, fields: fieldsOf(four), milestones });
    const shown =
      'assignments { plan { kind openToProposer fields { field value } milestones { title due { date } } } }';
    const { assignments } = await one.show(shown, one.lead);
    expect(assignments[0].plan).toMatchObject({
      kind: 'THIS_YEAR',
      openToProposer: true,
      fields: fieldsOf(four),
    });
  });

  test('CA-06: pushed before, during and after: a node that lags is seen', async () => {
    const { clocks } = await one.show('clocks { step title state due { date } }');
    const nodes = clocks.filter(({ step }: { step: string }) => step === 'MILESTONE');
    expect(nodes).toMatchObject([
      { state: 'MISSED', due: { date: '2022-03-31' } },
      { state: 'MISSED', due: { date: '2022-04-15' } },
    ]);
  });

  test('CA-12: the third gate: seven supervision groups guide on site', async () => {
    const { groups } = await cast.office.get(
      '{ groups(first: 20, kind: SUPERVISION_GROUP) { nodes { name } } }',
    );
    expect(groups.nodes).toHaveLength(7);
    const member = await cast.county.as('supervision-group-member');
    const assignmentId = await one.assignmentOf(cast.heads[0]);
    const values = { group: '第一监督指导小组', findings: '路基已完成' };
    await enter(member, {
      record: 'group-guidance',
      proposalId: one.id,
      assignmentId,
      values,
      ...on('2022-04-20'),
    });
    const [shown] = await recordsOf(cast.office, CODE, ['group-guidance']);
    expect(shown.canonical).toBe('ON_SITE_SUPERVISION');
  });

  test('CA-03: the leader leads, the committee supervises its counterpart, the core group takes part', async () => {
    await one.do(cast.office, 'assignDuty', { duty: 'SUPERVISION', name: '分管副主任', ...on('2022-03-15') });
    await one.do(cast.office, 'assignDuty', { duty: 'EXECUTION', organ: 'environment', ...on('2022-03-15') });
    const core = await cast.county.as('deputy-core-group-member');
    const values = { place: '环湖公路工地', participants: people(core), findings: '进度正常' };
    await enter(core, { record: 'on-site-supervision', proposalId: one.id, values, ...on('2022-04-22') });
    const { duties } = await one.show('duties { duty holderKind }');
    expect(duties).toEqual([
      { duty: 'SUPERVISION', holderKind: 'PERSON' },
      { duty: 'EXECUTION', holderKind: 'ORGAN' },
    ]);
  });

  test('CA-01 CA-05: what residents say in a station is heard by a deputy, handled in one of three ways, becomes a suggestion and is answered', async () => {
    const street = await cast.county.as('street-committee-officer');
    const values = {
      station: '千岛湖镇联络站',
      'heard-by': people(one.lead),
      content: '村道太窄，会车困难',
      handling: choice('JOINT'),
    };
    const opinion = await enter(street, {
      record: 'public-opinion',
      values: { ...values, became: cases(one.id) },
      ...on('2022-01-20'),
    });
    await must(street, 'answerRecord', {
      recordId: opinion.id,
      text: '已形成代表建议并交办',
      ...on('2022-03-05'),
    });
    const [shown] = await recordsOf(street, CODE, ['public-opinion']);
    expect(shown).toMatchObject({ canonical: 'PUBLIC_OPINION', answer: { late: false } });
  });

  test('CA-02 CA-19: stations, rooms and points; deputies of three levels come there', async () => {
    const visits = { STATION: 'COUNTY', ROOM: 'TOWNSHIP', POINT: 'VILLAGE' };
    for (const [kind, level] of Object.entries(visits)) {
      const values = {
        station: '千岛湖镇',
        'place-kind': choice(kind),
        level: choice(level),
        node: choice('HEAR'),
      };
      await enter(cast.office, {
        record: 'station-visit',
        mandateId: cast.deputies[2].mandateId,
        values,
        ...on('2022-05-18'),
      });
    }
    const shown = await recordsOf(cast.office, CODE, ['station-visit']);
    expect(shown).toHaveLength(3);
  });

  test('CA-23: the rules of the standing committee and of its offices are kept, with those that were revised', async () => {
    for (const title of ['县人大常委会工作制度（22 项）', '县人大机关工作制度（24 项）'])
      await enter(cast.office, {
        record: 'rule-document',
        values: { title, status: choice('IN_FORCE') },
        ...on('2022-06-01'),
      });
    expect(await recordsOf(cast.office, CODE, ['rule-document'])).toHaveLength(2);
  });
});
