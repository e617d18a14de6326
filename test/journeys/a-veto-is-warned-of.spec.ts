import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import type { Person } from '../kit/person.js';
import { until } from '../start-up/started-platform.js';
import { must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';

const YEAR = new Date().getFullYear();
const SHOWN = 'nodes { id code level subject unitId title explanation recipients }';
type Shown = { readonly id: string; readonly unitId: string; readonly explanation: string };

describe('CT-10 a veto in published scores is warned of', () => {
  let cast: Cast;
  let evaluator: Resident;

  beforeAll(async () => {
    cast = await takeCast();
    evaluator = await cast.county.as('evaluator');
    const { unitId } = cast.heads[0];
    const flag = { source: 'FLAG', code: 'faked', year: YEAR, unitId, value: '1' };
    await must(evaluator, 'recordScoreEvidence', flag);
  }, 300_000);

  const list = async (person: Person): Promise<Shown[]> => {
    const query = `{ viewer { locality { warnings(first: 20, filter: { codes: [W20] }) { ${SHOWN} } } } }`;
    return (await person.get(query)).viewer.locality.warnings.nodes;
  };
  /** Once the publication was heard of and the worker has looked. */
  const warned = (count: number) =>
    until(`W20 is told of ${count}`, async () => {
      const found = await list(cast.office);
      return found.length === count && found;
    });
  const publish = (reason: string | null = null) =>
    must(evaluator, 'publishScores', { sheet: 'graded', year: YEAR, reason }, 'run { id }').then(
      ({ run }) => run.id as string,
    );

  test('W20 the unit it falls upon and the offices know; other units and deputies do not', async () => {
    expect(await list(cast.office)).toEqual([]);
    await publish();
    const [head, other] = cast.heads;
    const [told] = await warned(1);
    expect(told).toMatchObject({
      ...{ code: 'W20', level: 'RED', subject: 'UNIT', unitId: head.unitId },
      explanation: expect.stringContaining(`${YEAR} 年度考核结果触发一票否决“弄虚作假”：取消评优评先资格`),
    });
    expect(await list(head)).toEqual([told]);
    expect(await list(evaluator)).toEqual([told]);
    expect(await list(other)).toEqual([]);
    expect(await list(cast.deputies[0])).toEqual([]);
  });

  test('W20 scores in their place that have the veto too are no second warning; withdrawn, it is over', async () => {
    const [first] = await warned(1);
    const runId = await publish('补录评分');
    expect(await warned(1)).toEqual([first]);
    await must(evaluator, 'withdrawScores', { runId, reason: '公示有误' }, 'run { state }');
    await warned(0);
  });
});
