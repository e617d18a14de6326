import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import type { Person } from '../kit/person.js';
import { sharedDeployment } from '../kit/shared-deployment.js';
import { Case, must } from './story/case.js';
import { type Cast, castOf } from './story/cast.js';
import { on } from './story/moments.js';

type Input = Record<string, unknown>;

/** A reply is brought by the head, in the station, with the street's committee, and what the deputy says is written down. */
function atReply(one: Case, head: Resident, also: Input = {}, when: Input = {}) {
  const participants = [
    { role: 'PROPOSER', name: one.lead.name, mandateId: one.lead.mandateId },
    { role: 'UNIT_HEAD', name: head.name },
    { role: 'STREET_COMMITTEE', name: '街道人大工委' },
  ];
  const there = { phase: 'AT_REPLY', channel: 'STATION', place: 'STATION', placeName: '城西家站' };
  const said = { participants, proposerOpinion: '同意，请尽快落实。' };
  return one.of(head, 'recordContact', { ...there, ...said, ...also, ...when }, 'contact { byHead }');
}

describe('a promise is kept to the end of the term', () => {
  let cast: Cast;
  let bus: Case;
  let entryId: string;

  beforeAll(async () => {
    const deployment = await sharedDeployment();
    cast = await castOf(deployment, '901907');
    bus = await Case.drafted(cast, { title: '关于打通城西断头路的建议', ...on('2023-01-05') });
    const moment = on('2023-02-20');
    await bus.submit(moment);
    await bus.accept(moment);
    await bus.docket({ year: 2023, term: 17, ...moment });
    await bus.allocate([{ head: cast.heads[0], role: 'SOLE' }], moment);
    await bus.handOver({ hard: true, ...moment });
    await bus.acknowledge(cast.heads[0], on('2023-02-22'));
    await bus.contact(cast.heads[0], 'BEFORE', on('2023-02-24'));
  }, 180_000);

  const letter = (head: Resident, claimedClass: string) => ({
    ...{ kind: 'FORMAL', documentNumber: '交函〔2023〕8号', body: '年内开工，明年通车。', claimedClass },
    signatory: { name: head.name, role: 'UNIT_HEAD' },
    ...{ contactName: '李科长', contactPhone: '0734-1', disclosure: 'PROACTIVE', feedbackForm: true },
    commitments: [{ text: '年内开工', dueOn: '2023-12-31' }],
  });
  const reply = async (claimedClass: string, day: string) => {
    const [unit] = cast.heads;
    const assignmentId = await bus.assignmentOf(unit);
    return unit.do('issueReply', { assignmentId, ...letter(unit, claimedClass), ...on(day) }, 'reply { id }');
  };
  test('LN-16 the reply waits for head, station, street committee and the deputy’s word', async () => {
    const [unit] = cast.heads;
    expect((await reply('B', '2023-05-08')).code).toBe('CONTACT_MISSING');
    await atReply(bus, unit, { place: 'OFFICE' }, on('2023-05-09'));
    expect((await reply('B', '2023-05-09')).code).toBe('CONTACT_UNFIT');
    expect(await atReply(bus, unit, {}, on('2023-05-10'))).toMatchObject({ contact: { byHead: true } });
    const answered = await reply('B', '2023-05-10');
    const shown = await bus.show(
      'replies { faceToFace byHead feedbackStatus letter { disclosure feedbackForm contactPhone } commitments { text dueOn fulfilled } }',
    );
    expect(shown.replies).toEqual([
      {
        ...{ faceToFace: true, byHead: true, feedbackStatus: 'LAPSED' },
        letter: { disclosure: 'PROACTIVE', feedbackForm: true, contactPhone: '0734-1' },
        commitments: [{ text: '年内开工', dueOn: '2023-12-31', fulfilled: null }],
      },
    ]);
    expect(answered.reply.id).toBeTruthy();
  });

  test('LN-22 dissatisfied: the second round waits for the interview of the head', async () => {
    const [unit] = cast.heads;
    const [{ id: replyId }] = (await bus.show('replies { id }')).replies;
    await bus.confirm(unit, 'B', on('2023-05-12'));
    await bus.rate(replyId, 'DISSATISFIED', on('2023-05-15'));
    const rounds = 'round dueOn assignments { round phase reopened { reason } }';
    expect(await bus.show(rounds)).toMatchObject({
      round: 2,
      dueOn: '2023-06-15',
      assignments: [
        { round: 1, phase: 'CLOSED', reopened: null },
        { round: 2, phase: 'HANDED_OVER', reopened: { reason: 'DISSATISFIED' } },
      ],
    });
    await bus.acknowledge(unit, on('2023-05-16'));
    await bus.contact(unit, 'BEFORE', on('2023-05-17'));
    await atReply(bus, unit, {}, on('2023-06-05'));
    expect((await reply('B', '2023-06-05')).code).toBe('RECORD_MISSING');
  });

  test('QH-09 the whole register rolls over, year after year; doing it again changes nothing', async () => {
    [{ id: entryId }] = await bus.entries();
    const roll = (toYear: number, day: string) =>
      must(cast.office, 'rollOverRegister', { toYear, ...on(day) }, 'rolledOver refused remaining');
    expect(await roll(2024, '2023-12-29')).toEqual({ rolledOver: 1, refused: 0, remaining: 0 });
    expect(await roll(2024, '2023-12-30')).toEqual({ rolledOver: 0, refused: 0, remaining: 0 });
    expect(await roll(2025, '2024-12-30')).toEqual({ rolledOver: 1, refused: 0, remaining: 0 });
    const [entry] = await bus.entries();
    expect(entry).toMatchObject({ phase: 'ROLLED_OVER', originYear: 2023, year: 2025, yearsCarried: 2 });
  });

  test('SY-17 last year’s promise is rated again; SY-20 what was promised is checked', async () => {
    await must(bus.lead, 'rateEntry', { entryId, level: 'BASICALLY_SATISFIED', ...on('2025-01-10') });
    const { replies } = await bus.show('replies { commitments { id } }');
    const [{ id: commitmentId }] = replies[0].commitments;
    const check = { commitmentId, fulfilled: 'PARTLY', note: '已开工，未通车', ...on('2025-01-10') };
    const selection = 'reply { commitments { fulfilled } }';
    const checked = await must(cast.office, 'checkCommitment', check, selection);
    expect(checked.reply.commitments).toEqual([{ fulfilled: 'PARTLY' }]);
  });

  test('QH-10 at the end of the term it is not struck off before the deputy was told', async () => {
    const [unit] = cast.heads;
    const clearance = 'registered struckOff open crossTerm longestCarried cleared';
    const cleared = async () => {
      const query = `{ viewer { locality { termClearance(term: 17) { ${clearance} } } } }`;
      return (await cast.office.get(query)).viewer.locality.termClearance;
    };
    expect(await cleared()).toMatchObject({
      registered: 1,
      struckOff: 0,
      open: 1,
      longestCarried: 2,
      cleared: false,
    });
    // The list, what each unit leaves open, and what the city is told: how many, and nothing of what.
    const open = 'trackingEntries(first: 10, filter: { terms: [17], open: true }) { nodes { id } }';
    const counts = 'registered settled open clearanceRate';
    const units = `unitClearances(term: 17) { unit { id } ${counts} }`;
    const own = (await cast.office.get(`{ viewer { locality { id ${open} ${units} } } }`)).viewer.locality;
    const left = { registered: 1, settled: 0, open: 1, clearanceRate: 0 };
    expect(own.trackingEntries.nodes).toEqual([{ id: entryId }]);
    expect(own.unitClearances).toEqual([{ unit: { id: unit.unitId }, ...left }]);
    const city = await cast.deployment.as('901000.tenant-admin');
    const told = async (person: Person) => {
      const query = `{ viewer { locality { termClearances(term: 17) { locality { id } ${counts} } } } }`;
      return (await person.get(query)).viewer.locality.termClearances;
    };
    expect(await told(city)).toContainEqual({ locality: { id: own.id }, ...left });
    expect(await told(cast.office)).toEqual([{ locality: { id: own.id }, ...left }]);
    const claim = { entryId, text: '已通车', evidence: [{ title: '验收单' }], ...on('2025-09-01') };
    await must(unit, 'claimDone', claim);
    await must(bus.lead, 'confirmDone', { entryId, ...on('2025-09-05') });
    const strike = () =>
      cast.office.do('strikeOffEntry', { entryId, ...on('2025-09-10') }, 'entry { phase }');
    expect((await strike()).code).toBe('FOLLOW_UP_MISSING');
  });

  test('LN-12 the head has brought the only reply of the year; a unit’s year is closed on it', async () => {
    const [unit, other] = cast.heads;
    const quota = async (head: Resident) => {
      const query = `query ($id: ID!) { proposal(id: $id) { assignments { unit { id headReplyQuota(year: 2023) { items required done missing state mode } } } } }`;
      const { proposal } = await cast.office.get(query, { id: bus.id });
      return proposal.assignments.find((one: Input) => (one.unit as Input).id === head.unitId).unit
        .headReplyQuota;
    };
    expect(await quota(unit)).toEqual({
      ...{ items: 1, required: 1, done: 1, missing: 0 },
      ...{ state: 'MET', mode: 'BLOCK' },
    });
    const close = (unitId: string) =>
      cast.office.do(
        'closeUnitYear',
        { unitId, year: 2023 },
        'unit { closedYear(year: 2023) { year warnings } }',
      );
    expect((await close(unit.unitId)).unit.closedYear).toEqual({ year: 2023, warnings: [] });
    expect((await close(unit.unitId)).code).toBe('UNIT_YEAR_CLOSED');
    expect((await close(other.unitId)).unit.closedYear).toEqual({ year: 2023, warnings: [] });
  });
});
