import type { Outcome } from '@duban/kernel';
import { badInput, failure } from '@duban/kernel/graphql';
import { type EvaluationContext, valueOrBadInput } from '../evaluation.context.js';
import type { LocalityType } from '../foreign.type.js';
import type { ScoreBoard } from './score-board.js';
import { isFault, readQuestion, type ScoreQuestion } from './score-question.js';
import { SCORE_REFUSALS } from './score-refusals.js';
import { type ScoresAsked, showScores } from './show-scores/show-scores.js';

export const SHEET = { description: '考核表: its code, as scoreSheets lists it' } as const;
export const YEAR = { description: '年度: whose cases count' } as const;
export const AS_OF = { nullable: true, description: '时点: as of when; now when left out' } as const;

export function questionOf(
  context: EvaluationContext,
  asked: { readonly sheet: string; readonly year: number; readonly asOf?: string | null },
): ScoreQuestion {
  const question = readQuestion(asked, context.now());
  if (isFault(question)) throw badInput(question.zh, question.en);
  return question;
}

/** The board of a question, made once in an operation however many units are asked about. */
export function boardOf(
  context: EvaluationContext,
  question: ScoreQuestion,
  scored: ScoresAsked['scored'] = 'SUBJECTS',
): Promise<ScoreBoard> {
  const load = (all: readonly ScoresAsked[]) =>
    Promise.all(
      all.map((asked) =>
        context
          .run(showScores, asked)
          .then(scoredOrFail)
          .catch((error: Error) => error),
      ),
    );
  return context.loader<ScoresAsked, ScoreBoard>('scores', load, JSON.stringify).load({ question, scored });
}

/** A sheet that is not there, or cannot score yet, is told as what was asked wrongly. */
export const scoredOrFail = <Value>(outcome: Outcome<Value>): Value =>
  valueOrBadInput(outcome, SCORE_REFUSALS);

/** NOT_GRANTED for any locality but the viewer's own: an empty ranking would say that nobody is scored. */
export function requireOwn({ viewer }: EvaluationContext, { number }: LocalityType): void {
  if (number !== viewer.tenant) throw failure('NOT_GRANTED');
}
