import { describe, expect, test } from '@jest/globals';
import type { Guard } from '../process/guard.js';
import type { Process } from '../process/process.js';
import { withDraft } from '../testing/answering.kit.js';
import { MANDATES, PEOPLE, UNITS, viewerAs } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { contactOn, rate, replyOn, Story } from '../testing/story.js';
import type { Command } from './commands.js';

const base = baseProcess();
const { congress, government, lead, transport } = PEOPLE;
const label = (zh: string) => ({ zh, en: zh });
const DEPUTY_HEAD = { role: 'UNIT_DEPUTY_HEAD', name: '副局长', personId: null, mandateId: null } as const;
const HEAD = { ...DEPUTY_HEAD, role: 'UNIT_HEAD', name: '局长' } as const;
const SECTION = { ...DEPUTY_HEAD, role: 'SECTION_HEAD', name: '科长' } as const;
const STREET = { ...DEPUTY_HEAD, role: 'STREET_COMMITTEE', name: '街道工委' } as const;
const GOVERNMENT = { ...DEPUTY_HEAD, role: 'GOVERNMENT_OFFICE', name: '督查室' } as const;
const PROPOSER = { ...DEPUTY_HEAD, role: 'PROPOSER', name: '代表', mandateId: MANDATES.lead } as const;
const guarded = (guards: Record<string, Partial<Guard>>, also: Partial<Process> = {}): Process => ({
  ...base,
  ...also,
  guards: Object.fromEntries(
    Object.entries(guards).map(([code, guard]) => [
      code,
      { before: 'reply.issue', label: label('须知'), ...base.guards[code], mode: 'BLOCK', ...guard },
    ]),
  ) as Process['guards'],
});
const issue = (story: Story): Command => replyOn(story.assignment().assignmentId);
const record = (kind: string, values: object[], also: object = {}): Command =>
  ({ kind: 'record.enter', record: kind, values, ...also }) as Command;

describe('the reply depends on how it is brought', () => {
  const station = guarded({
    'contact-at-reply': {
      require: {
        kind: 'CONTACT',
        phase: 'AT_REPLY',
        min: 1,
        faceToFace: true,
        by: ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD'],
        attendees: ['STREET_COMMITTEE'],
        places: ['STATION'],
        opinion: true,
      },
    },
  });
  const atReply = { phase: 'AT_REPLY', channel: 'STATION', place: 'STATION', proposerOpinion: '同意。' };

  test.each<[string, object, string | null]>([
    ['LN-16 by the head, in the station, with the street', { participants: [PROPOSER, HEAD, STREET] }, null],
    ['LN-16 by the deputy head', { participants: [PROPOSER, DEPUTY_HEAD, STREET] }, null],
    ['LN-16 T18 by a section head', { participants: [PROPOSER, SECTION, STREET] }, 'CONTACT_UNFIT'],
    [
      'LN-16 T18 at the office',
      { participants: [PROPOSER, HEAD, STREET], place: 'UNIT_OFFICE' },
      'CONTACT_UNFIT',
    ],
    ['LN-16 without the street', { participants: [PROPOSER, HEAD] }, 'CONTACT_UNFIT'],
    [
      'LN-16 without the opinion',
      { participants: [PROPOSER, HEAD, STREET], proposerOpinion: null },
      'CONTACT_UNFIT',
    ],
  ])('%s', (_, also, expected) => {
    const story = new Story(station).acknowledged().at('2026-03-02');
    const { assignmentId } = story.assignment();
    story.does(transport, contactOn(assignmentId, { ...atReply, ...also }));
    expect(story.refuses(transport, issue(story))).toBe(expected);
  });

  test('LC-13 三方面复: for key items three sides sit at the table', () => {
    const three = guarded({
      'three-sides': {
        when: 'case.key',
        require: {
          kind: 'CONTACT',
          phase: 'AT_REPLY',
          min: 1,
          faceToFace: true,
          attendees: ['GOVERNMENT_OFFICE'],
        },
      },
    });
    const story = new Story(three).acknowledged().at('2026-03-02');
    expect(story.refuses(transport, issue(story))).toBeNull();
    story.does(congress, { kind: 'proposal.designate_key', tier: 'CONGRESS_LEADER' });
    expect(story.refuses(transport, issue(story))).toBe('CONTACT_MISSING');
    const participants = [PROPOSER, HEAD, GOVERNMENT];
    const { assignmentId } = story.assignment();
    story.does(transport, contactOn(assignmentId, { phase: 'AT_REPLY', channel: 'MEETING', participants }));
    expect(story.refuses(transport, issue(story))).toBeNull();
  });

  test('LC-11 先征询、后行文: asked after the draft, not before it', () => {
    const story = withDraft(new Story(guarded({ 'asked-before-issuing': { mode: 'BLOCK' } })).contacted());
    const { assignmentId } = story.assignment();
    const asked = contactOn(assignmentId, { phase: 'DURING', proposerOpinion: '同意稿件。' });
    const early = new Story(guarded({ 'asked-before-issuing': { mode: 'BLOCK' } })).contacted();
    early.does(
      transport,
      contactOn(early.assignment().assignmentId, { phase: 'DURING', proposerOpinion: '好。' }),
    );
    withDraft(early.at('2026-02-01'));
    expect(early.refuses(transport, issue(early))).toBe('PROPOSER_NOT_ASKED');
    story.at('2026-02-01').does(transport, asked);
    expect(story.refuses(transport, issue(story))).toBeNull();
  });
});

