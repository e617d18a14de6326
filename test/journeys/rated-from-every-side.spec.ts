import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import type { Person } from '../kit/person.js';
import { Case, ledBy, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { caughtUp } from './story/figures.js';
import { since } from './story/moments.js';
import { ballots, enter, notEntered } from './story/records.js';

const RATINGS = `query ($id: ID!) { proposal(id: $id) {
  ratings { id source round axis level satisfied replaced replacesId reason comment method agency rater { id } unit { id } }
  awaitedRatings { round until rater { id } unit { id } } } }`;

describe('a reply is rated from every side', () => {
  let cast: Cast;
  let one: Case;
  let unit: Resident;
  let co: Resident;
  let replyId: string;
  const day = since(20);

  beforeAll(async () => {
    cast = await takeCast();
    [unit, co] = cast.heads;
    one = await (await Case.drafted(cast, day(0))).handedOver(ledBy(unit, co), day(1));
    await one.acknowledge(co, day(2));
    await one.of(co, 'giveCoOpinion', { text: '同意主办单位意见', agreed: true, ...day(3) });
    replyId = await one.answered(unit, 'A', day(4));
  }, 180_000);

  async function seen(who: Person) {
    await caughtUp(cast.office, cast.county.code);
    return (await who.get(RATINGS, { id: one.id })).proposal;
  }
  const ask = (level: string, who: Person = cast.office, input: object = {}) =>
    who.do(
      'recordRating',
      {
        ...{ proposalId: one.id, source: 'VERIFICATION', round: 1, raterId: one.lead.mandateId },
        ...{ method: 'PHONE', agency: '某街道人大工委' },
        ratings: [{ axis: 'RESULT', level, comment: '电话中说仍未通车' }],
        ...input,
      },
      'ratings { id level }',
    );

  test('silence is shown, and is not satisfaction', async () => {
    const { ratings, awaitedRatings } = await seen(cast.office);
    expect(ratings).toEqual([]);
    const silent = { round: 1, until: expect.any(String), unit: { id: unit.unitId } };
    expect(awaitedRatings).toEqual([{ ...silent, rater: { id: one.lead.mandateId } }]);
    expect((await seen(unit)).awaitedRatings).toEqual([{ ...silent, rater: null }]);
    expect((await seen(co)).awaitedRatings).toEqual([]);
  });

  test('SY-14 SY-15 T20: signed satisfied, and found on the telephone not to be: both are kept', async () => {
    await one.rate(replyId, 'SATISFIED', day(5));
    const { ratings: made } = await ask('DISSATISFIED');
    const { ratings, awaitedRatings } = await seen(cast.office);
    expect(awaitedRatings).toEqual([]);
    const rater = { id: one.lead.mandateId };
    const common = { round: 1, rater, unit: { id: unit.unitId }, replaced: false, replacesId: null };
    expect(ratings).toMatchObject([
      { ...common, source: 'FORM', axis: 'ATTITUDE', level: 'SATISFIED', satisfied: true },
      { ...common, source: 'FORM', axis: 'RESULT', level: 'SATISFIED', satisfied: true },
      { ...common, source: 'VERIFICATION', axis: 'RESULT', level: 'DISSATISFIED', satisfied: false },
    ]);
    expect(ratings[2]).toMatchObject({ id: made[0].id, method: 'PHONE', agency: '某街道人大工委' });
  });

  test('the unit sees how it was rated and not by whom; it enters nothing', async () => {
    const { ratings } = await seen(unit);
    expect(ratings.map(({ level }: { level: string }) => level)).toEqual([
      'SATISFIED',
      'SATISFIED',
      'DISSATISFIED',
    ]);
    for (const hidden of ['rater', 'comment', 'agency', 'reason'])
      expect(ratings.map((rating: Record<string, unknown>) => rating[hidden])).toEqual([null, null, null]);
    expect((await ask('SATISFIED', unit)).code).toBe('ROLE_NOT_ALLOWED');
    expect((await seen(co)).ratings).toEqual([]);
  });

  test('the proposer sees their own words', async () => {
    const { ratings } = await seen(one.lead);
    expect(ratings[2]).toMatchObject({ comment: '电话中说仍未通车', rater: { id: one.lead.mandateId } });
  });

  test('a round that does not exist, somebody else, twice: refused, and nothing is kept of it', async () => {
    const wrong: [string, object][] = [
      ['RATING_ROUND_UNKNOWN', { round: 2 }],
      ['RATER_NOT_PROPOSER', { raterId: cast.deputies[1].mandateId }],
      ['RATING_ALREADY_GIVEN', {}],
    ];
    for (const [code, input] of wrong) expect((await ask('SATISFIED', cast.office, input)).code).toBe(code);
    expect((await seen(cast.office)).ratings).toHaveLength(3);
  });

  test('what was misheard is put right by another rating, with the reason', async () => {
    const [, , wrong] = (await seen(cast.office)).ratings;
    const reason = '复听录音,代表说的是基本满意';
    const put = { ratingId: wrong.id, level: 'BASICALLY_SATISFIED', reason };
    await must(cast.office, 'correctRating', put, 'rating { id }');
    const { ratings } = await seen(cast.office);
    expect(ratings[2]).toMatchObject({ id: wrong.id, level: 'DISSATISFIED', replaced: true });
    expect(ratings[3]).toMatchObject({
      ...{ level: 'BASICALLY_SATISFIED', replaced: false, replacesId: wrong.id, reason },
      ...{ source: 'VERIFICATION', axis: 'RESULT', rater: { id: one.lead.mandateId } },
    });
  });

  test('the county does not use surveys, and says so', async () => {
    const surveyor = await cast.county.as('third-party-surveyor');
    expect((await ask('SATISFIED', surveyor, { source: 'THIRD_PARTY' })).code).toBe('RATING_SOURCE_NOT_USED');
  });

  test('SY-12: the standing committee votes; its ballots are kept, and the verdict says why', async () => {
    const counts = { SATISFIED: 43, BASICALLY_SATISFIED: 6, DISSATISFIED: 1, ABSTAINED: 2 };
    const vote = (members: number) => ({
      ...{ record: 'satisfaction-vote', proposalId: one.id, ...day(8) },
      values: { members, ballots: ballots(counts) },
    });
    expect(await notEntered(cast.office, vote(51))).toBe('RECORD_BALLOTS_TOO_MANY');
    await enter(cast.office, vote(55));
    await caughtUp(cast.office, cast.county.code);
    const shown =
      'satisfied rater { id } vote { voters abstained invalid passed explanation ballots { choice count } }';
    const query = `query ($id: ID!) { proposal(id: $id) { ratings(source: VOTE) { ${shown} } } }`;
    const { proposal } = await unit.get(query, { id: one.id });
    const explanation = '赞成 49 票,基数 55,须超过 5/10(至少 28 票):通过';
    expect(proposal.ratings).toMatchObject([
      {
        ...{ satisfied: true, rater: null },
        vote: { voters: 55, abstained: 2, invalid: 0, passed: true, explanation },
      },
    ]);
    expect(proposal.ratings[0].vote.ballots).toContainEqual({ choice: 'SATISFIED', count: 43 });
  });
});
