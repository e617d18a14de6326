import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../kit/person.js';
import { sharedDeployment } from '../kit/shared-deployment.js';
import { Case } from './story/case.js';
import { type Cast, castOf } from './story/cast.js';
import { caughtUp, figuresOf } from './story/figures.js';

const [COUNTY, CITY, PROVINCE, YEAR] = ['982001', '982000', '980000', 2026];

/** The county asks that those above are told of no fewer than three ratings together; it has two. */
describe('a county protects its deputies where few have rated', () => {
  let cast: Cast;
  let above: Person[];

  beforeAll(async () => {
    const deployment = await sharedDeployment();
    cast = await castOf(deployment, COUNTY);
    above = await Promise.all(
      [`${CITY}.deputy-affairs-officer`, `${PROVINCE}.upper-tenant-analyst`].map((login) =>
        deployment.as(login),
      ),
    );
    const [head] = cast.heads;
    for (const level of ['SATISFIED', 'DISSATISFIED']) {
      const one = await Case.drafted(cast);
      await one.submit();
      await one.accept();
      await one.docket({ year: YEAR });
      await one.allocate([{ head, role: 'SOLE' }]);
      await one.handOver();
      await one.rate(await one.answered(head, 'A'), level);
    }
    await caughtUp(cast.office, COUNTY);
    for (const [at, code] of [CITY, PROVINCE].entries()) await caughtUp(above[at] as Person, code);
  });

  const seen = async (person: Person, code: string) => {
    const { SATISFACTION_STRICT, RATED_RATE } = await figuresOf(
      person,
      code,
      ['SATISFACTION_STRICT', 'RATED_RATE'],
      { year: YEAR },
    );
    return [SATISFACTION_STRICT, RATED_RATE];
  };

  test('the county sees what its deputies said', async () => {
    expect(await seen(cast.office, COUNTY)).toMatchObject([
      { numerator: 1, denominator: 2, display: '50.0%', reason: null },
      { numerator: 2, denominator: 2 },
    ]);
  });

  test('nobody above does, of the county or of a sum that is the county alone; that they rated is told', async () => {
    const hidden = { numerator: null, denominator: null, display: null };
    for (const [at, code] of [CITY, PROVINCE].entries())
      for (const place of [COUNTY, code])
        expect([place, ...(await seen(above[at] as Person, place))]).toMatchObject([
          place,
          { ...hidden, reason: expect.stringContaining('小数保护') },
          { numerator: 2, denominator: 2, reason: null },
        ]);
  });

  test('nor row by row, nor by how people rated', async () => {
    const query = `query ($by: [RollupDimension!]!) { locality(code: "${PROVINCE}") { figures(filter: { year: ${YEAR} }) {
      rollup(by: $by, metrics: [SATISFACTION_INCLUSIVE]) { nodes { locality { code } numerators denominators displays } } } } }`;
    const [, province] = above as [Person, Person];
    const { locality } = await province.get(query, { by: ['COUNTY'] });
    const row = locality.figures.rollup.nodes.find(
      (one: { locality: { code: string } }) => one.locality.code === COUNTY,
    );
    expect(row).toMatchObject({ numerators: [null], denominators: [null], displays: [null] });
    const refused = await province.ask(query, { by: ['SATISFACTION'] });
    expect(refused.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(refused)).toContain('RATINGS_PROTECTED');
  });
});
