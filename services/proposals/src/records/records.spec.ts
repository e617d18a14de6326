import { describe, expect, test } from '@jest/globals';
import type { Process } from '../process/process.js';
import { checkProcess } from '../process/process-checks.js';
import { id, MANDATES, PEOPLE, UNITS, viewerAs } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { enter, PLAN, PROMPT } from '../testing/refusal-cases-records.js';
import { Story } from '../testing/story.js';
import { maySeeRecord } from './record-parties.js';
import { countVote } from './vote-count.js';
import type { RecordValue } from './work-record.js';

const verdictBy = (...given: Parameters<typeof countVote>) => countVote(...given)?.verdict ?? null;

const base = baseProcess();
const { congress, transport, water, lead, second } = PEOPLE;

/** Three sides confirm what was done: a kind like any other, made of data. */
const CONFIRMATION = {
  label: { zh: '三方共同确认', en: 'Joint confirmation' },
  canonical: 'JOINT_CONFIRMATION',
  about: 'ASSIGNMENT',
  enteredBy: ['DEPUTY_AFFAIRS_OFFICER'],
  fields: { implemented: { label: { zh: '已落实', en: 'Implemented' }, type: 'YES_NO', required: true } },
  signers: {
    leader: { label: { zh: '分管领导', en: 'Leader' }, roles: ['SUPERVISING_LEADER'] },
    head: { label: { zh: '单位负责人', en: 'Head of unit' }, roles: ['UNIT_HEAD'] },
    deputy: { label: { zh: '代表', en: 'Deputy' }, roles: ['LEAD_PROPOSER'] },
  },
} as const;
const withRecord = (kind: string, rule: object): Process =>
  ({ ...base, records: { ...base.records, [kind]: rule } }) as Process;
const confirming = withRecord('confirmation', CONFIRMATION);

const last = (story: Story) => story.state.records.at(-1);
const on = (story: Story, kind: string, also: object = {}) =>
  ({ kind, recordId: last(story)?.recordId, ...also }) as never;

function prompted(): Story {
  const story = new Story(base).handedOver().at('2026-02-02');
  const { assignmentId } = story.assignment();
  return story.does(congress, enter('work-prompt', PROMPT, { assignmentId }));
}

describe('a record', () => {
  test('is complete when all its signers have signed, each in their own place', () => {
    const story = new Story(confirming).handedOver().at('2026-03-02');
    const { assignmentId } = story.assignment();
    const leader = viewerAs('SUPERVISING_LEADER');
    story.does(congress, enter('confirmation', [{ field: 'implemented', yesNo: true }], { assignmentId }));
    expect(story.offers(leader, 'record.sign')).toMatchObject([{ possible: true }]);
    story.does(leader, on(story, 'record.sign', { name: '赵副主任' }));
    expect(story.refuses(leader, on(story, 'record.sign'))).toBe('RECORD_NOT_YOURS_TO_SIGN');
    expect(story.refuses(water, on(story, 'record.sign'))).toBe('RECORD_NOT_FOUND');
    expect(story.refuses(second, on(story, 'record.sign'))).toBe('RECORD_NOT_FOUND');
    story.does(transport, on(story, 'record.sign'));
    expect(last(story)?.completedAt).toBeNull();
    story.at('2026-03-03').does(lead, on(story, 'record.sign'));
    expect(last(story)).toMatchObject({ completedAt: '2026-03-03T02:00:00.000Z' });
  });

  test('corrected after it was signed is signed again, and what it said stays', () => {
    const story = new Story(confirming).handedOver().at('2026-03-02');
    const { assignmentId } = story.assignment();
    story.does(congress, enter('confirmation', [{ field: 'implemented', yesNo: true }], { assignmentId }));
    story.does(lead, on(story, 'record.sign'));
    const values = [{ field: 'implemented', yesNo: false }];
    story.does(congress, on(story, 'record.correct', { values, reason: '填写有误。' }));
    expect(last(story)?.signers.every(({ signedAt }) => signedAt === null)).toBe(true);
    expect(last(story)?.corrections).toMatchObject([{ before: [{ value: true }], reason: '填写有误。' }]);
  });

  test('CA-13 of a work prompt is due ten working days later, and late when answered after that', () => {
    const story = prompted();
    expect(last(story)?.answer?.due).toMatchObject({ date: '2026-02-16', anchor: 'RECORD', amount: 10 });
    const late = prompted().at('2026-02-17');
    expect(
      late.does(transport, on(late, 'record.answer', { text: '已整改。' })).state.records[0]?.answered,
    ).toMatchObject({
      late: true,
    });
    const inTime = story.at('2026-02-16');
    expect(
      inTime.does(transport, on(story, 'record.answer', { text: '已整改。' })).state.records[0]?.answered,
    ).toMatchObject({
      late: false,
    });
  });

  test('may name the date of its answer itself', () => {
    const opinion = {
      ...base.records['deliberation-opinion'],
      about: 'CASE',
    };
    const story = new Story(withRecord('opinion', opinion)).handedOver();
    const values = [
      { field: 'content', text: '加快办理。' },
      { field: 'report-by', date: '2026-12-31' },
    ];
    story.does(congress, enter('opinion', values));
    expect(last(story)?.answer).toMatchObject({
      required: true,
      due: { date: '2026-12-31', anchor: 'FIXED_DATE' },
    });
  });
});

