import { env } from 'node:process';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReviewStage } from '../process/review.js';
import { id, PEOPLE, viewerAs } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { stage, withStages } from '../testing/review-process.kit.js';
import { Story } from '../testing/story.js';
import type { Command } from './commands.js';
import type { ReviewVerdict } from './vocabulary.js';

const [RUNS, STEPS] = env.DUBAN_DEEP === '1' ? [1000, 50] : [150, 20];
const base = baseProcess();

/** Four who may each decide at every stage; from mildest to strictest what they may say. */
const reviewers = [1, 2, 3, 4].map((n) => viewerAs('DOCKET_REVIEWER', { accountId: id(400 + n) }));
const VERDICTS = ['ACCEPT', 'REQUEST_REVISION', 'RETURN', 'REJECT'] as const;
type Said = (typeof VERDICTS)[number];
const AFTER: Readonly<Record<Exclude<Said, 'ACCEPT'>, string>> = {
  REQUEST_REVISION: 'REVISION_REQUESTED',
  RETURN: 'RETURNED',
  REJECT: 'REJECTED',
};

type Stage = { readonly order: number; readonly quorum: number };

/** A review as somebody would keep it on a blackboard: who said what at which stage. */
class Board {
  phase = 'SUBMITTED';
  said: { stage: number; by: number; verdict: Said }[] = [];

  constructor(readonly stages: readonly Stage[]) {}

  at = (stage: number) => this.said.filter((one) => one.stage === stage);

  waits = (stage: number): boolean => this.at(stage).length < (this.stages[stage]?.quorum ?? 1);

  /** The lowest order at which somebody is still awaited. */
  get order(): number {
    return Math.min(...this.stages.filter((_, at) => this.waits(at)).map(({ order }) => order));
  }

  takes(stage: number, by: number): boolean {
    const inReview = ['SUBMITTED', 'UNDER_REVIEW'].includes(this.phase);
    const open = this.waits(stage) && this.stages[stage]?.order === this.order;
    return inReview && open && !this.at(stage).some((one) => one.by === by);
  }

  say(stage: number, by: number, verdict: Said): void {
    const { order } = this;
    this.said.push({ stage, by, verdict });
    this.phase = 'UNDER_REVIEW';
    const beside = this.stages.flatMap((one, at) => (one.order === order ? [at] : []));
    if (beside.some(this.waits)) return;
    const result = strictest(beside.map((at) => this.verdictOf(at)));
    if (result !== 'ACCEPT') this.phase = AFTER[result];
    else if (!this.stages.some((_, at) => this.waits(at))) this.phase = 'ACCEPTED';
  }

  /** What most said; of equals the strictest. */
  verdictOf(stage: number): Said {
    const votes = (verdict: Said) => this.at(stage).filter((one) => one.verdict === verdict).length;
    const most = Math.max(...VERDICTS.map(votes));
    return strictest(VERDICTS.filter((verdict) => votes(verdict) === most));
  }

  handedInAgain(): void {
    this.phase = 'SUBMITTED';
    this.said = [];
  }
}

const strictest = (verdicts: readonly Said[]): Said =>
  VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? 'ACCEPT';

const verdict = (at: number, given: ReviewVerdict): Command => ({
  kind: 'review.decide',
  stage: `stage-${at}`,
  verdict: given,
  reasonCode: 'other',
});

const processWith = (stages: readonly Stage[]) =>
  withStages(
    base,
    Object.fromEntries(
      stages.map((one, at): [string, ReviewStage] => [
        `stage-${at}`,
        stage({ ...one, roles: ['DOCKET_REVIEWER'], verdicts: VERDICTS }),
      ]),
    ),
  );

const stages = fc.array(
  fc.record({ order: fc.integer({ min: 1, max: 3 }), quorum: fc.integer({ min: 1, max: 3 }) }),
  {
    minLength: 1,
    maxLength: 4,
  },
);
const step = fc.record({
  at: fc.nat(3),
  by: fc.nat(3),
  verdict: fc.oneof({ weight: 6, arbitrary: fc.constant<Said>('ACCEPT') }, fc.constantFrom(...VERDICTS)),
});

test('stages in order and side by side, with quorums: no review differs from the blackboard', () => {
  const ended = new Map<string, number>();
  const run = fc.property(stages, fc.array(step, { minLength: STEPS, maxLength: STEPS }), (asked, steps) => {
    const board = new Board(asked);
    const story = new Story(processWith(asked)).submitted();
    for (const [turn, { at, by, verdict: given }] of steps.entries()) {
      const reviewer = reviewers[by] ?? PEOPLE.congress;
      const takes = at < asked.length && board.takes(at, by);
      expect(story.refuses(reviewer, verdict(at, given)) === null).toBe(takes);
      if (takes) {
        story.does(reviewer, verdict(at, given));
        board.say(at, by, given);
      }
      expect(story.state.phase).toBe(board.phase);
      if (board.phase !== 'REVISION_REQUESTED') continue;
      story.does(PEOPLE.lead, { kind: 'proposal.revise', body: `改后的正文（${turn}）。` });
      story.does(PEOPLE.lead, { kind: 'proposal.submit' });
      board.handedInAgain();
    }
    ended.set(board.phase, (ended.get(board.phase) ?? 0) + 1);
  });
  fc.assert(run, { numRuns: RUNS });
  // A property that never got anywhere would hold as well.
  for (const phase of ['ACCEPTED', 'REJECTED', 'RETURNED', 'UNDER_REVIEW'])
    expect(ended.get(phase) ?? 0).toBeGreaterThan(2);
}, 600_000);