describe('a later round has measures of its own', () => {
  const measure = (kind: string, fromRound: number) => ({ label: label('措施'), fromRound, record: kind });
  const strict = guarded(
    { 'measures-before-reply': {} },
    {
      rehandling: {
        ...base.rehandling,
        measures: { interview: measure('interview', 2), listed: measure('listed-supervision', 3) },
      },
    },
  );
  const interview = (story: Story) =>
    record(
      'interview',
      [
        { field: 'persons', persons: [{ name: '王局长', mandateId: null }] },
        { field: 'content', text: '须现场解决。' },
      ],
      { assignmentId: story.assignment().assignmentId },
    );

  test('LN-22 the first round needs none, the second the interview, the third listed supervision besides', () => {
    const story = new Story(strict).handedOver().at('2026-03-02');
    story.does(transport, issue(story));
    story.does(lead, rate(story.reply().replyId, 'DISSATISFIED'));
    expect(story.refuses(transport, issue(story))).toBe('RECORD_MISSING');
    expect(story.offers(transport, 'reply.issue', 'FORMAL').at(-1)).toMatchObject({
      refusalCode: 'RECORD_MISSING',
    });
    story.does(congress, interview(story)).does(transport, issue(story));
    story.does(lead, rate(story.reply().replyId, 'DISSATISFIED')).does(congress, interview(story));
    expect(story.assignment().round).toBe(3);
    expect(story.refuses(transport, issue(story))).toBe('RECORD_MISSING');
  });
});

