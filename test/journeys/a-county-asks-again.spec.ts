import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { caughtUp } from './story/figures.js';
import { since } from './story/moments.js';

const PROCESS = `version: "2"
items: { sources: [VERIFICATION, FORM] } # 先听核实，再看反馈表
`;
const FIGURES = `query ($code: String!, $filter: FigureFilter!) { locality(code: $code) { figures(filter: $filter) {
  metric(name: SATISFACTION_INCLUSIVE, axis: RESULT) { numerator denominator }
  itemRules { raters classOfSeparateUnits classCounts sources text } } } }`;
const FACTS = 'facts { satisfaction { axis final } satisfiedOn itemRules { sources } }';

describe('a county asks again whether the deputy is truly satisfied, and counts what it hears', () => {
  let cast: Cast;
  let before: Case;
  let after: Case;
  const day = since(20);

  beforeAll(async () => {
    cast = await takeCast();
    before = await satisfied();
    const draft = await must(cast.admin, 'draftProcess', { text: PROCESS }, 'draft { id }');
    const { id: draftId } = draft.draft;
    const DRAFT = 'draft { changes { textEn } }';
    const { draft: told } = await must(cast.admin, 'checkProcess', { draftId }, DRAFT);
    expect(told.changes.textEn).toContain('sources that count: a verification added');
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
    await must(cast.office, 'approveProcess', { draftId, effectiveFrom: today }, 'draft { id }');
    after = await satisfied();
  });

  async function satisfied(): Promise<Case> {
    const [unit] = cast.heads;
    const one = await (await Case.drafted(cast, day(0))).handedOver([{ head: unit, role: 'SOLE' }], day(1));
    await one.rate(await one.answered(unit, 'A', day(4)), 'SATISFIED', day(5));
    return one;
  }
  const asked = (one: Case) =>
    must(
      cast.office,
      'recordRating',
      {
        ...{ proposalId: one.id, source: 'VERIFICATION', round: 1, raterId: one.lead.mandateId },
        ...{ method: 'PHONE', ratings: [{ axis: 'RESULT', level: 'DISSATISFIED' }] },
      },
      'ratings { id }',
    );
  const figures = async () => {
    const { code } = cast.county;
    const { locality } = await cast.office.get(FIGURES, { code, filter: {} });
    return locality.figures;
  };

  test('T20 SY-14 SY-15: form signed satisfied, the telephone says not: both are kept, and the county’s order counts', async () => {
    await caughtUp(cast.office, cast.county.code);
    expect((await figures()).metric).toEqual({ numerator: 2, denominator: 2 });
    for (const one of [before, after]) await asked(one);
    await caughtUp(cast.office, cast.county.code);
    const shown = await after.show(`${FACTS} ratings { source axis level }`);
    expect(shown.facts).toMatchObject({
      ...{ satisfiedOn: null, itemRules: { sources: ['VERIFICATION', 'FORM'] } },
      satisfaction: [
        { axis: 'ATTITUDE', final: 'SATISFIED' },
        { axis: 'RESULT', final: 'DISSATISFIED' },
      ],
    });
    expect(shown.ratings).toEqual(
      expect.arrayContaining([
        { source: 'FORM', axis: 'RESULT', level: 'SATISFIED' },
        { source: 'VERIFICATION', axis: 'RESULT', level: 'DISSATISFIED' },
      ]),
    );
  });

  test('the case handed over before the change is counted by its form alone, as it was', async () => {
    const { facts } = await before.show(FACTS);
    expect(facts.itemRules.sources).toEqual(['FORM']);
    expect(facts.satisfaction).toContainEqual({ axis: 'RESULT', final: 'SATISFIED' });
    expect(facts.satisfiedOn).not.toBeNull();
  });

  test('the figure has both, and names each way in which it was counted', async () => {
    const { metric, itemRules } = await figures();
    expect(metric).toEqual({ numerator: 1, denominator: 2 });
    const common = { classOfSeparateUnits: 'WORST', classCounts: 'CONFIRMED_ONLY' };
    expect(itemRules).toMatchObject([
      { ...common, sources: ['FORM'] },
      { ...common, sources: ['VERIFICATION', 'FORM'], text: expect.stringContaining('核实、其次反馈表') },
    ]);
  });
});
