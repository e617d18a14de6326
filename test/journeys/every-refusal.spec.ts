import { join } from 'node:path';
import { KERNEL_REFUSALS, type RefusalCatalogue } from '@duban/kernel';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { repository } from '../start-up/started-platform.js';
import { refusedAcrossLevels } from './refusals/across-levels.js';
import { refusedAtIntake, refusedForItsKey } from './refusals/at-intake.js';
import type { Attempt } from './refusals/attempt.js';
import { refusedElsewhere } from './refusals/elsewhere.js';
import { refusedInHandling } from './refusals/in-handling.js';
import { refusedInPublishing, refusedInWithdrawing } from './refusals/in-publishing.js';
import { refusedInReview } from './refusals/in-review.js';
import { refusedInSheets } from './refusals/in-sheets.js';
import { refusedInTracking } from './refusals/in-tracking.js';
import { refusedOfAnswers } from './refusals/of-answers.js';
import { refusedOfAwards } from './refusals/of-awards.js';
import { refusedOfConfirming } from './refusals/of-confirming.js';
import { refusedOfHandovers } from './refusals/of-handovers.js';
import { refusedOfRatings } from './refusals/of-ratings.js';
import { refusedOfScoring } from './refusals/of-scoring.js';
import { refusedOfSupervision } from './refusals/of-supervision.js';
import { refusedOfSurveys } from './refusals/of-surveys.js';
import { refusedOfThemes } from './refusals/of-themes.js';
import { refusedOfWarnings } from './refusals/of-warnings.js';
import { refusedUnderOwnProcess } from './refusals/under-own-process.js';
import { makeWorld } from './refusals/world.js';
import { type Cast, castOf, takeCast } from './story/cast.js';
import { caughtUp } from './story/figures.js';

/** What cannot be produced through the gateway, and why. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  PROCESS_PATH_NOT_OFFERED: 'needs an update of a level above; told in the journey of publishing',
  SHEET_PATH_NOT_OFFERED: 'needs an update of a level above; told where a change of weights is tried',
  PROPOSAL_EXISTS: 'each draft gets an id that the service has just made',
  NUMBERING_MISSING: 'a process that leaves a kind without numbers is not loaded',
  CASE_NUMBER_GIVEN: 'docketProposal takes no number',
  CASE_NUMBER_TAKEN: 'only a ledger gives numbers; it is told at the cell',
  MERGED_ALREADY_ANSWERED: 'authors of merged cases are answered by the service itself, once for each reply',
  OBJECTION_PERIOD_OVER: 'the days for it have to pass; told in the table of objections',
  THEME_CASES_FULL: 'needs 500 picked cases; told in the table of themes',
  SUBJECT_TAKEN: 'only with an outside identity provider',
  SUBJECT_REQUIRED: 'only with an outside identity provider',
  ACCOUNT_WITHOUT_PASSWORD: 'only with an outside identity provider',
};

const HAN = /\p{Script=Han}/u;

async function catalogues(): Promise<Map<string, readonly RefusalCatalogue[]>> {
  const files = {
    proposals: [
      'case/refusals.js',
      'definitions/draft-refusals.js',
      'import-ledger/ledger-refusals.js',
      'handling/close-unit-year/unit-year-refusals.js',
      'moving/moving-refusals.js',
      'supervision/declare-session/session-refusals.js',
      'clocks/acknowledge-warning/warning-refusals.js',
    ],
    evaluation: [
      'confirmation/confirmation-refusals.js',
      'definitions/sheet-refusals.js',
      'evidence/evidence-refusals.js',
      'ratings/rating-refusals.js',
      'runs/run-refusals.js',
      'runs/score-refusals.js',
      'assessments/assessment-refusals.js',
      'awards/award-refusals.js',
      'themes/theme-refusals.js',
    ],
    people: ['refusals.js'],
    units: ['refusals.js'],
  };
  const read = async (service: string, file: string): Promise<RefusalCatalogue[]> =>
    Object.values(await import(join(repository, 'services', service, 'dist', 'src', file)));
  const entries = Object.entries(files).map(async ([service, names]) => {
    const found = await Promise.all(names.map((name) => read(service, name)));
    return [service, [KERNEL_REFUSALS, ...found.flat()]] as const;
  });
  return new Map(await Promise.all(entries));
}

type Six = [Cast, Cast, Cast, Cast, Cast, Cast];

describe('every refusal', () => {
  let base: Cast;
  let own: readonly Cast[];
  const tried: {
    readonly attempt: Attempt;
    readonly answer: Record<'code' | 'message' | 'messageEn', string>;
  }[] = [];

  const positions = () =>
    Promise.all([base, ...own].map(({ office, county }) => caughtUp(office, county.code)));

  beforeAll(async () => {
    base = await takeCast();
    own = await Promise.all(
      ['901901', '901902', '901903', '901904', '901905', '901908'].map((code) =>
        castOf(base.deployment, code),
      ),
    );
    const world = await makeWorld(base);
    const secluded = await takeCast('secluded');
    const [alone, strict, reviewed, careful, exacting, supervised] = own as Six;
    const attempts = [
      ...refusedAtIntake(world),
      ...(await refusedForItsKey(world)),
      ...(await refusedInHandling(world)),
      ...(await refusedInTracking(world)),
      ...(await refusedUnderOwnProcess(alone, strict)),
      ...(await refusedInReview(reviewed)),
      ...(await refusedAcrossLevels(base)),
      ...(await refusedOfAnswers(careful)),
      ...(await refusedInPublishing(base)),
      ...(await refusedInWithdrawing(await takeCast())),
      ...(await refusedInSheets(await takeCast())),
      ...(await refusedOfHandovers(exacting, world)),
      ...(await refusedOfRatings(base)),
      ...(await refusedOfScoring(base)),
      ...(await refusedOfConfirming(secluded)),
      ...(await refusedOfThemes(secluded)),
      ...(await refusedOfAwards(base)),
      ...(await refusedOfSurveys(base)),
      ...(await refusedOfSupervision(supervised)),
      ...(await refusedOfWarnings(base)),
      ...(await refusedElsewhere(base)),
    ];
    const before = await positions();
    for (let at = 0; at < attempts.length; at += 8)
      tried.push(...(await Promise.all(attempts.slice(at, at + 8).map(made))));
    expect(await positions()).toEqual(before);
  }, 240_000);

  const made = async (one: Attempt) => ({
    attempt: one,
    answer: await one.person
      .do(one.mutation, one.input)
      .catch(({ message }) => ({ code: 'an error', message, messageEn: message })),
  });

  test('each is produced through the gateway, and nothing is recorded for it', () => {
    const wrong = tried.filter(({ attempt, answer }) => answer.code !== attempt.code);
    expect(wrong.map(({ attempt: { code, mutation }, answer }) => ({ mutation, code, answer }))).toEqual([]);
  });

  test('each says in Chinese and in English what is the matter', () => {
    const unclear = tried.filter(
      ({ answer: { message, messageEn } }) =>
        !HAN.test(message) || !/[a-z]{2}/.test(messageEn) || /[{}]|undefined|null/.test(message + messageEn),
    );
    expect(unclear.map(({ answer }) => answer)).toEqual([]);
  });

  test('every code of the catalogues is among them, or it is said why it cannot be', async () => {
    const produced = new Set(tried.map(({ answer }) => answer.code));
    const all = [...(await catalogues()).values()].flat().flatMap((one) => Object.keys(one));
    const missing = [...new Set(all)].filter((code) => !produced.has(code));
    expect(missing.sort()).toEqual(Object.keys(OUT_OF_REACH).sort());
  });
});
