import { fillText, KERNEL_REFUSALS } from '@duban/kernel';
import { afterAll, describe, expect, test } from '@jest/globals';
import { baseProcess } from '../testing/process-files.kit.js';
import { CASES } from '../testing/refusal-cases.js';
import { Story } from '../testing/story.js';
import { PROPOSAL_REFUSALS } from './refusals.js';

/** What the runner gives, before and after the rules; and what is told of a case of somebody else, which no rule sees. */
const OF_THE_RUNNER: readonly string[] = [
  'STALE_VERSION',
  'IDEMPOTENCY_KEY_REUSED',
  'GRANT_DOES_NOT_COVER',
  'SHARED_CASE_NOT_FOUND',
];

const base = baseProcess();
const produced = new Set<string>();

describe('every refusal', () => {
  test.each(CASES.map((one) => [one.code, one.when, one] as const))('%s: %s', (code, _, one) => {
    const story = one.story(new Story(one.process ? one.process(base) : base));
    const outcome = story.decide(one.who, one.command(story), one.outside);
    expect(outcome).toMatchObject({ accepted: false, code });
    if (outcome.accepted) return;
    produced.add(outcome.code);
    const text = PROPOSAL_REFUSALS[outcome.code];
    expect(fillText(text.zh + text.en, outcome.params)).not.toMatch(/[{}]/);
  });

  afterAll(() => {
    const expected = Object.keys(PROPOSAL_REFUSALS).filter((code) => !OF_THE_RUNNER.includes(code));
    expect([...produced].sort()).toEqual(expected.sort());
  });
});

test('every text speaks Chinese first and English beside it', () => {
  for (const [code, { zh, en }] of Object.entries(PROPOSAL_REFUSALS)) {
    expect({ code, zh }).toEqual({ code, zh: expect.stringMatching(/[\u4e00-\u9fff].*。$/) });
    expect({ code, en }).toEqual({ code, en: expect.stringMatching(/^[^\u4e00-\u9fff]+[.]$/) });
    if (!(code in KERNEL_REFUSALS)) expect(zh).not.toMatch(/[\u4e00-\u9fff],/);
  }
});
