import { beforeAll, expect, test } from '@jest/globals';
import { Case } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { caughtUp } from './story/figures.js';

let cast: Cast;

beforeAll(async () => {
  cast = await takeCast();
  const [one, two] = cast.heads;
  await (await Case.drafted(cast)).submit();
  await (await Case.drafted(cast)).handedOver([{ head: one, role: 'SOLE' }]);
  await (await Case.drafted(cast)).handedOver([
    { head: one, role: 'LEAD' },
    { head: two, role: 'CO' },
  ]);
  await caughtUp(cast.office, cast.county.code);
});

test('figures stand by the system that the directory of units said, rows add up, and a filter asks for one', async () => {
  const { locality } = await cast.office.get(
    `query ($code: String!) { locality(code: $code) {
      all: figures(filter: {}) { metric(name: RECEIVED) { numerator }
        rollup(by: [SYSTEM], metrics: [RECEIVED]) { nodes { system numerators } } }
      government: figures(filter: { system: GOVERNMENT }) { metric(name: RECEIVED) { numerator } }
      court: figures(filter: { system: COURT }) { metric(name: RECEIVED) { numerator } } } }`,
    { code: cast.county.code },
  );
  const rows = locality.all.rollup.nodes;
  expect(rows).toEqual([
    { system: 'GOVERNMENT', numerators: [2] },
    { system: null, numerators: [1] },
  ]);
  expect(locality.all.metric.numerator).toBe(3);
  expect([locality.government.metric.numerator, locality.court.metric.numerator]).toEqual([2, 0]);
});
