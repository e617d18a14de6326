import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import type { Person } from '../kit/person.js';
import { Case, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { caughtUp, figuresOf } from './story/figures.js';

const FORMS = `feedback { id axis level round replaces replaced reason comment respondent { id } }
  latestFeedback { axis level } phase round timeline { type title }`;
const RATINGS =
  'query ($id: ID!) { proposal(id: $id) { ratings(source: FORM) { id axis level replaced replacesId reason rater { id } } } }';
const METRIC = 'SATISFACTION_STRICT';

/** Words of one axis, as a form has them. */
const form = (result: string, comment: string) => [
  { axis: 'ATTITUDE', level: 'SATISFIED', comment },
  { axis: 'RESULT', level: result, comment },
];

describe('a form that was given by mistake is corrected', () => {
  let cast: Cast;
  let one: Case;
  let unit: Resident;
  let replyId: string;

  beforeAll(async () => {
    cast = await takeCast();
    [unit] = cast.heads;
    one = await (await Case.drafted(cast)).handedOver([{ head: unit, role: 'SOLE' }]);
    replyId = await one.answered(unit, 'A');
    await must(one.lead, 'giveFeedback', { replyId, ratings: form('SATISFIED', '基本解决') });
  }, 180_000);

  const forms = (who: Person) => one.show(FORMS, who);
  const satisfied = async () => {
    await caughtUp(cast.office, cast.county.code);
    const { [METRIC]: figure } = await figuresOf(cast.office, cast.county.code, [METRIC]);
    return `${figure?.numerator}/${figure?.denominator}`;
  };

  test('the rated unit sees how it was rated, not by whom nor in which words; the office sees who said what', async () => {
    const hidden = { respondent: null, comment: null, reason: null };
    const { feedback, timeline } = await forms(unit);
    expect(feedback).toMatchObject([
      { axis: 'ATTITUDE', level: 'SATISFIED', ...hidden },
      { axis: 'RESULT', level: 'SATISFIED', ...hidden },
    ]);
    expect(JSON.stringify(timeline)).not.toContain(one.lead.mandateId);
    const rater = { respondent: { id: one.lead.mandateId }, comment: '基本解决' };
    expect((await forms(cast.office)).feedback).toMatchObject([rater, rater]);
    expect(await satisfied()).toBe('1/1');
  });

  test('nobody corrects it for its author, and nobody without saying why', async () => {
    const input = { replyId, ratings: form('DISSATISFIED', '尚未解决'), reason: '勾选有误' };
    const correct = (who: Person, also: object = {}) => who.do('correctFeedback', { ...input, ...also });
    expect((await correct(unit)).code).toBe('ROLE_NOT_ALLOWED');
    expect((await correct(cast.office)).code).toBe('NOT_RESPONDENT');
    expect((await correct(one.lead, { reason: '' })).code).toBe('TEXT_EMPTY');
    expect((await forms(cast.office)).feedback).toHaveLength(2);
  });

  test('another form takes its place with the reason; the one before stays, and what counts follows', async () => {
    const input = { replyId, ratings: form('DISSATISFIED', '尚未解决'), reason: '勾选有误' };
    const { feedback: made } = await must(
      one.lead,
      'correctFeedback',
      input,
      'feedback { id axis replaces }',
    );
    const { feedback, latestFeedback, round, timeline } = await forms(cast.office);
    expect(feedback.map((each: { replaced: boolean }) => each.replaced)).toEqual([true, true, false, false]);
    const [, before, , now] = feedback;
    expect(now).toMatchObject({ level: 'DISSATISFIED', reason: '勾选有误', replaces: before.id });
    expect(made.map(({ id }: { id: string }) => id)).toContain(now.id);
    expect(latestFeedback).toContainEqual({ axis: 'RESULT', level: 'DISSATISFIED' });
    expect(timeline).toContainEqual({ type: 'feedback.corrected', title: '更正评价' });
    expect(round).toBe(2);
    expect((await forms(unit)).feedback[3]).toMatchObject({ level: 'DISSATISFIED', reason: null });
    expect(await satisfied()).toBe('0/1');
  });

  test('the side that scores has both forms too', async () => {
    const { ratings } = (await cast.office.get(RATINGS, { id: one.id })).proposal;
    const results = ratings.filter(({ axis }: { axis: string }) => axis === 'RESULT');
    expect(results).toMatchObject([
      { level: 'SATISFIED', replaced: true, replacesId: null },
      { level: 'DISSATISFIED', replaced: false, replacesId: results[0].id, reason: '勾选有误' },
    ]);
    const seen = (await unit.get(RATINGS, { id: one.id })).proposal.ratings;
    expect(seen.map(({ rater }: { rater: null }) => rater)).toEqual([null, null, null, null]);
  });
});
