import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Deployment, deploy } from '../kit/deployment.js';
import type { Person } from '../kit/person.js';
import type { SharedDeployment } from '../kit/shared-deployment.js';
import { ToldDay } from '../kit/told-day.js';
import { until } from '../start-up/started-platform.js';
import { Case, must } from './story/case.js';
import { type Cast, castOf } from './story/cast.js';
import { on } from './story/moments.js';

/** Clocks from the close of the session, quotas of heads and leaders, an October vote, a register that carries itself on. */
const WATCHFUL = `version: "1"
sessions: { "2020": { closedOn: "2020-01-20" } }
deadlines:
  acknowledge: { anchor: SESSION_CLOSE, amount: 10, unit: DAY }
  return: { anchor: SESSION_CLOSE, amount: 10, unit: DAY }
guards:
  of-its-load:
    before: plan.set
    label: { zh: 承办件数已知, en: The unit's load is known }
    require: { kind: FACTS, that: unit.load == 1 }
    mode: BLOCK
replies: { headQuota: { mode: WARN } }
tracking: { rollOver: { on: "01-01" } }
schedule:
  october-vote:
    label: { zh: 十月测评, en: October vote }
    on: { month: 10 }
    fulfilledBy: { record: meeting, field: kind, value: CHAIRPERSONS }
supervision:
  quotas:
    vice-chairs:
      label: { zh: 副主任督办件数, en: Items of vice-chairs }
      tier: CONGRESS_LEADER
      holder: PERSON
      min: 1
      max: 2
      among: [赵副主任]
      mode: WARN
warnings:
  plan-missing: { mode: "ON" }
  disclosure-missing: { mode: "ON" }
`;

const SHOWN = 'nodes { id code level title since subject unitId explanation raisedAt resolvedAt }';
type Shown = { id: string; code: string; level: string; since: string; explanation: string };

