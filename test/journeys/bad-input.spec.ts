import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../kit/person.js';
import { repository } from '../start-up/started-platform.js';
import { wrongCommands } from './bad-input/commands.js';
import { wrongInputs } from './bad-input/fuzz.js';
import { type Heard, hear, INSIDE, type Question } from './bad-input/question.js';
import { wrongQuestions } from './bad-input/questions.js';
import { Case } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { caughtUp } from './story/figures.js';

const HAN = /\p{Script=Han}/u;

describe('bad input', () => {
  let cast: Cast;
  let draft: Case;
  let questions: Question[];

  beforeAll(async () => {
    cast = await takeCast();
    const elsewhere = await takeCast();
    draft = await Case.drafted(cast);
    const foreign = (await Case.drafted(elsewhere)).id;
    const [{ unitId }] = cast.heads;
    questions = [
      ...wrongQuestions(cast.county.code, foreign, unitId),
      ...wrongCommands(draft.id, foreign, unitId),
    ];
  }, 180_000);

  test('is answered with its status and a documented code, in Chinese, and without a word of the inside', async () => {
    const before = await caughtUp(cast.office, cast.county.code);
    const [deputy] = cast.deputies;
    const heard: { name: string; answer: Heard; expected: Question }[] = [];
    for (const expected of questions) {
      const answer = await hear(deputy, expected.query, expected.variables);
      heard.push({ name: expected.name, answer, expected });
    }
    const shape = ({ name, answer: { status, codes } }: (typeof heard)[number]) =>
      `${name}: ${status} ${[...new Set(codes)].join(' ') || 'nothing'}`;
    expect(heard.map(shape)).toEqual(
      questions.map(({ name, status, code }) => `${name}: ${status} ${code ?? 'nothing'}`),
    );
    expect(heard.flatMap(({ name, answer }) => complaints(name, answer))).toEqual([]);
    expect(await caughtUp(cast.office, cast.county.code)).toBe(before);
    expect((await draft.show('version', deputy)).version).toBe(1);
    expect((await deputy.get('{ proposals { totalCount } }')).proposals.totalCount).toBe(1);
  });

  test('whoever is nobody is told so, whatever they ask', async () => {
    const nobody = { url: cast.deployment.url, token: 'a.b.c' } as Person;
    for (const query of ['{ viewer { role { code } } }', '{ nonsense }', '{']) {
      const { status, codes } = await hear(nobody, query);
      expect([query, status, codes]).toEqual([query, 401, ['UNAUTHENTICATED']]);
    }
  });

  test('five hundred wrong inputs over all mutations: none is a surprise to the platform', async () => {
    const [unit] = cast.heads;
    const one = await Case.drafted(cast);
    await one.handedOver([{ head: unit, role: 'SOLE' }]);
    const people = [
      ...cast.deputies,
      ...cast.heads,
      cast.office,
      cast.committee,
      cast.government,
      cast.admin,
    ];
    const ids = await idsOf(one);
    const inputs = wrongInputs(500, 20_251_121, ids);
    const answers: { readonly mutation: string; readonly input: unknown; readonly answer: Heard }[] = [];
    for (let at = 0; at < inputs.length; at += 10) {
      const some = inputs.slice(at, at + 10).map(async ({ mutation, query, variables }, index) => ({
        mutation,
        input: variables,
        answer: await hear(people[(at + index * 7) % people.length] as Person, query, variables),
      }));
      answers.push(...(await Promise.all(some)));
    }
    const bad = answers.filter(({ answer }) => answer.status >= 500 || complaints('', answer).length > 0);
    expect(
      bad.map(({ mutation, input, answer }) => [
        mutation,
        JSON.stringify(input).slice(0, 600),
        answer.text.slice(0, 600),
      ]),
    ).toEqual([]);
    const codes = new Set(answers.flatMap(({ answer }) => answer.codes));
    expect(codes.size).toBeGreaterThan(10);
  });

  const idsOf = async (one: Case): Promise<string[]> => {
    const shown = await one.show('id leadProposer { id person { id } } assignments { id unit { id } }');
    const found = JSON.stringify(shown).match(/[a-z]+_[\w-]{27}/g) ?? [];
    const { accounts } = await cast.admin.get('{ accounts(first: 20) { nodes { id grants { id } } } }');
    const own = (await cast.admin.get('{ viewer { account { id } } }')).viewer.account.id;
    const admins = (JSON.stringify(accounts).match(/[a-z]+_[\w-]{27}/g) ?? []).filter((id) => id !== own);
    return [...found, ...admins];
  };
});

/** What is wrong with the way an answer puts it. */
function complaints(name: string, { status, codes, messages, text }: Heard): string[] {
  const known = documented();
  return [
    ...codes
      .filter((code) => code === 'INTERNAL_ERROR' || code === 'SERVICE_UNAVAILABLE')
      .map((code) => `${name}: ${code}`),
    ...(status >= 400 || text.includes('"errors"')
      ? codes.filter((code) => !known.has(code) && !/[A-Z]_[A-Z]/.test(code))
      : []),
    ...messages.filter((message) => !HAN.test(message)).map((message) => `${name}: ${message}`),
    ...messages.filter((message) => INSIDE.test(message)).map((message) => `${name}: ${message}`),
  ];
}

/** Codes of errors as docs/ERRORS.md tells them. */
const documented = (): Set<string> => {
  const text = readFileSync(join(repository, 'docs', 'ERRORS.md'), 'utf8');
  return new Set([...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code = '']) => code));
};