describe('after the last round it is explained', () => {
  const RECORDS = {
    explained: {
      label: label('专门说明'),
      canonical: 'REPORT',
      about: 'ASSIGNMENT',
      enteredBy: ['DEPUTY_AFFAIRS_OFFICER'],
    },
    confirmed: {
      label: label('共同确认'),
      canonical: 'JOINT_CONFIRMATION',
      about: 'ASSIGNMENT',
      enteredBy: ['DEPUTY_AFFAIRS_OFFICER'],
      signers: {
        leader: { label: label('分管领导'), roles: ['SUPERVISING_LEADER'] },
        head: { label: label('主要负责人'), roles: ['UNIT_HEAD'] },
        deputy: { label: label('代表'), roles: ['LEAD_PROPOSER'] },
      },
    },
    lookback: {
      label: label('自查“回头看”'),
      canonical: 'SELF_INSPECTION',
      about: 'ASSIGNMENT',
      enteredBy: ['UNIT_HEAD'],
      fields: Object.fromEntries(
        ['process', 'reply', 'result'].map((code) => [
          code,
          { label: label(code), type: 'TEXT', required: true },
        ]),
      ),
    },
  } as unknown as Process['records'];
  const withRecords = (guards: Record<string, Partial<Guard>>, also: Partial<Process> = {}) =>
    guarded(guards, { records: { ...base.records, ...RECORDS }, ...also });

  test('still dissatisfied: closed only with the special explanation', () => {
    const process = withRecords(
      { 'explained-before-closing': {} },
      { rehandling: { ...base.rehandling, maxRounds: 1, explanation: 'explained' } },
    );
    const story = new Story(process).rated('DISSATISFIED');
    expect(story.refuses(congress, { kind: 'proposal.close' })).toBe('RECORD_MISSING');
    const { assignmentId } = story.assignment();
    story.does(congress, record('explained', [], { assignmentId }));
    expect(story.refuses(congress, { kind: 'proposal.close' })).toBeNull();
    const pleased = new Story(process).rated('SATISFIED');
    expect(pleased.refuses(congress, { kind: 'proposal.close' })).toBeNull();
  });

  test('LN-17 共同确认: three have signed before it is closed', () => {
    const process = withRecords({
      joint: { before: 'proposal.close', require: { kind: 'RECORD', record: 'confirmed', signed: true } },
    });
    const story = new Story(process).rated();
    const close: Command = { kind: 'proposal.close' };
    expect(story.refuses(congress, close)).toBe('RECORD_MISSING');
    const { assignmentId } = story.assignment();
    story.does(congress, record('confirmed', [], { assignmentId }));
    const recordId = story.state.records[0]?.recordId ?? '';
    const sign = (signer: string) => ({ kind: 'record.sign', recordId, signer, name: '某' }) as Command;
    story.does(viewerAs('SUPERVISING_LEADER'), sign('leader')).does(transport, sign('head'));
    expect(story.refuses(congress, close)).toBe('RECORD_MISSING');
    story.does(lead, sign('deputy'));
    expect(story.refuses(congress, close)).toBeNull();
  });

  test('HY-06 “回头看”: process, reply and result are looked back at before anybody rates', () => {
    const process = withRecords({
      lookback: { before: 'feedback.give', require: { kind: 'RECORD', record: 'lookback', since: 'REPLY' } },
    });
    const story = new Story(process).confirmed();
    const { replyId } = story.reply();
    expect(story.refuses(lead, rate(replyId, 'SATISFIED'))).toBe('RECORD_MISSING');
    const values = ['process', 'reply', 'result'].map((field) => ({ field, text: '已自查。' }));
    story.does(transport, record('lookback', values, { assignmentId: story.assignment().assignmentId }));
    expect(story.refuses(lead, rate(replyId, 'SATISFIED'))).toBeNull();
  });
});

test('CT-11 一事一答: each matter of the unit is answered, those of another unit are not its business', () => {
  const story = new Story({ ...base, guards: {} }).allocated([
    { unitId: UNITS.transport, role: 'SEPARATE' },
    { unitId: UNITS.schools, role: 'SEPARATE' },
  ]);
  const matters = [
    { text: '站点', unitIds: [UNITS.transport] },
    { text: '校门', unitIds: [UNITS.schools] },
    { text: '线路', unitIds: [UNITS.transport, UNITS.schools] },
  ];
  story.does(government, { kind: 'matters.split', matters }).does(government, { kind: 'proposal.hand_over' });
  const { assignmentId } = story.assignment();
  const answering = (...numbers: number[]) =>
    story.refuses(transport, replyOn(assignmentId, { matters: numbers }));
  expect([answering(), answering(1), answering(1, 3), answering(1, 2, 3), answering(1, 3, 9)]).toEqual([
    'MATTERS_NOT_COVERED',
    'MATTERS_NOT_COVERED',
    null,
    null,
    'MATTER_NOT_ON_CASE',
  ]);
});
