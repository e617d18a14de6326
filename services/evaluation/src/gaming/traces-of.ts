import type { CaseEvent, Payload } from '../facts/case-event.js';
import { CANONICAL_OUTCOMES, type Outcomes, outcomesIn } from '../facts/vocabulary.js';
import { sketchOf } from './reply-sketch.js';
import type { AnyTrace } from './trace.js';

/** What of a case has been read, as far as later events need it. */
type Seen = {
  readonly units: Map<string, string>;
  /** By assignment: what its class meant last, and by when the reply could be rated. */
  readonly outcomes: Map<string, Outcomes>;
  readonly deadlines: Map<string, string>;
  /** Assignments for which something was shown to be done. */
  readonly shown: Set<string>;
  readonly entries: Map<string, string>;
  readonly after: number;
};

type Read = (seen: Seen, data: Payload, event: CaseEvent, caseId: string) => AnyTrace | null;

/**
 * Everything in a case's history that signs of gaming are looked for in, in the order it was recorded:
 * of what came after a position, for what came before is kept already.
 */
export function tracesOf(caseId: string, events: readonly CaseEvent[], after = 0): AnyTrace[] {
  const seen: Seen = {
    units: new Map(),
    outcomes: new Map(),
    deadlines: new Map(),
    shown: new Set(),
    entries: new Map(),
    after,
  };
  return events.flatMap((event) => READ[event.type]?.(seen, event.data, event, caseId) ?? []);
}

const nothing = null;

const handOver = ({ units }: Seen, assignments: readonly (Payload | null)[]): null => {
  for (const assignment of assignments) {
    const [id, unitId] = [assignment?.id('assignmentId'), assignment?.id('unitId')];
    if (id && unitId) units.set(id, unitId);
  }
  return nothing;
};

const READ: Readonly<Record<string, Read>> = {
  'proposal.handed_over': (seen, data) => handOver(seen, data.objects('assignments')),
  'round.opened': (seen, data) => handOver(seen, data.objects('assignments')),
  'return.decided': (seen, data) => handOver(seen, [data.object('replacement')]),
  'entry.rehanded': (seen, data) => handOver(seen, [data.object('assignment')]),
  'reply.issued': (seen, data, event, caseId) => {
    const assignmentId = data.text('assignmentId') ?? '';
    const outcomes = data.outcomes();
    if (outcomes) seen.outcomes.set(assignmentId, outcomes);
    const deadline = data.object('feedbackBy')?.text('date');
    if (deadline) seen.deadlines.set(assignmentId, deadline);
    const about = aboutOf(seen, assignmentId, event, caseId);
    const body = data.text('body');
    return about && body ? { ...about, kind: 'REPLY', sketch: sketchOf(body) } : nothing;
  },
  'feedback.given': (seen, data, event, caseId) => {
    const assignmentId = data.text('assignmentId') ?? '';
    const about = aboutOf(seen, assignmentId, event, caseId);
    const level = data.level();
    if (!about || !level) return nothing;
    const form = data.id('formId') ?? `${caseId} ${event.position}`;
    const deadline = seen.deadlines.get(assignmentId) ?? null;
    return { ...about, kind: 'RATING', form, level, deadline, prompt: isPrompt(event) };
  },
  'rating.recorded': (seen, data, event, caseId) =>
    data.has('replaces') && data.text('replaces') !== null ? nothing : asked(seen, data, event, caseId),
  'record.entered': (seen, data, event, caseId) => rated(seen, data, event, caseId),
  'record.signed': (seen, data, event, caseId) => rated(seen, data, event, caseId),
  'entry.registered': (seen, data) => {
    seen.entries.set(data.text('entryId') ?? '', data.text('assignmentId') ?? '');
    return nothing;
  },
  'entry.claimed_done': (seen, data) => {
    if (data.objects('evidence').length > 0)
      seen.shown.add(seen.entries.get(data.text('entryId') ?? '') ?? '');
    return nothing;
  },
  'commitment.checked': (seen, data) => {
    if (data.text('fulfilled') === 'YES') seen.shown.add(data.text('assignmentId') ?? '');
    return nothing;
  },
  'class.confirmed': (seen, data, event, caseId) => raised(seen, data, event, caseId),
  'entry.struck_off': (seen, data, event, caseId) => raised(seen, data, event, caseId),
};

/** What a work record says as a rating, once it is complete. */
function rated(seen: Seen, data: Payload, event: CaseEvent, caseId: string): AnyTrace | null {
  const said = data.object('rated');
  return said && asked(seen, said, event, caseId, data.text('recordId'));
}

/** What was heard when somebody asked: a call, a visit or a survey about one reply; no form, and without a last day. */
function asked(
  seen: Seen,
  data: Payload,
  event: CaseEvent,
  caseId: string,
  record: string | null = null,
): AnyTrace | null {
  const about = aboutOf(seen, data.text('assignmentId') ?? '', event, caseId);
  const level = data.level();
  if (!about || !level) return nothing;
  const form = record ?? `${data.text('source')} ${data.text('raterId')} ${event.occurredAt}`;
  return {
    ...about,
    kind: 'RATING',
    form: `${caseId} ${form}`,
    level,
    deadline: null,
    prompt: isPrompt(event),
  };
}

/** A better meaning than before: the class was raised. */
function raised(seen: Seen, data: Payload, event: CaseEvent, caseId: string): AnyTrace | null {
  const assignmentId = data.text('assignmentId') ?? '';
  const [before, outcomes] = [seen.outcomes.get(assignmentId), data.outcomes()];
  if (outcomes) seen.outcomes.set(assignmentId, outcomes);
  const about = aboutOf(seen, assignmentId, event, caseId);
  if (!about || !before || !outcomes || rankOf(outcomes) >= rankOf(before)) return nothing;
  return { ...about, kind: 'RAISED', evidenced: seen.shown.has(assignmentId) };
}

/** By the worst that a class can mean. */
const rankOf = (outcomes: Outcomes): number =>
  Math.max(...outcomesIn(outcomes).map((outcome) => CANONICAL_OUTCOMES.indexOf(outcome)));

function aboutOf(
  { units, after }: Seen,
  assignmentId: string,
  { position, own, occurredAt: at }: CaseEvent,
  caseId: string,
) {
  const unitId = units.get(assignmentId);
  if (!unitId || (!own && position <= after)) return null;
  return { caseId, position: own ? -position : position, unitId, at };
}

const MINUTES = 60_000;
const isPrompt = ({ occurredAt, recordedAt }: CaseEvent): boolean =>
  Math.abs(Date.parse(recordedAt) - Date.parse(occurredAt)) <= 10 * MINUTES;
