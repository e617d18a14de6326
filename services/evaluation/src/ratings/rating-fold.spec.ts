import { expect, test } from '@jest/globals';
import { caseIdOf, OTHER_UNIT, SyntheticCase, UNIT } from '../testing/synthetic-case.js';
import { awaitedIn } from './rating-file.js';
import { ratingFileOf } from './rating-fold.js';
import { explained } from './vote-words.js';

const told = () => new SyntheticCase(caseIdOf(1)).submitted('2026-01-05').docketed('2026-01-10');
const LEAD = '00000000-0000-7000-8000-0000000000aa';
const SIGNER = '00000000-0000-7000-8000-0000000000ab';
const PAIR = { addresseeIds: [LEAD, SIGNER], respondentIds: [LEAD, SIGNER] };
const ANSWERED = { unitId: UNIT, feedbackBy: { date: '2026-03-20' }, ...PAIR };
const FORM = caseIdOf(77);

test('who may rate which reply, who has, and who is silent since when', () => {
  const one = told();
  const id = one.id(1);
  one.handedOver('2026-02-01').replied('2026-03-01', id, 'A', ['SOLVED'], ANSWERED);
  const given = { feedbackId: FORM, assignmentId: id, unitId: UNIT, round: 1, respondent: LEAD };
  const said = { axis: 'RESULT', level: 'OK', canonicalLevel: 'SATISFIED', satisfied: true };
  one.add('2026-03-05', 'feedback.given', { ...given, ...said, collectedBy: 'DEPUTY_AFFAIRS_OFFICER' });
  const file = ratingFileOf(one.read);
  expect(file).toMatchObject({
    leadProposerId: LEAD,
    proposerIds: [LEAD, SIGNER],
    parts: [{ assignmentId: id, unitId: UNIT, role: 'SOLE', round: 1 }],
    given: [
      {
        ratingId: FORM,
        source: 'FORM',
        raterId: LEAD,
        level: 'OK',
        canonicalLevel: 'SATISFIED',
        enteredBy: 'DEPUTY_AFFAIRS_OFFICER',
        replaced: false,
      },
    ],
  });
  expect(file.parts[0]?.repliedAt?.slice(0, 10)).toBe('2026-03-01');
  expect(awaitedIn(file)).toMatchObject([{ respondentId: SIGNER, round: 1, until: '2026-03-20' }]);
});

test('a form that takes the place of another is told with the reason, and the one before is kept', () => {
  const one = told();
  const id = one.id(1);
  one
    .handedOver('2026-02-01')
    .replied('2026-03-01', id, 'A', ['SOLVED'], { ...ANSWERED, unitSees: 'NOTHING' });
  const given = { assignmentId: id, unitId: UNIT, round: 1, respondent: LEAD, axis: 'RESULT' };
  const said = { level: 'SATISFIED', canonicalLevel: 'SATISFIED', satisfied: true };
  one.add('2026-03-05', 'feedback.given', { ...given, ...said, feedbackId: FORM });
  const anew = { level: 'DISSATISFIED', canonicalLevel: 'DISSATISFIED', satisfied: false };
  const why = { replaces: FORM, reason: '勾选有误' };
  one.add('2026-03-06', 'feedback.corrected', { ...given, ...anew, ...why, feedbackId: caseIdOf(78) });
  const file = ratingFileOf(one.read);
  expect(
    file.given.map(({ level, replaced, replaces, reason }) => [level, replaced, replaces, reason]),
  ).toEqual([
    ['SATISFIED', true, null, null],
    ['DISSATISFIED', false, FORM, '勾选有误'],
  ]);
  expect(file.unitSees).toBe('NOTHING');
  one.add('2026-03-07', 'process.moved', { toVersion: '2', clocks: [], unitSees: 'PERSONS' });
  expect(ratingFileOf(one.read).unitSees).toBe('PERSONS');
});

test('a letter from before it was said whom it asks, asks the lead', () => {
  const one = told().handedOver('2026-02-01');
  one.replied('2026-03-01', one.id(1), 'A', ['SOLVED'], { unitId: UNIT });
  expect(awaitedIn(ratingFileOf(one.read)).map(({ respondentId }) => respondentId)).toEqual([LEAD]);
});

test('what was returned is nobody’s to rate; who replaces it is, and so is a later round', () => {
  const one = told().handedOver('2026-02-01');
  const replacement = { assignmentId: one.id(2), unitId: OTHER_UNIT, role: 'SOLE', round: 1 };
  one.add('2026-02-03', 'return.decided', { assignmentId: one.id(1), decision: 'APPROVED', replacement });
  one.roundOpened('2026-04-01', 2, [one.id(2)], [{ unitId: OTHER_UNIT }]);
  const parts = ratingFileOf(one.read).parts.map(({ unitId, round }) => [unitId, round]);
  expect(parts).toEqual([
    [OTHER_UNIT, 1],
    [OTHER_UNIT, 2],
  ]);
});

test('lead and co-unit change places', () => {
  const one = told().handedOver('2026-02-01', [{ role: 'LEAD' }, { role: 'CO', unitId: OTHER_UNIT }]);
  one.add('2026-02-03', 'lead.changed', { assignmentId: one.id(1), leadId: one.id(2) });
  expect(ratingFileOf(one.read).parts.map(({ role }) => role)).toEqual(['CO', 'LEAD']);
});

const RECORD = caseIdOf(88);
const BALLOTS = { SATISFIED: 43, BASICALLY_SATISFIED: 6, DISSATISFIED: 1, ABSTAINED: 2 };
const choices = { SATISFIED: { zh: '满意', en: 'Satisfied' } };
const votes = (value: object) => [
  { field: 'members', type: 'NUMBER', value: 55 },
  { field: 'ballots', type: 'BALLOTS', choices, value },
];

