import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import { must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';

const YEAR = new Date().getFullYear();
const AWARD = 'award { id verdict unit { id } }';
const reason = '办理认真';

describe('SY-27 HY-10 awards are given at the end of the year', () => {
  let cast: Cast;
  let evaluator: Resident;
  const of = { code: 'test-unit', year: YEAR };

  beforeAll(async () => {
    cast = await takeCast();
    evaluator = await cast.county.as('evaluator');
  }, 300_000);

  const nominate = (who: Resident, { unitId }: Resident) =>
    must(who, 'nominateForAward', { ...of, unitId, reason }, AWARD).then(({ award }) => award.id as string);
  const decide = (awardId: string, verdict: string) =>
    evaluator.do('decideAward', { awardId, verdict, reason }, AWARD);
  const seenBy = async (who: Resident) => {
    const query = `{ viewer { locality { awards(year: ${YEAR}, code: "test-unit") { totalCount nodes { verdict } } } } }`;
    return (await who.get(query)).viewer.locality.awards.totalCount as number;
  };
  const ofUnit = async (who: Resident, { unitId }: Resident) =>
    (await who.get('query ($id: ID!) { unit(id: $id) { awards { code reference } } }', { id: unitId })).unit
      .awards;

  test('everybody sees which there are, and who may do what', async () => {
    const rules = async (who: Resident) =>
      (await who.get('{ viewer { locality { awardRules { code quota mayNominate mayDecide } } } }')).viewer
        .locality.awardRules;
    const rule = { code: 'test-unit', quota: 2 };
    expect(await rules(cast.heads[0])).toContainEqual({ ...rule, mayNominate: true, mayDecide: false });
    expect(await rules(evaluator)).toContainEqual({ ...rule, mayNominate: false, mayDecide: true });
  });

  test('two of three that were put forward have it; the third is over the quota', async () => {
    const [first, second, third] = cast.heads;
    const put = [
      await nominate(first, first),
      await nominate(cast.office, second),
      await nominate(third, third),
    ];
    expect((await decide(put[0] ?? '', 'AWARDED')).award.verdict).toBe('AWARDED');
    expect((await decide(put[1] ?? '', 'AWARDED')).award.verdict).toBe('AWARDED');
    expect(await decide(put[2] ?? '', 'AWARDED')).toMatchObject({ code: 'AWARD_QUOTA_FULL' });
    expect((await decide(put[2] ?? '', 'DECLINED')).award.verdict).toBe('DECLINED');
  });

  test('a unit that faked something is refused, and told why', async () => {
    const { unitId } = cast.heads[3];
    const flag = { source: 'FLAG', code: 'faked', year: YEAR, unitId, value: '1' };
    await must(evaluator, 'recordScoreEvidence', flag);
    const refused = await cast.office.do('nominateForAward', { ...of, unitId, reason });
    expect(refused).toMatchObject({ code: 'AWARD_INELIGIBLE', message: expect.stringContaining('弄虚作假') });
  });

  test('until it is published nobody but those who decide knows; then everybody', async () => {
    const [first, , third] = cast.heads;
    const [deputy] = cast.deputies;
    expect([await seenBy(evaluator), await seenBy(deputy), await seenBy(third)]).toEqual([3, 0, 0]);
    const { awards } = await must(
      evaluator,
      'publishAwards',
      { ...of, reference: '政办〔2026〕9号' },
      'awards { unit { id } }',
    );
    expect(awards).toHaveLength(2);
    expect([await seenBy(evaluator), await seenBy(deputy), await seenBy(third)]).toEqual([3, 2, 2]);
    expect(await ofUnit(deputy, first)).toEqual([{ code: 'test-unit', reference: '政办〔2026〕9号' }]);
    expect(await ofUnit(deputy, third)).toEqual([]);
  });

  test('a deputy gives no awards', async () => {
    const input = { ...of, unitId: cast.heads[0].unitId, reason };
    expect((await cast.deputies[0].do('nominateForAward', input)).code).toBe('AWARD_NOMINATOR_OTHER');
    const publication = { ...of, reference: '无' };
    expect((await cast.deputies[0].do('publishAwards', publication)).code).toBe('ROLE_NOT_ALLOWED');
  });
});
