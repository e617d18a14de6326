import type { Viewer } from '@duban/kernel';
import { COMMAND_WORDS } from '../case/command-words.js';
import type { Command } from '../case/commands.js';
import type { CaseContext } from '../case/context.js';
import { decide, ruleOf } from '../case/decide.js';
import type { NewCaseEvent } from '../case/events.js';
import { EMPTY_CASE, fold } from '../case/fold.js';
import type { RefusalCode } from '../case/refusals.js';
import type { Refusal } from '../case/rule.js';
import type { CaseState } from '../case/state.js';
import type { Process } from '../process/process.js';
import type { Words } from './counterexample.js';
import type { Profile } from './profile.js';
import { idOf, peopleFor } from './world.js';

const HOUR = 3_600_000;
/** Short, so that a story of many steps still keeps within a time limit of a few days. */
const PACE = HOUR / 6;
const FROM = Date.parse('2026-01-05T01:00:00.000Z');

/** Refusals that only say that somebody else has to do it. */
const NOT_THIS_PERSON: readonly RefusalCode[] = [
  'ROLE_NOT_ALLOWED',
  'SOURCE_NOT_ALLOWED',
  'NOT_LEAD_PROPOSER',
  'NOT_YOUR_ASSIGNMENT',
  'NOT_APPROVER',
  'NOT_RESPONDENT',
  'REVIEWER_NOT_OF_STAGE',
  'REVIEW_BY_LOWER_LOCALITY',
  'RECORD_NOT_YOURS_TO_ENTER',
  'RECORD_NOT_YOURS_TO_SIGN',
];

/** Refusals that everybody would be told. */
const SAME_FOR_ALL: readonly RefusalCode[] = [
  ...(['WRONG_PHASE', 'ASSIGNMENT_WRONG_PHASE', 'ENTRY_WRONG_PHASE', 'CONTACT_PHASE_MISMATCH'] as const),
  ...(['CONTACT_MISSING', 'CO_OPINION_MISSING', 'NOT_ACKNOWLEDGED', 'CLASS_NOT_CONFIRMED'] as const),
  ...(['FEEDBACK_OUTSTANDING', 'REPLIES_OUTSTANDING', 'FORMAL_REPLY_EXISTS', 'NOTHING_REVISED'] as const),
];

export type Tried =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly refusal: Refusal | null };

/** One case on its way through a process, moved by whoever may move it. */
export class Walk {
  state: CaseState = EMPTY_CASE;
  readonly story: Words[] = [];
  readonly events: NewCaseEvent[] = [];
  private clock = FROM;
  private accounts = 6000;
  private readonly acted = new Map<string, Viewer>();

  constructor(
    readonly process: Process,
    readonly profile: Profile,
    readonly context: CaseContext,
  ) {}

  get now(): string {
    return new Date(this.clock).toISOString();
  }

  /** The same case, once more from here; under another process where one is given. */
  fork(process: Process = this.process): Walk {
    const other = new Walk(process, this.profile, this.context);
    other.state = this.state;
    other.story.push(...this.story);
    other.events.push(...this.events);
    other.clock = this.clock;
    other.accounts = this.accounts;
    for (const [key, viewer] of this.acted) other.acted.set(key, viewer);
    return other;
  }

  /** Nobody does anything for so many days. */
  wait(days: number, words: Words): void {
    this.clock += days * 24 * HOUR;
    this.story.push(words);
  }

  /** Whoever can, does it: on line, or else an office from paper. */
  tries(command: Command): Tried {
    let best: Refusal | null = null;
    for (const [viewer, source] of this.candidates(command)) {
      const context = { ...this.context, source };
      const decision = decide(this.state, command, this.process, viewer, this.now, context);
      if (decision.accepted) {
        this.happens(command, decision.value);
        this.acted.set(actedKey(command), viewer);
        return { accepted: true };
      }
      const refusal = decision as Refusal;
      if (best === null || NOT_THIS_PERSON.includes(best.code)) best = refusal;
      if (SAME_FOR_ALL.includes(refusal.code)) break;
    }
    return { accepted: false, refusal: best };
  }

  private *candidates(command: Command): Iterable<readonly [Viewer, 'ONLINE' | 'PAPER']> {
    const { action } = ruleOf(command.kind);
    const known = this.acted.get(actedKey(command));
    const people = peopleFor(action);
    // One account reviews once; a review may need several.
    const fresh = (viewer: Viewer) =>
      command.kind === 'review.decide' ? { ...viewer, accountId: idOf(this.accounts++) } : viewer;
    const unitId = this.unitOf(command);
    for (const viewer of known ? [known, ...people] : people) {
      const elsewhere = unitId !== undefined && viewer.unitId !== null && viewer.unitId !== unitId;
      if (!elsewhere && !this.hasAnswered(command, viewer)) yield [fresh(viewer), 'ONLINE'];
    }
    // What another locality decides comes in on paper where it does not work in the same system.
    if (command.kind !== 'review.decide' || this.process.review.stages[command.stage]?.by !== 'BELOW') return;
    for (const viewer of peopleFor('paper:enter')) yield [viewer, 'PAPER'];
  }

  /** Each of those who are asked about the units answers for themselves. */
  private hasAnswered({ kind }: Command, viewer: Viewer): boolean {
    const answers = this.state.precheck?.answers ?? [];
    return kind === 'allocation.answer' && answers.some(({ unitId }) => unitId === viewer.unitId);
  }

  private unitOf(command: Command): string | undefined {
    const { assignmentId } = command as { assignmentId?: string };
    return this.state.assignments.find((one) => one.assignmentId === assignmentId)?.unitId;
  }

  private happens(command: Command, events: readonly NewCaseEvent[]): void {
    this.state = fold(events, this.state);
    this.events.push(...events);
    const [zh, en] = COMMAND_WORDS[command.kind];
    if (this.story.at(-1)?.zh !== zh) this.story.push({ zh, en });
    this.clock += PACE;
  }
}

const actedKey = (command: Command): string =>
  `${command.kind}/${(command as { assignmentId?: string }).assignmentId ?? ''}`;

export const isAboutThePerson = ({ code }: Refusal): boolean => NOT_THIS_PERSON.includes(code);
