import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import { must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';

const YEAR = new Date().getFullYear();
const SURVEY = 'survey { id title sampleSize replaced reason results { unit { id } value validAnswers } }';
const SAID = {
  year: YEAR,
  title: '群众满意度调查',
  organiser: '国家统计局调查队',
  from: `${YEAR}-01-05`,
  to: `${YEAR}-01-20`,
  sampleSize: 600,
};

describe('a survey is imported (第三方满意度调查)', () => {
  let cast: Cast;
  let evaluator: Resident;
  let units: { id: string; name: string }[];
  let survey: string;

  beforeAll(async () => {
    cast = await takeCast();
    evaluator = await cast.county.as('evaluator');
    const query = 'query ($id: ID!) { unit(id: $id) { id name } }';
    units = await Promise.all(
      cast.heads.map(async ({ unitId: id }) => (await evaluator.get(query, { id })).unit),
    );
  }, 300_000);

  const row = (at: number, value: string, answers = '150') => ({ unit: units[at]?.name, answers, value });
  const score = async (at: number, asOf?: string) => {
    const query = `query ($id: ID!, $asOf: DateTime) { unit(id: $id) { score(sheet: "graded", year: ${YEAR}, asOf: $asOf) { total
      lines { indicator costs { evidence { value survey { title } } } } } } }`;
    return (await evaluator.get(query, { id: units[at]?.id, asOf })).unit.score;
  };

  test('one wrong cell, and nothing is done; each is named', async () => {
    const rows = [row(0, '9.2'), { unit: '天文局', answers: '601', value: '优' }];
    const input = { idempotencyKey: 'wrong cells', ...SAID, rows };
    const document = `mutation ($input: ImportSurveyInput!) { importSurvey(input: $input) {
      ... on ImportSurveyRefusal { code problems { row column value code message messageEn } } } }`;
    const { importSurvey } = await evaluator.get(document, { input });
    expect(importSurvey.code).toBe('SURVEY_HAS_PROBLEMS');
    const told = importSurvey.problems.map((one: Record<string, string>) => [one.row, one.column, one.code]);
    expect(told).toEqual([
      [2, '承办单位', 'VALUE_UNKNOWN'],
      [2, '有效答卷', 'ANSWERS_INVALID'],
      [2, '得分', 'VALUE_INVALID'],
    ]);
    for (const { message, messageEn } of importSurvey.problems)
      expect([message, messageEn]).not.toContain('');
    expect(await surveysOf(evaluator)).toEqual([]);
    expect((await score(0)).total).toBeNull();
  });

  test('scores read it as they read any rating of a survey, and say where it came from', async () => {
    const rows = [row(0, '9.2'), row(1, '8', '80')];
    const done = await must(evaluator, 'importSurvey', { ...SAID, rows }, SURVEY);
    survey = done.survey.id;
    expect(done.survey.results).toHaveLength(2);
    const { total, lines } = await score(0);
    expect(total).toBe('92');
    const opinion = lines.find(({ indicator }: { indicator: string }) => indicator === 'opinion');
    expect(opinion.costs).toEqual([{ evidence: { value: '9.2', survey: { title: SAID.title } } }]);
  });

  test('it is corrected by another import as a whole, with a reason; an earlier day keeps its score', async () => {
    const again = await evaluator.do('importSurvey', { ...SAID, rows: [row(0, '9')] });
    expect(again.code).toBe('SURVEY_IMPORTED_BEFORE');
    await sleep(20);
    const before = new Date().toISOString();
    await sleep(20);
    const corrects = { surveyId: survey, reason: '第二组答卷重复计算' };
    await must(evaluator, 'importSurvey', { ...SAID, rows: [row(0, '9.5')], corrects }, SURVEY);
    expect((await score(0)).total).toBe('95');
    expect((await score(0, before)).total).toBe('92');
    // Left out of the correction: nothing is said of it any more.
    expect((await score(1)).total).toBeNull();
    expect((await score(1, before)).total).toBe('80');
    expect(await surveysOf(evaluator)).toMatchObject([
      { replaced: false, reason: corrects.reason, results: [{ value: '9.5' }] },
      { replaced: true, reason: null, results: [{}, {}] },
    ]);
  });

  test('a unit sees what is said of itself, and nobody else’s', async () => {
    const [first, second] = cast.heads;
    expect((await surveysOf(first)).map(({ results }) => results.length)).toEqual([1, 1]);
    expect((await surveysOf(second)).map(({ results }) => results.length)).toEqual([0, 1]);
    const query = `query ($id: ID!) { unit(id: $id) { surveyResults(year: ${YEAR}) { question value validAnswers } } }`;
    const seen = async (who: Resident) => (await who.get(query, { id: units[0]?.id })).unit.surveyResults;
    expect(await seen(first)).toEqual([{ question: 'opinion', value: '9.5', validAnswers: 150 }]);
    expect(await seen(evaluator)).toHaveLength(1);
    expect(await seen(second)).toEqual([]);
    expect((await first.do('importSurvey', { ...SAID, rows: [row(0, '10')] })).code).toBe('ROLE_NOT_ALLOWED');
  });

  test('the same by file, from the command line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-survey-'));
    const file = join(folder, 'survey.csv');
    const { env } = cast.deployment;
    const run = (lines: string[]) => {
      writeFileSync(file, ['承办单位,有效答卷,得分', ...lines].join('\n'));
      const said = [
        '--locality',
        cast.county.code,
        '--year',
        `${YEAR}`,
        '--title',
        '二次调查',
        '--organiser',
        '调查队',
      ];
      const when = ['--from', SAID.from, '--to', SAID.to, '--sample', '300', file];
      return execFileSync(process.execPath, ['ops/dist/ledger/survey.js', ...said, ...when], {
        env: { ...env, NODE_OPTIONS: '' },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    };
    expect(() => run([`${units[0]?.name},301,8.5`])).toThrow(/第 2 行 有效答卷 “301”/);
    expect(run([`${units[0]?.name},300,8.5`])).toContain('1 行');
    expect((await score(0)).total).toBe('90');
    rmSync(folder, { recursive: true });
  });
});

type Shown = { replaced: boolean; reason: string | null; results: object[] };

async function surveysOf(who: Resident): Promise<Shown[]> {
  const query = `{ viewer { locality { surveys(year: ${YEAR}) { nodes { replaced reason results { value } } } } } }`;
  return (await who.get(query)).viewer.locality.surveys.nodes;
}
