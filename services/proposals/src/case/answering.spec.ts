import { describe, expect, test } from '@jest/globals';
import { clocksOf } from '../clocks/clocks-of.js';
import type { Process } from '../process/process.js';
import { numberTest } from '../process/replies.js';
import {
  asking,
  checking,
  countersigning,
  drafting,
  led,
  PROMISE,
  promising,
  replying,
  reviewing,
  withDraft,
} from '../testing/answering.kit.js';
import { PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { Story } from '../testing/story.js';

const base = baseProcess();
const { congress, government, lead, transport, water } = PEOPLE;
const under = (make: (process: Process) => Process) => new Story(make(base));
const HEAD = { name: '王局长', role: 'UNIT_HEAD' } as const;
const HANDLER = { name: '李科员', role: 'UNIT_HANDLER' } as const;

describe('the letter', () => {
  test.each<[string, Parameters<typeof asking>[0], object, string | null]>([
    ['any number where nothing is said', {}, { documentNumber: '一号' }, null],
    ['a number of the pattern', { documentNumber: '{text}函〔{year}〕{serial}号' }, {}, null],
    [
      'another number',
      { documentNumber: '{text}函〔{year}〕{serial}号' },
      { documentNumber: '交函〔26〕1号' },
      'DOCUMENT_NUMBER_MALFORMED',
    ],
    ['the head signs', { signatories: ['UNIT_HEAD'] }, { signatory: HEAD }, null],
    ['the handler may not', { signatories: ['UNIT_HEAD'] }, { signatory: HANDLER }, 'SIGNATORY_NOT_ALLOWED'],
    [
      'head signs for key items only: this is none',
      { keySignatories: ['UNIT_HEAD'] },
      { signatory: HANDLER },
      null,
    ],
    ['SY-14 the feedback form must go with it', { required: ['FEEDBACK_FORM'] }, {}, 'LETTER_FIELD_MISSING'],
    ['SY-14 and does', { required: ['FEEDBACK_FORM'] }, { feedbackForm: true }, null],
    ['contact without a phone', { required: ['CONTACT'] }, { contactName: '李' }, 'LETTER_FIELD_MISSING'],
    ['contact with a phone', { required: ['CONTACT'] }, { contactName: '李', contactPhone: '0734' }, null],
    ['copies', { required: ['COPIES'] }, { copies: ['市人大联工委'] }, null],
    ['no copies', { required: ['COPIES'] }, { copies: [] }, 'LETTER_FIELD_MISSING'],
    ['disclosure', { required: ['DISCLOSURE'] }, { disclosure: 'ON_REQUEST' }, null],
    ['no promise', { required: ['COMMITMENTS'] }, {}, 'LETTER_FIELD_MISSING'],
    ['a promise', { required: ['COMMITMENTS'] }, { commitments: [PROMISE] }, null],
    [
      'nothing is asked of an interim reply',
      { required: ['COPIES', 'FEEDBACK_FORM'] },
      { replyKind: 'INTERIM', claimedClass: null },
      null,
    ],
  ])('%s', (_, replies, letter, expected) => {
    const story = under(asking(replies)).contacted().at('2026-03-02');
    expect(story.refuses(transport, replying(story, letter))).toBe(expected);
  });

  test('for a key item the head signs', () => {
    const story = under(asking({ keySignatories: ['UNIT_HEAD'] })).contacted();
    story.does(congress, { kind: 'proposal.designate_key', tier: 'CONGRESS_LEADER' });
    expect(story.refuses(transport, replying(story, { signatory: HANDLER }))).toBe('SIGNATORY_NOT_ALLOWED');
    expect(story.refuses(transport, replying(story))).toBeNull();
  });

  test('what it says is kept with it', () => {
    const story = new Story(base).contacted().at('2026-03-02');
    story.does(transport, replying(story, { copies: ['市政府督查室'], disclosure: 'PROACTIVE' }));
    expect(story.reply().letter).toMatchObject({ copies: ['市政府督查室'], disclosure: 'PROACTIVE' });
  });

  test.each([
    ['{text}函〔{year}〕{serial}号', '交函〔2026〕12号', true],
    ['{text}函〔{year}〕{serial}号', '交函[2026]12号', false],
    ['A.{serial}', 'A.1', true],
    ['A.{serial}', 'AB1', false],
  ])('%s and %s: %s', (pattern, number, fits) => {
    expect(numberTest(pattern)?.test(number)).toBe(fits);
  });

  test.each(['{month}', '{text}{text}{text}'])('%s is no pattern', (pattern) => {
    expect(numberTest(pattern)).toBeNull();
  });
});

describe('co-units sign before the lead may send it', () => {
  const process = (one: Process) => ({ ...asking({ countersign: 'REQUIRED' })(one), guards: {} });

  test('not drafted, not signed, objected to, signed', () => {
    const story = led(under(process));
    expect(story.refuses(water, countersigning(story))).toBe('DRAFT_MISSING');
    expect(story.refuses(transport, replying(story))).toBe('COUNTERSIGN_MISSING');
    withDraft(story);
    expect(story.offers(transport, 'reply.issue', 'FORMAL')[0]).toMatchObject({
      possible: false,
      refusalCode: 'COUNTERSIGN_MISSING',
    });
    expect(story.refuses(water, countersigning(story, { agreed: false }))).toBe('REASON_REQUIRED');
    story.does(water, countersigning(story, { agreed: false, text: '管网未列入。' }));
    expect(story.refuses(transport, replying(story))).toBe('COUNTERSIGN_MISSING');
    withDraft(story).does(water, countersigning(story));
    expect(story.refuses(transport, replying(story, { body: '改了。' }))).toBe('REPLY_DIFFERS_FROM_DRAFT');
    story.does(transport, replying(story));
    expect(story.refuses(water, countersigning(story))).toBe('DRAFT_MISSING');
  });

  test('a new draft has to be signed again', () => {
    const story = withDraft(led(under(process)));
    story.does(water, countersigning(story)).does(transport, drafting(story, { body: '另稿。' }));
    expect(story.refuses(transport, replying(story, { body: '另稿。' }))).toBe('COUNTERSIGN_MISSING');
  });

  test('only co-units sign, and a unit alone needs nobody', () => {
    const story = withDraft(led(under(process)));
    const own = story.assignment().assignmentId;
    expect(story.refuses(transport, countersigning(story, { assignmentId: own }))).toBe('NOT_CO_UNIT');
    expect(story.refuses(transport, countersigning(story))).toBe('NOT_YOUR_ASSIGNMENT');
    expect(
      story.refuses(water, {
        ...drafting(story),
        assignmentId: story.assignment(UNITS.water).assignmentId,
      } as never),
    ).toBe('CO_MAY_NOT_REPLY');
    const alone = under(process).contacted().at('2026-03-02');
    expect(alone.refuses(transport, replying(alone))).toBeNull();
  });
});

describe('SY-25 a perfunctory reply is rejected before it is sent', () => {
  test('rejected with what is wrong, written again, passed, sent', () => {
    const story = under(asking({ review: 'REQUIRED' })).contacted();
    expect(story.refuses(government, reviewing(story))).toBe('DRAFT_MISSING');
    withDraft(story);
    expect(story.refuses(congress, reviewing(story, { verdict: 'REJECT' }))).toBe('REASON_REQUIRED');
    expect(story.refuses(congress, reviewing(story, { verdict: 'REJECT', faults: ['dull'] }))).toBe(
      'REASON_UNKNOWN',
    );
    story.does(congress, reviewing(story, { verdict: 'REJECT', faults: ['perfunctory'] }));
    expect(story.state.drafts[0]?.review).toMatchObject({
      verdict: 'REJECT',
      faults: [{ code: 'perfunctory', canonical: 'PERFUNCTORY' }],
    });
    expect(story.refuses(transport, replying(story))).toBe('REPLY_NOT_REVIEWED');
    withDraft(story).does(congress, reviewing(story));
    expect(story.refuses(congress, reviewing(story))).toBe('DRAFT_MISSING');
    expect(story.refuses(transport, replying(story))).toBeNull();
  });

  test.each([
    ['REQUIRED', null, 'REPLY_NOT_REVIEWED'],
    ['REQUIRED', 'PASS', null],
    ['OPTIONAL', null, null],
    ['OPTIONAL', 'REJECT', 'REPLY_NOT_REVIEWED'],
    ['OPTIONAL', 'PASS', null],
    ['OFF', 'REJECT', null],
  ] as const)('review %s, draft %s: %s', (review, verdict, expected) => {
    const story = withDraft(under(asking({ review })).contacted());
    if (verdict) story.does(congress, reviewing(story, { verdict, reason: '已阅。' }));
    expect(story.refuses(transport, replying(story))).toBe(expected);
  });
});

describe('SY-20 commitments', () => {
  test('a promise is checked until it is kept', () => {
    const story = promising(new Story(base)).at('2027-01-05');
    expect(story.state.commitments).toMatchObject([{ ...PROMISE, checks: [] }]);
    expect(story.refuses(lead, checking(story))).toBe('ROLE_NOT_ALLOWED');
    expect(story.refuses(congress, checking(story, { fulfilled: 'NO' }))).toBe('REASON_REQUIRED');
    story.does(congress, checking(story, { fulfilled: 'PARTLY', note: '北段未完。' }));
    story.at('2027-03-01').does(congress, checking(story));
    expect(story.state.commitments[0]?.checks.map(({ fulfilled }) => fulfilled)).toEqual(['PARTLY', 'YES']);
    expect(story.refuses(congress, checking(story))).toBe('COMMITMENT_NOT_OPEN');
    expect(story.offers(congress, 'commitment.check')[0]).toMatchObject({ possible: false });
  });

  test('a clock runs to the day that was promised', () => {
    const story = promising(new Story(base));
    const clock = () =>
      clocksOf(story.state, base, story.now, story.context()).find(({ step }) => step === 'COMMITMENT');
    expect(clock()).toMatchObject({ state: 'RUNNING', due: { date: PROMISE.dueOn } });
    expect(story.at('2027-01-05') && clock()).toMatchObject({ state: 'MISSED', doneAt: null });
    expect(story.does(congress, checking(story)) && clock()).toMatchObject({
      state: 'MISSED',
      doneAt: story.now,
    });
  });

  test('the roles that check are the locality’s', () => {
    const only = (one: Process) => ({ ...one, commitments: { checkers: ['GOV_HANDOVER_OFFICER'], max: 1 } });
    const story = promising(under(only));
    expect(story.refuses(congress, checking(story))).toBe('NOT_APPROVER');
    expect(story.refuses(government, checking(story))).toBeNull();
  });
});
