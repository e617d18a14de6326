import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import { Case, ledBy, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { figuresUpwards } from './story/figures.js';
import { dateOf, monthsLater, since } from './story/moments.js';
import { brokenPromises, offeredTo } from './story/offers.js';
import { BUS_STOP_STEPS, type TimelineEntry } from './story/steps-of-the-bus-stop.js';

/** So many days (and hours) after the first draft, six days ago. */
const day = since(6);
const year = Number(dateOf(day(0)).slice(0, 4));

describe('a deputy asks for a bus stop', () => {
  let cast: Cast;
  let stop: Case;
  const transport = () => cast.heads[2];
  const education = () => cast.heads[1];

  beforeAll(async () => {
    cast = await takeCast('secluded');
  }, 180_000);

  /** What these people are told cannot be done cannot be done, for the reason they are told. */
  const honest = async (...people: readonly Resident[]) => {
    for (const person of people) expect(await brokenPromises(person, stop)).toEqual([]);
  };
  const everywhere = (figures: string) => [figures, figures, figures];

  test('she drafts it, and two colleagues are invited to sign', async () => {
    const [lead, ally, doubter] = cast.deputies;
    stop = await Case.drafted(cast, { suggestedUnitIds: [transport().unitId], ...day(0) });
    const writing = ['inviteCosigner', 'reviseDraft', 'submitProposal', 'withdrawProposal'];
    expect(await offeredTo(lead, stop)).toEqual(writing);
    await stop.do(lead, 'inviteCosigner', { mandateId: ally.mandateId, ...day(0, 1) });
    await stop.do(lead, 'inviteCosigner', { mandateId: doubter.mandateId, ...day(0, 1.5) });
    expect(await offeredTo(ally, stop)).toEqual(['answerCosigning']);
    await stop.do(ally, 'answerCosigning', { answer: 'CONFIRM', ...day(0, 2) });
    await stop.do(doubter, 'answerCosigning', { answer: 'DECLINE', reason: '已另提一件', ...day(0, 3) });
    await honest(lead, ally, doubter, cast.office);
  });

  test('a changed text has to be signed again; what is submitted stays as it is', async () => {
    const [lead, ally, doubter] = cast.deputies;
    const body = '城西新区现有居民八千人。建议在学府路口增设公交站，并延长 3 路线路。';
    await stop.do(lead, 'reviseDraft', { body, reason: '补充人数', ...day(0, 4) });
    expect((await stop.show('cosignatures { status }', lead)).cosignatures[0].status).toBe('INVITED');
    await stop.do(ally, 'answerCosigning', { answer: 'CONFIRM', ...day(0, 5) });
    expect(await stop.show('version', cast.office)).toBeNull();
    await stop.submit(day(0, 6));
    expect(
      await stop.show('phase submissions { body } cosignatures { status mandate { person { name } } }'),
    ).toEqual({
      phase: 'SUBMITTED',
      submissions: [{ body }],
      cosignatures: [
        { status: 'CONFIRMED', mandate: { person: { name: ally.name } } },
        { status: 'DECLINED', mandate: { person: { name: doubter.name } } },
      ],
    });
    expect(await offeredTo(lead, stop)).toEqual(['withdrawProposal']);
    await honest(lead, ally, cast.office);
    expect(await figuresUpwards(cast, ['RECEIVED', 'ACCEPTED', 'HANDED_OVER_COUNT'])).toEqual(
      everywhere('1 0 0'),
    );
  });

  test('it is reviewed, gets its number, and goes to a lead and a co-unit', async () => {
    const reviewer = await cast.county.as('docket-reviewer');
    expect(await offeredTo(reviewer, stop)).toEqual(['decideReview']);
    await stop.do(reviewer, 'decideReview', { stage: 'office', verdict: 'ACCEPT', ...day(0, 8) });
    expect(await offeredTo(cast.office, stop)).toContain('docketProposal');
    expect(await stop.docket({ year, ...day(0, 9) })).toBe(`${year}年会字第0001号`);
    expect(await offeredTo(cast.government, stop)).toEqual(['allocateUnits']);
    await stop.allocate(ledBy(transport(), education()), day(0, 10));
    expect(await offeredTo(cast.government, stop)).toEqual(['allocateUnits', 'handOverProposal']);
    expect(await stop.show('version', transport())).toBeNull();
    await stop.handOver(day(0, 12));
    await honest(cast.government, cast.office, transport(), education());
    expect(await figuresUpwards(cast, ['ACCEPTED', 'HANDED_OVER_COUNT', 'REPLY_RATE'])).toEqual(
      everywhere('1 1 0/1'),
    );
  });

  test('each due date says how it came about', async () => {
    const due = 'due { date rule anchor anchorDate amount unit explanation explanationEn }';
    const shown = await stop.show(`dueOn assignments { role phase ${due} returnBy { date } }`);
    const handedOver = dateOf(day(0, 12));
    const [lead, co] = shown.assignments;
    const common = { anchor: 'HANDOVER', anchorDate: handedOver, unit: 'MONTH' };
    expect(lead.due).toMatchObject({ ...common, rule: 'reply', amount: 3, date: monthsLater(handedOver, 3) });
    expect(co.due).toMatchObject({ ...common, rule: 'co-opinion', date: monthsLater(handedOver, 1) });
    expect(shown.dueOn).toBe(lead.due.date);
    for (const text of [handedOver, lead.due.date]) expect(lead.due.explanation).toContain(text);
    expect(lead.due.explanationEn).toMatch(/3 months/);
    expect(lead.returnBy.date > handedOver).toBe(true);
  });

  test('the units talk to her, ask for more time, and answer', async () => {
    expect(await offeredTo(transport(), stop)).toEqual([
      'acknowledgeAssignment',
      'issueReply',
      'recordContact',
      'requestExtension',
      'requestReturn',
    ]);
    for (const head of [transport(), education()]) await stop.acknowledge(head, day(0, 20));
    await stop.contact(transport(), 'BEFORE', day(1));
    await stop.contact(transport(), 'DURING', day(1, 2));
    const text = '学校门前不宜设站，建议设在学府路口以东。';
    await stop.of(education(), 'giveCoOpinion', { text, agreed: true, ...day(1, 3) });
    const asked = { amount: 20, unit: 'WORKDAY', reason: '须协调供电' };
    await stop.of(transport(), 'requestExtension', { ...asked, ...day(1, 4) });
    expect(await offeredTo(cast.government, stop)).toContain('decideExtension');
    const assignmentId = await stop.assignmentOf(transport());
    const before = await stop.show('dueOn');
    await must(cast.government, 'decideExtension', { assignmentId, decision: 'APPROVE', ...day(1, 5) });
    const { assignments } = await stop.show(
      'assignments { due { date extensions { from to } explanation } }',
    );
    expect(assignments[0].due.extensions[0]).toEqual({ from: before.dueOn, to: assignments[0].due.date });
    await honest(transport(), education(), cast.government);
    await stop.contact(transport(), 'AT_REPLY', day(2));
    await stop.reply(transport(), 'B', day(2, 1));
    expect(await offeredTo(transport(), stop)).toContain('issueReply');
    await stop.confirm(transport(), 'B', day(2, 2));
    const registerNumber = `${dateOf(day(2, 2)).slice(0, 4)}-0001`;
    expect(await stop.entries()).toMatchObject([{ registerNumber, phase: 'REGISTERED' }]);
    expect(await figuresUpwards(cast, ['REPLY_RATE', 'SOLVED_OR_PLANNED_RATE', 'OPEN_TRACKED'])).toEqual(
      everywhere('1/1 1/1 1'),
    );
  });

  test('she is not satisfied; a second handling answers better, and the case is closed', async () => {
    const [lead] = cast.deputies;
    const { replies } = await stop.show('replies { id }', lead);
    expect(await offeredTo(lead, stop)).toContain('giveFeedback');
    const { proposal } = await stop.rate(replies[0].id, 'DISSATISFIED', day(3));
    expect(proposal.round).toBe(2);
    await honest(lead, cast.office, transport());
    const again = await stop.answered(transport(), 'B', day(4));
    await stop.rate(again, 'SATISFIED', day(4, 2));
    await stop.confirm(transport(), 'B', day(4, 3));
    expect(await offeredTo(cast.office, stop)).toContain('closeProposal');
    await stop.close(day(5));
    await honest(lead, cast.office, transport(), cast.government);
    const rates = [
      'COMPLETION_RATE',
      'SATISFACTION_INCLUSIVE',
      'REHANDLING_RATE',
      'RESCUE_RATE',
      'SOLVED_RATE',
    ];
    expect(await figuresUpwards(cast, rates)).toEqual(everywhere('1/1 1/1 1/1 1/1 0/1'));
  });

  test('the bus stop is built; the promise is struck off, and four dates stand apart', async () => {
    const [lead] = cast.deputies;
    const entryId = (await stop.entries())[0].id;
    await must(transport(), 'recordProgress', { entryId, text: '站台已动工', ...day(5, 4) });
    const evidence = [{ title: '竣工验收单', reference: '交工验〔2025〕12 号' }];
    await must(transport(), 'claimDone', { entryId, text: '站台建成，3 路已延长', evidence, ...day(5, 8) });
    expect(await offeredTo(lead, stop)).toEqual(['confirmDone', 'refuseClaim']);
    await must(lead, 'confirmDone', { entryId, note: '今早已乘车', ...day(5, 12) });
    await honest(lead, transport(), cast.office);
    await must(cast.office, 'strikeOffEntry', { entryId, ...day(6) });
    expect(await stop.show('repliedAt satisfiedAt closedAt solvedAt outcomes')).toEqual({
      repliedAt: day(2, 1).occurredAt,
      satisfiedAt: day(4, 2).occurredAt,
      closedAt: day(5).occurredAt,
      solvedAt: day(6).occurredAt,
      outcomes: ['SOLVED'],
    });
    const rates = ['SOLVED_RATE', 'STRIKE_OFF_RATE', 'OPEN_TRACKED', 'IMPLEMENTATION_RATE_BY_COUNT'];
    expect(await figuresUpwards(cast, rates)).toEqual(everywhere('1/1 1/1 0 1/1'));
    const { facts } = await stop.show('facts { repliedOn satisfiedOn closedOn solvedOn rounds openEntries }');
    expect(facts).toEqual({
      repliedOn: dateOf(day(2, 1)),
      satisfiedOn: dateOf(day(4, 2)),
      closedOn: dateOf(day(5)),
      solvedOn: dateOf(day(6)),
      rounds: 2,
      openEntries: 0,
    });
  });

  test('the timeline tells it all: what, when it was so, when it was recorded, by whom in which role', async () => {
    const entry = 'version type title titleEn occurredAt recordedAt actorRole actorId reason';
    const { timeline, version } = await stop.show(`version timeline { ${entry} }`);
    expect(timeline.map((one: TimelineEntry) => `${one.type} ${one.actorRole}`)).toEqual(BUS_STOP_STEPS);
    timeline.forEach((one: TimelineEntry, at: number) => {
      expect(one).toMatchObject({ version: at + 1, title: expect.stringMatching(/\p{Script=Han}/u) });
      expect(one.occurredAt < one.recordedAt).toBe(true);
      expect(one.actorId).toMatch(/^account_/);
    });
    expect(timeline).toHaveLength(version);
    expect(timeline.find(({ type }: TimelineEntry) => type === 'cosigner.declined').reason).toBe(
      '已另提一件',
    );
  });
});
