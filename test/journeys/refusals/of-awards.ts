import type { Person } from '../../kit/person.js';
import { must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

type Input = Record<string, unknown>;

/** What is refused of awards: two of a year, none for a unit that faked anything. */
export async function refusedOfAwards({ county, heads, office }: Cast): Promise<Attempt[]> {
  const evaluator = await county.as('evaluator');
  const [first, second, third, faker] = heads;
  const of = { code: 'test-unit', year: 2026 };
  const reason = '办理认真';
  const nominate = async (who: Person, unitId: string, year = 2026): Promise<string> =>
    (await must(who, 'nominateForAward', { ...of, year, unitId, reason }, 'award { id }')).award.id;
  const give = (awardId: string) => must(evaluator, 'decideAward', { awardId, verdict: 'AWARDED', reason });
  const given = await nominate(first, first.unitId);
  await give(given);
  await give(await nominate(office, second.unitId));
  const open = await nominate(office, third.unitId);
  await give(await nominate(office, first.unitId, 2025));
  await must(evaluator, 'publishAwards', { ...of, year: 2025, reference: '政办〔2025〕9号' });
  const flag = { source: 'FLAG', code: 'faked', year: 2026, unitId: faker.unitId, value: '1' };
  await must(evaluator, 'recordScoreEvidence', flag);
  const put = (code: string, who: Person, input: Input) =>
    attempt(code, who, 'nominateForAward', { ...of, unitId: third.unitId, reason, ...input });
  const decide = (code: string, who: Person, awardId: string) =>
    attempt(code, who, 'decideAward', { awardId, verdict: 'AWARDED', reason });
  const publish = (code: string, input: Input) =>
    attempt(code, evaluator, 'publishAwards', { ...of, reference: '政办〔2026〕9号', ...input });
  return [
    put('AWARD_UNKNOWN', office, { code: 'weather' }),
    put('AWARD_SUBJECT_OTHER', office, { code: 'test-suggestion' }),
    put('AWARD_SUBJECT_NOT_FOUND', office, { unitId: nobodys(third.unitId) }),
    put('AWARD_NOMINATOR_OTHER', evaluator, {}),
    put('AWARD_OF_ANOTHER_UNIT', first, {}),
    put('AWARD_NOMINATED_BEFORE', office, {}),
    put('AWARD_INELIGIBLE', office, { unitId: faker.unitId }),
    put('AWARDS_PUBLISHED_BEFORE', office, { year: 2025 }),
    decide('AWARD_NOT_FOUND', evaluator, nobodys(open)),
    decide('AWARD_DECIDED_BEFORE', evaluator, given),
    decide('AWARD_DECIDER_OTHER', office, open),
    decide('AWARD_QUOTA_FULL', evaluator, open),
    publish('AWARDS_UNDECIDED', {}),
    publish('AWARDS_NONE', { code: 'test-suggestion', year: 2019 }),
    publish('AWARDS_PUBLISHED_BEFORE', { year: 2025 }),
  ];
}
