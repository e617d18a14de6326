import { expect, test } from '@jest/globals';
import { caseIdOf, SyntheticCase } from '../testing/synthetic-case.js';
import { dutiesOf } from './duty-fold.js';

const [LEAD, OTHER, THIRD] = [1, 2, 3].map((one) => `00000000-0000-7000-8000-00000000000${one}`) as [
  string,
  string,
  string,
];
const submitted = (file: SyntheticCase, on: string, cosignerIds: readonly string[]) =>
  file.add(on, 'proposal.submitted', { leadProposerId: LEAD, cosignerIds });

test('whoever puts a case forward, joins, rates a reply or takes part in a contact has a part in it', () => {
  const file = submitted(new SyntheticCase(caseIdOf(1)), '2026-01-05', [OTHER]);
  const met = {
    participants: [{ mandateId: LEAD }, { mandateId: LEAD }, { mandateId: null }, { mandateId: THIRD }],
  };
  file.add('2026-02-01', 'contact.recorded', met).add('2026-02-02', 'contact.recorded', { participants: [] });
  for (const [formId, axis] of ['ATTITUDE', 'RESULT'].flatMap((one) => [
    ['a', one],
    ['b', one],
  ]))
    file.add('2026-04-01', 'feedback.given', { formId, axis, respondent: formId === 'a' ? LEAD : OTHER });
  expect(dutiesOf(file.read)).toEqual([
    { mandateId: LEAD, led: true, joined: false, ratings: 1, contacts: 1 },
    { mandateId: OTHER, led: false, joined: true, ratings: 1, contacts: 0 },
    { mandateId: THIRD, led: false, joined: false, ratings: 0, contacts: 1 },
  ]);
});

test('a draft is nobody’s; of several submissions the last says who joined', () => {
  const file = new SyntheticCase(caseIdOf(1)).add('2026-01-01', 'proposal.drafted', { leadProposerId: LEAD });
  expect(dutiesOf(file.read)).toEqual([]);
  submitted(submitted(file, '2026-01-05', [OTHER]), '2026-01-09', [THIRD]);
  expect(dutiesOf(file.read).map(({ mandateId }) => mandateId)).toEqual([LEAD, THIRD]);
});