describe('a place is warned of what it owes as a whole', () => {
  const today = new ToldDay('2025-03-10');
  const itIs = (day: string) => today.is(day);
  let deployment: Deployment;
  let cast: Cast;
  let one: Case;

  beforeAll(async () => {
    deployment = await deploy({ counties: 1, processes: [WATCHFUL], env: today.env });
    cast = await castOf(deployment as unknown as SharedDeployment, '901901');
    // People and units reach the other services a moment after the start.
    one = await until('the county is known', () => Case.drafted(cast).catch(() => false as const), 60_000);
    await one.handedOver([{ head: cast.heads[0], role: 'SOLE' }]);
  }, 240_000);
  afterAll(() => deployment?.stop());

  const list = async (person: Person, filter: string): Promise<Shown[]> => {
    const query = `{ viewer { locality { warnings(first: 20, filter: { ${filter} }) { ${SHOWN} } } } }`;
    return (await person.get(query)).viewer.locality.warnings.nodes;
  };
  /** Once the worker has looked. */
  const warned = (code: string, wanted: (found: readonly Shown[]) => boolean = (found) => found.length > 0) =>
    until(
      `${code} is told`,
      async () => {
        const found = await list(cast.office, `codes: [${code}]`);
        return wanted(found) && found;
      },
      30_000,
    );

  test('a clock from the close of the session starts when the session is declared, after the handover too', async () => {
    const clocks = async () =>
      (await one.show('clocks { step state explanation }')).clocks as { step: string }[];
    const acknowledge = async () => (await clocks()).find(({ step }) => step === 'ACKNOWLEDGE');
    expect(await acknowledge()).toBeUndefined();
    const session = { kind: 'NPC_SUGGESTION', year: 2025, term: 17, session: 5 };
    const dates = { opensOn: '2025-03-12', closesOn: '2025-03-14' };
    await must(cast.office, 'declareSession', { ...session, ...dates }, 'session { term }');
    expect(await acknowledge()).toMatchObject({
      state: 'RUNNING',
      explanation: expect.stringContaining('自会议闭幕之日(2025-03-14)起 10 天'),
    });
    itIs('2025-03-25');
    const [late] = await warned('W01');
    expect(late).toMatchObject({ since: '2025-03-25', explanation: expect.stringContaining('2025-03-24') });
    // What is shown, what is offered and what is refused know it as if it had been known all along.
    const { assignments } = await one.show(
      'assignments { id returnBy { date } availableActions { mutation possible } }',
      cast.heads[0],
    );
    const [{ id, returnBy, availableActions }] = assignments;
    expect(returnBy).toEqual({ date: '2025-03-24' });
    expect(availableActions).toContainEqual({ mutation: 'requestReturn', possible: false });
    const tooLate = await cast.heads[0].do('requestReturn', { assignmentId: id, reason: '不属本单位职责。' });
    expect(tooLate).toMatchObject({
      code: 'RETURN_WINDOW_CLOSED',
      message: expect.stringContaining('2025-03-24'),
    });
    await one.acknowledge(cast.heads[0]);
  });

  test('W09 LN-12 the only reply of the year has to be brought by the head: the unit and the offices know', async () => {
    const [quota] = await warned('W09');
    expect(quota).toMatchObject({ level: 'ORANGE', subject: 'UNIT', unitId: cast.heads[0].unitId });
    expect(await list(cast.heads[0], 'codes: [W09]')).toHaveLength(1);
    expect(await list(cast.heads[1], 'codes: [W09]')).toEqual([]);
    expect(await list(one.lead, 'codes: [W09]')).toEqual([]);
  });

  test('W04 CA-06 a month after the handover there is no plan; setting one ends the warning', async () => {
    itIs('2025-04-11');
    const [missing] = await warned('W04');
    expect(missing).toMatchObject({ since: '2025-04-11', level: 'YELLOW' });
    await one.of(cast.heads[0], 'setPlan', { kind: 'PLANNED', fields: [], milestones: [] });
    await warned('W04', (found) => found.length === 0);
  });

  test('W10 QH-18 by the middle of the year the vice-chair has no item', async () => {
    itIs('2025-06-30');
    const [leader] = await warned('W10');
    expect(leader).toMatchObject({
      since: '2025-06-30',
      explanation: expect.stringContaining('赵副主任：应 1 至 2 件，已有 0 件，还差 1 件'),
    });
    expect(await list(cast.heads[0], 'codes: [W10]')).toEqual([]);
    const note = { warningId: leader?.id, note: '已提请主任会议' };
    expect((await cast.government.do('acknowledgeWarning', note)).code).toBe('WARNING_NOT_YOURS');
    expect((await cast.heads[0].do('acknowledgeWarning', note)).code).toBe('WARNING_NOT_FOUND');
    const shown = 'warning { acknowledgedBy acknowledgement resolvedAt }';
    const { warning } = await must(cast.office, 'acknowledgeWarning', note, shown);
    expect(warning).toEqual({
      ...{ acknowledgedBy: 'DEPUTY_AFFAIRS_OFFICER', acknowledgement: '已提请主任会议' },
      resolvedAt: null,
    });
  });

  test('W18 SY-13 the report on a deliberation opinion is overdue until it is given', async () => {
    const values = [
      { field: 'content', text: '加快办理。' },
      { field: 'report-by', date: '2025-07-10' },
    ];
    const { record } = await must(
      cast.office,
      'enterRecord',
      { record: 'deliberation-opinion', values },
      'record { id }',
    );
    itIs('2025-07-11');
    const [report] = await warned('W18');
    expect(report).toMatchObject({ level: 'RED', subject: 'RECORD', since: '2025-07-11' });
    expect(await list(one.lead, 'codes: [W18]')).toEqual([]);
    await must(cast.government, 'answerRecord', { recordId: record.id, text: '已落实。' }, 'record { id }');
    await warned('W18', (found) => found.length === 0);
  });

  test('W25 the reply does not say whether it is disclosed; W09 the head did not bring it: it cannot be reached', async () => {
    await one.contact(cast.heads[0], 'BEFORE');
    await one.reply(cast.heads[0], 'B');
    await one.confirm(cast.heads[0], 'B');
    const [undecided] = await warned('W25');
    expect(undecided).toMatchObject({ level: 'NOTICE', since: '2025-07-11' });
    itIs('2025-07-12');
    await warned('W09', ([found]) => found?.level === 'RED');
  });

  test('W19 SY-12 October has passed without the vote; recorded late, it is over', async () => {
    itIs('2025-11-01');
    const [event] = await warned('W19');
    expect(event).toMatchObject({ level: 'NOTICE', since: '2025-11-01', subject: 'LOCALITY' });
    expect(event?.explanation).toContain('十月测评');
    const values = [
      { field: 'kind', choice: 'CHAIRPERSONS' },
      { field: 'title', text: '满意度测评' },
    ];
    await must(
      cast.office,
      'enterRecord',
      { record: 'meeting', values, ...on('2025-10-31') },
      'record { id }',
    );
    await warned('W19', (found) => found.length === 0);
  });

  test('W14 QH-10 a year before the term ends the promise is open; in the new year it is carried on by itself', async () => {
    const [ending] = await warned('W14');
    expect(ending?.explanation).toContain('本届任期至 2026-03-12');
    itIs('2026-01-01');
    const carried = async () => {
      const [entry] = await one.entries();
      return entry.year === 2026 && entry;
    };
    expect(await until('the register is carried on', carried, 30_000)).toMatchObject({
      phase: 'ROLLED_OVER',
      originYear: 2025,
      yearsCarried: 1,
    });
    const { timeline } = await one.show('timeline { type actorRole }');
    const rolled = timeline.filter(({ type }: { type: string }) => type === 'entry.rolled_over');
    expect(rolled).toEqual([{ type: 'entry.rolled_over', actorRole: 'SYSTEM' }]);
  });
});
