import { dateInShanghai } from '@duban/kernel';
import type { Process } from '../process/process.js';
import { type DeclaredCloses, sessionCloseOf } from '../process/sessions.js';
import { type About, circumstancesOf } from './condition-facts.js';
import type { CaseContext } from './context.js';
import type { DeadlineStep, DueDate } from './deadline.js';
import { dueFor } from './deadline-rules.js';
import type { Assignment, CaseState, Reply, ReturnRequest, TrackingEntry } from './state.js';

/** What time limits are computed with: a scene has all of it. */
export type LimitFrame = {
  readonly process: Process;
  readonly context: Pick<CaseContext, 'calendar' | 'conditions' | 'sessionClose'> &
    Partial<Pick<CaseContext, 'units'>>;
};

/**
 * A case with the time limits that count from the close of a session and could not be given a date
 * when they started, because nobody knew yet when that would be. Rules, clocks, warnings and what is
 * shown all read them here, so that a session that is declared later has the effect of one that was
 * known. Limits of the time before the docketing are not among them: the case belongs to no session yet.
 */
export function withLateLimits(state: CaseState, frame: LimitFrame): CaseState {
  const steps = stepsFromClose(frame.process);
  if (steps.size === 0 || frame.context.sessionClose === null || state.docketing === null) return state;
  const late = new LateLimits(state, frame, steps);
  return {
    ...state,
    precheck: state.precheck && {
      ...state.precheck,
      answerBy: state.precheck.answerBy ?? late.due('PRECHECK', state.docketing.at),
    },
    assignments: state.assignments.map((one) => late.ofAssignment(one)),
    replies: state.replies.map((one) => late.ofReply(one)),
    entries: state.entries.map((one) => late.ofEntry(one)),
  };
}

type Around = Omit<LimitFrame['context'], 'sessionClose'> & { readonly closes?: DeclaredCloses };

/** The same where the sessions that were declared are at hand, and not the one of the case. */
export const withLimitsKnown = (
  state: CaseState,
  process: Process,
  { closes, ...context }: Around,
): CaseState => {
  if (state.docketing === null) return state;
  const sessionClose = sessionCloseOf(process.sessions, state, state.docketing.at, closes);
  return withLateLimits(state, { process, context: { ...context, sessionClose } });
};

/** Whether a return may be asked for until some days after a close that nobody has declared yet: till then it may. */
export function returnAwaitsClose(
  { state, process, context, at }: LimitFrame & { readonly state: CaseState; readonly at: string },
  assignment: Assignment,
): boolean {
  if (context.sessionClose !== null) return false;
  const closing = { process, context: { ...context, sessionClose: dateInShanghai(at) } };
  return new LateLimits(state, closing, stepsFromClose(process)).ofAssignment(assignment).returnBy !== null;
}

const FROM_CLOSE = new WeakMap<Process, ReadonlySet<DeadlineStep>>();

/** The steps that a process may count from the close of the session. */
function stepsFromClose(process: Process): ReadonlySet<DeadlineStep> {
  const known = FROM_CLOSE.get(process);
  if (known) return known;
  const rules = Object.values(process.deadlines).filter(({ anchor }) => anchor === 'SESSION_CLOSE');
  const steps = new Set(rules.map(({ step }) => step));
  FROM_CLOSE.set(process, steps);
  return steps;
}

class LateLimits {
  constructor(
    private readonly state: CaseState,
    private readonly frame: LimitFrame,
    private readonly steps: ReadonlySet<DeadlineStep>,
  ) {}

  /** Of a step that started at a moment: only a limit that waited for the close. */
  due(step: DeadlineStep, at: string, about: About = {}): DueDate | null {
    if (!this.steps.has(step)) return null;
    const { process, context } = this.frame;
    const { state } = this;
    const circumstances = circumstancesOf({ process, state, context, at }, about);
    const due = dueFor(process, step, circumstances, at, context);
    return due?.anchor === 'SESSION_CLOSE' ? due : null;
  }

  ofAssignment(one: Assignment): Assignment {
    const { handedOverAt, filing, origin } = one;
    if (handedOverAt === null) return one;
    const about = { starting: one, hard: this.state.hard };
    const started = (step: DeadlineStep) => this.due(step, handedOverAt, about);
    return {
      ...one,
      acknowledgeBy: one.acknowledgeBy ?? started('ACKNOWLEDGE'),
      returnBy: one.returnBy ?? (origin === 'REHANDLING' ? null : started('RETURN')),
      contactBy: one.contactBy ?? started('CONTACT'),
      planBy: one.planBy ?? started('PLAN'),
      returns: one.returns.map((request) => this.ofReturn(one, request)),
      filing: filing && {
        ...filing,
        reviewBy: filing.reviewBy ?? this.due('FILING_REVIEW', filing.at, { assignment: one }),
      },
    };
  }

  private ofReturn(assignment: Assignment, request: ReturnRequest): ReturnRequest {
    const since = request.steps?.at(-1)?.at ?? request.requestedAt;
    return {
      ...request,
      decideBy: request.decideBy ?? this.due('RETURN_DECISION', since, { assignment }),
    };
  }

  ofReply(reply: Reply): Reply {
    if (reply.kind !== 'FORMAL' || reply.feedbackBy) return reply;
    return { ...reply, feedbackBy: this.due('FEEDBACK', reply.issuedAt, { reply }) };
  }

  ofEntry(entry: TrackingEntry): TrackingEntry {
    if (entry.due) return entry;
    const reply = this.state.replies.find(({ replyId }) => replyId === entry.replyId);
    return { ...entry, due: this.due('TRACKING', entry.registeredAt, { reply }) };
  }
}