const FIELDS: readonly (readonly [type: string, given: object, ok: boolean])[] = [
  ['TEXT', { text: '好' }, true],
  ['TEXT', { number: 3 }, false],
  ['TEXT', { text: '好', number: 3 }, false],
  ['DATE', { date: '2026-02-30' }, false],
  ['DATE', { date: '2026-02-28' }, true],
  ['NUMBER', { number: 3 }, true],
  ['NUMBER', { number: 11 }, false],
  ['CHOICE', { choice: 'GOOD' }, true],
  ['CHOICE', { choice: 'toString' }, false],
  ['YES_NO', { yesNo: false }, true],
  ['UNITS', { unitIds: [UNITS.transport] }, true],
  ['UNITS', { unitIds: [id(9)] }, false],
  ['PERSONS', { persons: [{ name: '张', mandateId: null }] }, true],
  ['PERSONS', { persons: [{ name: '张', mandateId: id(9) }] }, false],
  ['CASES', { proposalIds: [id(1)] }, true],
  ['CASES', { proposalIds: [id(9)] }, false],
  ['EVIDENCE', { evidence: [{ title: '照片', reference: null }] }, true],
  ['BALLOTS', { ballots: [{ choice: 'GOOD', count: 3 }] }, true],
  ['BALLOTS', { ballots: [{ choice: 'GOOD', count: -3 }] }, false],
  [
    'BALLOTS',
    {
      ballots: [
        { choice: 'GOOD', count: 1 },
        { choice: 'GOOD', count: 1 },
      ],
    },
    false,
  ],
];

test.each(FIELDS)('a field of type %s takes %j: %s', (type, given, ok) => {
  const choices = { GOOD: { zh: '好', en: 'Good' } };
  const field = { label: { zh: '字段', en: 'Field' }, type, choices, max: 10 };
  const rule = { ...CONFIRMATION, about: 'CASE', fields: { thing: field } };
  const story = new Story(withRecord('thing', rule)).submitted();
  const outcome = story.decide(congress, enter('thing', [{ field: 'thing', ...given }]));
  expect(outcome).toMatchObject(
    ok ? { accepted: true } : { accepted: false, code: 'RECORD_FIELD_INVALID', params: { field: 'thing' } },
  );
});

const VOTES: readonly (readonly [satisfied: number, basically: number, against: number, verdict: string])[] =
  [
    [21, 0, 19, 'PASSED'],
    [20, 0, 20, 'FAILED'],
    [15, 6, 0, 'PASSED'],
    [0, 0, 0, 'FAILED'],
  ];

test.each(VOTES)(
  'SY-12 %i satisfied, %i basically, %i against of 40 members: %s',
  (one, two, three, verdict) => {
    const ballots = { SATISFIED: one, BASICALLY_SATISFIED: two, DISSATISFIED: three };
    const values = [
      { field: 'ballots', type: 'BALLOTS', value: ballots },
      { field: 'members', type: 'NUMBER', value: 40 },
    ] as unknown as RecordValue[];
    expect(verdictBy(base.records['satisfaction-vote']?.verdict, values)).toBe(verdict);
  },
);