test('a vote on record is a rating with its ballots; put right, it keeps the reason', () => {
  const one = told().handedOver('2026-02-01');
  const subject = { about: 'CASE', proposalId: one.caseId, assignmentId: null, unitId: null };
  const vote = { recordId: RECORD, canonical: 'SATISFACTION_VOTE', subject, enteredBy: ['EVALUATOR'] };
  one.add('2026-10-20', 'record.entered', { ...vote, values: votes(BALLOTS), verdict: 'PASSED' });
  expect(ratingFileOf(one.read).given).toMatchObject([
    {
      ratingId: RECORD,
      source: 'VOTE',
      axis: 'OVERALL',
      canonicalLevel: 'SATISFIED',
      vote: { voters: 55, abstained: 2, invalid: 0, passed: true },
    },
  ]);
  const reason = '计票有误';
  const wrong = { ...BALLOTS, SATISFIED: 3, DISSATISFIED: 41 };
  one.add('2026-10-21', 'record.corrected', {
    recordId: RECORD,
    values: votes(wrong),
    verdict: 'FAILED',
    reason,
  });
  expect(ratingFileOf(one.read).given).toMatchObject([
    { canonicalLevel: 'DISSATISFIED', satisfied: false, reason, vote: { passed: false } },
  ]);
});

test('a record that counts as a rating is one from that side; put right, it counts once it is signed again', () => {
  const one = told().handedOver('2026-02-01');
  const about = { assignmentId: one.id(1), unitId: UNIT, raterId: LEAD, axis: 'OVERALL', agency: null };
  const said = (level: string, satisfied: boolean) => ({
    rated: { ...about, source: 'VERIFICATION', level, canonicalLevel: level, satisfied },
  });
  const entered = {
    recordId: RECORD,
    canonical: 'OTHER',
    values: [],
    verdict: null,
    enteredBy: ['EVALUATOR'],
  };
  const given = () =>
    ratingFileOf(one.read).given.map(({ source, level, round, raterId }) => [source, level, round, raterId]);
  one.add('2026-05-01', 'record.entered', { ...entered, ...said('SATISFIED', true) });
  expect(given()).toEqual([['VERIFICATION', 'SATISFIED', 1, LEAD]]);
  one.add('2026-05-02', 'record.corrected', { recordId: RECORD, values: [], reason: '有误' });
  expect(given()).toEqual([]);
  one.add('2026-05-03', 'record.signed', { recordId: RECORD, ...said('DISSATISFIED', false) });
  expect(given()).toEqual([['VERIFICATION', 'DISSATISFIED', 1, LEAD]]);
  one.add('2026-05-04', 'record.signed', { recordId: caseIdOf(89), signer: 'other' });
  expect(given()).toHaveLength(1);
});

test('a vote whose rule says a level is rated so', () => {
  const one = told().handedOver('2026-02-01');
  const vote = { recordId: RECORD, canonical: 'SATISFACTION_VOTE', enteredBy: ['EVALUATOR'] };
  const count = { level: 'BASICALLY_SATISFIED' };
  one.add('2026-10-20', 'record.entered', { ...vote, values: votes(BALLOTS), verdict: 'PASSED', count });
  expect(ratingFileOf(one.read).given).toMatchObject([
    { source: 'VOTE', canonicalLevel: 'BASICALLY_SATISFIED', satisfied: true },
  ]);
});

test('a record of another kind is no rating', () => {
  const one = told().handedOver('2026-02-01');
  one.add('2026-10-20', 'record.entered', {
    recordId: RECORD,
    canonical: 'INSPECTION',
    values: [],
    verdict: null,
  });
  expect(ratingFileOf(one.read).given).toEqual([]);
});

test('a vote that says how it was counted is explained by its own rule', () => {
  const one = told().handedOver('2026-02-01');
  const subject = { about: 'CASE', proposalId: one.caseId, assignmentId: null, unitId: null };
  const vote = { recordId: RECORD, canonical: 'SATISFACTION_VOTE', subject, enteredBy: ['EVALUATOR'] };
  const count = { voters: 55, passing: 49, abstained: 2, invalid: 3, base: 55, share: '2/3', strict: false };
  const values = votes({ SATISFIED: 43, BASICALLY_SATISFIED: 6, DISSATISFIED: 1, VOID: 3, NO_VIEW: 2 });
  one.add('2026-10-20', 'record.entered', { ...vote, values, verdict: 'PASSED', count });
  const [rating] = ratingFileOf(one.read).given;
  const { voters, abstained, invalid, counted } = rating?.vote ?? {};
  expect({ voters, abstained, invalid, counted }).toEqual({
    ...{ voters: 55, abstained: 2, invalid: 3 },
    counted: { passing: 49, base: 55, share: '2/3', strict: false },
  });
  expect(rating?.vote && explained(rating.vote)).toEqual({
    zh: '赞成 49 票,基数 55,须达到 2/3(至少 37 票):通过',
    en: '49 of 55 in favour; at least 2/3 needed (37): passed',
  });
});

test.each([
  [{ passing: 27, base: 55, share: '5/10', strict: true }, '须超过 5/10(至少 28 票)'],
  [{ passing: 25, base: 50, share: '1/2', strict: true }, '须超过 1/2(至少 26 票)'],
  [{ passing: 25, base: 50, share: '1/2', strict: false }, '须达到 1/2(至少 25 票)'],
])('what would have been enough: %o', (counted, words) => {
  const vote = { voters: null, ballots: [], abstained: 0, invalid: 0, passed: false, counted };
  expect(explained(vote)?.zh).toContain(words);
  expect(explained({ ...vote, counted: null })).toBeNull();
});
