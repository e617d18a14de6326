import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Deployment, deploy } from '../kit/deployment.js';
import { repository } from '../start-up/started-platform.js';

const PAGE = readFileSync(join(repository, 'docs/A-NEW-LOCALITY.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text]) => text as string,
  );
const [locality, people, process] = blocks('yaml') as [string, string, string];
const [look, ...steps] = blocks('graphql') as [string, ...string[]];
const loginOf = (block: string): string => /^# (\S+)/.exec(block)?.[1] ?? '';

describe('a new locality, as its page tells it', () => {
  let place: Deployment;
  beforeAll(async () => {
    const files = { 'locality.yaml': locality, 'people.yaml': people, 'process.yaml': process };
    place = await deploy({ only: ['nation'], written: { qinghe: files } });
  });
  afterAll(() => place?.stop());

  const ask = async (block: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const { data, errors } = await (await place.as(loginOf(block))).ask(block, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return JSON.parse(JSON.stringify(data));
  };

  test('it starts, and its values say who said them', async () => {
    expect(await ask(look)).toMatchObject(JSON.parse(blocks('json')[0] as string));
  });

  test('a suggestion passes two stages, and a late return is not considered', async () => {
    expect(steps.map(loginOf)).toHaveLength(10);
    const [draft, submit, first, second, docket, unit, allocate, handOver, giveBack, change] = steps as Ten;
    const drafted = await ask(draft);
    const known = { case: drafted.draftProposal.proposal.id };
    expect((await ask(submit, known)).submitProposal.proposal.phase).toBe('SUBMITTED');
    expect((await ask(second, known)).decideReview.code).toBe('REVIEWER_NOT_OF_STAGE');
    expect((await ask(first, known)).decideReview.proposal.phase).toBe('UNDER_REVIEW');
    expect((await ask(second.replace('"d"', '"d2"'), known)).decideReview.proposal.phase).toBe('ACCEPTED');
    expect((await ask(docket, known)).docketProposal.proposal.caseNumber).toMatch(/第0001号$/);
    const { viewer } = await ask(unit);
    expect((await ask(allocate, { ...known, unit: viewer.unit.id })).allocateUnits.proposal.phase).toBe(
      'ALLOCATED',
    );
    const [assignment] = (await ask(handOver, known)).handOverProposal.proposal.assignments;
    expect(assignment.returnBy.date).toBe('2025-03-19');
    const returned = await ask(giveBack, { assignment: assignment.id });
    expect(returned.requestReturn.code).toBe('RETURN_WINDOW_CLOSED');
    expect((await ask(change)).draftProcess).toMatchObject({
      code: 'PROCESS_HAS_PROBLEMS',
      problems: [{ line: 3, column: 21 }],
    });
  });
});

type Ten = [string, string, string, string, string, string, string, string, string, string];