test('a record is seen by offices, its parties, and those the kind names', () => {
  const story = prompted();
  const record = last(story);
  if (!record) throw new Error('no record');
  const sees = (viewer: Parameters<typeof maySeeRecord>[1]) => maySeeRecord(record, viewer, [MANDATES.lead]);
  expect([congress, transport, viewerAs('EVALUATOR')].map(sees)).toEqual([true, true, true]);
  expect([water, lead, second, viewerAs('PUBLIC')].map(sees)).toEqual([false, false, false, false]);
  const open = { ...record, visibleTo: [...record.visibleTo, 'LEAD_PROPOSER' as const] };
  expect([lead, second].map((viewer) => maySeeRecord(open, viewer, [MANDATES.lead]))).toEqual([true, false]);
});

test('a guard asks for a record since the handover, signed and answered', () => {
  const require = { kind: 'RECORD', record: 'work-prompt', answered: true, since: 'HANDOVER' };
  const guard = {
    before: 'reply.issue',
    label: { zh: '须答复提示', en: 'Answered' },
    require,
    mode: 'BLOCK',
  };
  const process = { ...base, guards: { ...base.guards, prompt: guard } } as Process;
  expect(checkProcess(process)).toEqual([]);
  const story = new Story(process).contacted();
  const { assignmentId } = story.assignment();
  const missing = () => story.offers(transport, 'reply.issue', 'FORMAL')[0]?.refusalCode;
  expect(missing()).toBe('RECORD_MISSING');
  story.does(congress, enter('work-prompt', PROMPT, { assignmentId }));
  expect(missing()).toBe('RECORD_MISSING');
  story.does(transport, on(story, 'record.answer', { text: '已整改。' }));
  expect(missing()).toBeUndefined();
});

const RATED = { source: 'VERIFICATION', level: 'how' };
const HOW = { label: CONFIRMATION.label, type: 'CHOICE', choices: { GREAT: CONFIRMATION.label } };

const WRONG: readonly (readonly [string, object, string])[] = [
  ['a choice without choices', { fields: { a: { label: CONFIRMATION.label, type: 'CHOICE' } } }, 'fields.a'],
  ['nobody may enter it', { enteredBy: [] }, 'enteredBy'],
  ['nobody may sign', { signers: { a: { label: CONFIRMATION.label, roles: [] } } }, 'signers.a'],
  ['answered on no date', { answer: { by: ['UNIT_HEAD'], due: { field: 'implemented' } } }, 'answer.due'],
  ['a rating that says nothing', { rating: { source: 'VERIFICATION' } }, 'rating'],
  ['a rating by what is no choice', { rating: { source: 'VERIFICATION', level: 'implemented' } }, 'rating'],
  ['a rating by choices that are no levels', { rating: RATED, fields: { how: HOW } }, 'rating'],
  ['a rating about no case', { rating: RATED, about: 'UNIT', fields: { how: HOW } }, 'rating'],
  ['a verdict on no ballots', { verdict: { ballots: 'implemented', passing: [], moreThan: 0.5 } }, 'verdict'],
];

test.each(WRONG)('a kind is refused at publishing: %s', (_, wrong, path) => {
  const problems = checkProcess(withRecord('confirmation', { ...CONFIRMATION, ...wrong }));
  expect(problems.map((one) => one.path.join('.'))).toEqual([`records.confirmation.${path}`]);
});

test('an office enters it from paper for somebody else', () => {
  const story = new Story(base).handedOver();
  expect(story.refuses(lead, enter('supervision-plan', PLAN), { source: 'PAPER' })).toBe(
    'SOURCE_NOT_ALLOWED',
  );
  const minutes = [
    { field: 'place', text: '城东' },
    { field: 'findings', text: '已开工。' },
  ];
  expect(story.refuses(congress, enter('on-site-supervision', minutes), { source: 'PAPER' })).toBeNull();
});
