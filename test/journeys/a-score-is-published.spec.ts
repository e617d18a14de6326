import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { statementsOf } from '../bench/statements.js';
import type { Resident } from '../kit/county.js';
import { type Deployment, deploy } from '../kit/deployment.js';
import { until } from '../start-up/started-platform.js';
import { Case, must } from './story/case.js';
import { type Cast, castOf } from './story/cast.js';
import { caughtUp } from './story/figures.js';
import { on } from './story/moments.js';

const CODE = '901001';
const YEAR = 2025;
const SHEET = `sheet: "graded", year: ${YEAR}`;
const DOCUMENT = { title: '档案检查表', reference: '政办〔2025〕7号' };
const UNITS = 50;

// biome-ignore lint/suspicious/noExplicitAny: answers are as varied as questions
type Answer = any;

/** An installation of its own: the statements that a question costs are counted in it. */
describe('a score is published', () => {
  let deployment: Deployment;
  let cast: Cast;
  let evaluator: Resident;
  let head: Resident;
  let unanswered: Case;
  let run: Answer;

  beforeAll(async () => {
    deployment = await deploy({ counties: 1 });
    cast = await castOf({ ...deployment, takeCounty: () => CODE }, CODE);
    evaluator = await cast.county.as('evaluator');
    [head] = cast.heads;
    const handedOver = async (): Promise<Case> => {
      const one = await Case.drafted(cast, on(`${YEAR}-01-10`));
      return one.handedOver([{ head, role: 'SOLE' }], on(`${YEAR}-02-10`));
    };
    const answered = await handedOver();
    unanswered = await handedOver();
    await answered.answered(head, 'A', on(`${YEAR}-03-05`));
    const grade = { source: 'MANUAL', code: 'archive', year: YEAR, unitId: head.unitId, value: '80' };
    await must(evaluator, 'recordScoreEvidence', { ...grade, documents: [DOCUMENT] }, 'evidence { id }');
    await caughtUp(cast.office, CODE);
    run = (
      await must(
        evaluator,
        'publishScores',
        { sheet: 'graded', year: YEAR, note: '年度考核结果' },
        'run { id turn hash inputHash subjects positions { log position } }',
      )
    ).run;
  }, 400_000);

  afterAll(() => deployment?.stop(), 60_000);

  const published = async (who: Resident, fields: string): Promise<Answer> =>
    (await who.get(`query ($id: ID!) { scoreRun(id: $id) { ${fields} } }`, { id: run.id })).scoreRun;

  const resultOf = async (who: Resident, fields: string): Promise<Answer> => {
    const { results } = await published(who, `results(first: 1) { nodes { unit { id } ${fields} } }`);
    return results.nodes.find(({ unit }: Answer) => unit.id === head.unitId);
  };

  test('and read by the unit, with what it was made of', async () => {
    expect(run).toMatchObject({
      turn: 1,
      positions: expect.arrayContaining([{ log: 'proposals', position: expect.any(Number) }]),
    });
    // One of two in time: 20 of 40; 80 of 100: 24 of 30; nobody was surveyed, so that 70 are the whole.
    expect(await resultOf(head, 'total counted cases')).toMatchObject({ total: '62.86', cases: 2 });
    expect((await resultOf(evaluator, 'total')).total).toBe('62.86');
  });

  test('explained down to the case and the document that cost points; the parts are the whole', async () => {
    const told = await resultOf(
      head,
      `total adjustments { points } lines { indicator worth points numerator denominator
         costs { points proposal { id } evidence { documents { title reference } } } }`,
    );
    const line = (code: string) => told.lines.find(({ indicator }: Answer) => indicator === code);
    expect(line('onTime')).toMatchObject({
      numerator: '1',
      denominator: '2',
      costs: [{ proposal: { id: unanswered.id } }],
    });
    expect(line('archive').costs).toMatchObject([{ evidence: { documents: [DOCUMENT] } }]);
    const sum = (items: readonly { points: string }[]) =>
      items.reduce((all, { points }) => all + Number(points), 0);
    expect(sum(told.lines) + sum(told.adjustments)).toBeCloseTo(Number(told.total), 1);
    for (const { worth, points, costs } of told.lines)
      expect(Number(points) + sum(costs)).toBeCloseTo(Number(worth), 6);
  });

  test('whoever runs it again gets the same bytes', async () => {
    for (const who of [evaluator, head])
      expect((await published(who, 'hash rerun { equal hash differences { before } }')).rerun).toEqual({
        equal: true,
        hash: run.hash,
        differences: [],
      });
  });

  test('a correction shows as a difference, and changes nothing of what was published', async () => {
    // The letter had gone out in time; nobody had entered it.
    await unanswered.answered(head, 'A', on(`${YEAR}-03-20`));
    await caughtUp(cast.office, CODE);
    const { hash, rerun, today } = await published(
      evaluator,
      `hash rerun { equal hash } today: rerun(facts: AS_KNOWN_NOW) { equal differences { unit { id } before after
         lines { line before after } } }`,
    );
    expect([hash, rerun]).toEqual([run.hash, { equal: true, hash: run.hash }]);
    expect(today.equal).toBe(false);
    expect(today.differences).toHaveLength(1);
    const [{ unit, before, after, lines }] = today.differences;
    expect([unit.id, before, after]).toEqual([head.unitId, '62.86', '91.43']);
    expect(lines).toHaveLength(1);
    const causes = await published(
      evaluator,
      `today: rerun(facts: AS_KNOWN_NOW) { differences(first: 5) { lines(first: 5) { causedBy(first: 10) {
         before after proposal { id } facts(first: 10) { fact before after } } } } }`,
    );
    expect(causes.today.differences[0].lines[0].causedBy).toMatchObject([
      {
        proposal: { id: unanswered.id },
        facts: expect.arrayContaining([{ fact: 'repliedOn', before: null, after: `${YEAR}-03-20` }]),
      },
    ]);
    expect((await resultOf(head, 'total')).total).toBe('62.86');
  });

  describe('the scoreboard', () => {
    let database: pg.Client;

    beforeAll(async () => {
      const { databaseUrl } = await deployment.installation();
      database = new pg.Client({ connectionString: databaseUrl });
      await database.connect();
      for (let number = 0; number < UNITS; number++) {
        const name = `测试局${String(number).padStart(3, '0')}`;
        const system = number % 2 ? 'GOVERNMENT' : 'COURT';
        const registered = { code: `board-${number}`, name, shortName: name, system };
        const { unit } = await must(cast.admin, 'registerUnit', registered, 'unit { id }');
        const grade = {
          source: 'MANUAL',
          code: 'archive',
          year: YEAR,
          unitId: unit.id,
          value: `${50 + number}`,
        };
        await until(`${name} is graded`, async () => {
          const { code } = await evaluator.do('recordScoreEvidence', grade, 'evidence { id }');
          if (code && code !== 'EVIDENCE_SUBJECT_NOT_FOUND') throw new Error(code);
          return !code;
        });
      }
    }, 300_000);

    afterAll(() => database?.end());

    /** Score and rank of this service, name and system of the register, workload and open cases, in one question. */
    const board = async (args: string): Promise<Answer> =>
      (
        await evaluator.get(
          `{ viewer { locality { ranking(${SHEET}, ${args}) { totalCount pageInfo { endCursor hasNextPage }
             nodes { rank counted workload openCases unit { id name system } } } } } }`,
        )
      ).viewer.locality.ranking;

    test('is sorted, filtered and cut into pages by what several services know', async () => {
      const whole = await board('orderBy: WORKLOAD_MOST, first: 100');
      expect(whole.totalCount).toBeGreaterThanOrEqual(UNITS);
      expect(whole.nodes[0]).toMatchObject({
        workload: 2,
        openCases: 2,
        counted: '91.43',
        unit: { id: head.unitId },
      });
      const best = await board('orderBy: SCORE_HIGHEST, first: 3');
      expect(best.nodes.map(({ rank, counted }: Answer) => [rank, counted])).toEqual([
        [1, '99'],
        [2, '98'],
        [3, '97'],
      ]);
      const pages: Answer[] = [];
      for (let after = '', more = true; more; ) {
        const page = await board(`orderBy: WORKLOAD_MOST, first: 20${after && `, after: "${after}"`}`);
        pages.push(...page.nodes);
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      expect(pages).toEqual(whole.nodes);
      const courts = await board('orderBy: NAME, filter: { system: "COURT" }, first: 100');
      const named = courts.nodes.map(({ unit }: Answer) => unit);
      expect(named.every(({ system }: Answer) => system === 'COURT')).toBe(true);
      expect(named.length).toBeGreaterThanOrEqual(UNITS / 2);
      const names = named.map(({ name }: Answer) => name).filter((name: string) => name.startsWith('测试局'));
      expect(names).toEqual([...names].sort());
    });

    test('costs the same number of statements for five units as for fifty', async () => {
      const cost = async (first: number) => {
        const ask = async () => {
          const { nodes } = await board(`orderBy: WORKLOAD_MOST, first: ${first}`);
          expect(nodes).toHaveLength(first);
        };
        const statements = await statementsOf(database, deployment.dataFolder, ask);
        return ['units', 'evaluation'].map((service) => [service, statements.get(service)?.length]);
      };
      const few = await cost(5);
      expect(few.every(([, count]) => Number(count) > 0)).toBe(true);
      expect(await cost(UNITS)).toEqual(few);
    });
  });
});
