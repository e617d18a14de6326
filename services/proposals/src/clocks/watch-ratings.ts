import { type CalendarDate, dateInShanghai } from '@duban/kernel';
import { AXIS_WORDS } from '../case/labels.js';
import type { CaseState, Feedback } from '../case/state.js';
import type { FeedbackAxis } from '../case/vocabulary.js';
import type { HeardRating } from '../hear-evaluation/heard-rating.js';
import type { WorkRecord } from '../records/work-record.js';
import type { Alarm } from './warning.js';
import type { CaseWatch } from './watch.js';

/** What was signed, what is on record and what was heard from other sides: where they differ, all are kept and looked into. */
export const ratingsContradicting: CaseWatch = (watched, watch) => [
  ...recordsContradicting(watched, watch),
  ...sourcesContradicting(watched, watch),
];

/** Signed satisfied and found not to be, or the other way round: both are kept, and looked into (SY-15). */
const recordsContradicting: CaseWatch = ({ state, process }, { record, field }) => {
  const satisfied: readonly string[] = process.feedback.satisfied;
  return latestRecords(state, record).flatMap((one): Alarm[] => {
    const { assignmentId } = one.subject;
    const given = state.feedback.filter((each) => !assignmentId || each.assignmentId === assignmentId);
    const found = one.values.find((each) => each.field === field)?.value;
    if (given.length === 0 || typeof found !== 'string') return [];
    const signed = given.every(({ satisfied }) => satisfied);
    if (signed === satisfied.includes(found)) return [];
    const days = [dateInShanghai(one.at), ...given.map(({ at }) => dateInShanghai(at))].sort();
    const { unitId } = one.subject;
    const word = one.values.find((each) => each.field === field)?.choices[found] ?? { zh: found, en: found };
    const reason = {
      zh: `书面评价${signed ? '满意' : '不满意'}，${one.label.zh}结果为“${word.zh}”`,
      en: `Signed ${signed ? 'satisfied' : 'dissatisfied'}; ${one.label.en} found "${word.en}"`,
    };
    const from = days.at(-1) as CalendarDate;
    return [
      { subject: { kind: 'RECORD', id: one.recordId, assignmentId, unitId }, from, until: null, reason },
    ];
  });
};

/** The latest of a kind about each assignment: what was found before is found no more. */
function latestRecords({ records }: CaseState, kind: string | undefined): readonly WorkRecord[] {
  const complete = records.filter((one) => one.kind === kind && one.completedAt !== null);
  return [...new Map(complete.map((one) => [one.subject.assignmentId, one])).values()];
}

/** One axis of one rater, as one source has it. */
type Said = Pick<HeardRating, 'assignmentId' | 'raterId' | 'axis' | 'satisfied' | 'at' | 'source'>;

/** What became of an old promise is another question than how its reply was. */
const OF_ANOTHER_TIME = ['LAST_YEAR_B'];

/** The same rater, about the same reply and axis, satisfied to one source and not to another. */
const sourcesContradicting: CaseWatch = ({ state, facts }) => {
  const heard = (facts.heardRatings?.get(state.proposalId) ?? []).filter(
    ({ source }) => !OF_ANOTHER_TIME.includes(source),
  );
  const byHandling = Map.groupBy(
    [...state.feedback.map(signed), ...heard],
    ({ assignmentId }) => assignmentId,
  );
  return state.assignments.flatMap(({ assignmentId, unitId }): Alarm[] => {
    const pairs = contradictions(byHandling.get(assignmentId) ?? []);
    const [first] = pairs;
    if (!first) return [];
    const days = pairs.map(([a, b]) => laterDay(a, b)).sort();
    const subject = { kind: 'ASSIGNMENT' as const, id: assignmentId, assignmentId, unitId };
    return [{ subject, from: days[0] as CalendarDate, until: null, reason: reasonOf(first) }];
  });
};

const laterDay = (a: Said, b: Said): CalendarDate =>
  [a, b].map(({ at }) => dateInShanghai(at)).sort()[1] as CalendarDate;

const signed = ({ assignmentId, respondent, axis, satisfied, at }: Feedback): Said => ({
  ...{ assignmentId, raterId: respondent, axis, satisfied, at },
  source: 'FORM',
});

type Pair = readonly [Said, Said];

/** `made`: nobody said so of the whole; it follows from what was said of its parts. */
type Compared = Said & { readonly made: boolean };

/** A source that asks no further is compared with the parts of one that does. */
function withWhole(said: readonly Said[]): Compared[] {
  const byAsking = Map.groupBy(said, ({ source, raterId }) => `${source} ${raterId}`);
  return [...byAsking.values()].flatMap((parts): Compared[] => {
    const given = parts.map((part) => ({ ...part, made: false }));
    const [first] = parts;
    if (!first || parts.some(({ axis }) => axis === 'OVERALL')) return given;
    const at =
      parts
        .map((part) => part.at)
        .sort()
        .at(-1) ?? first.at;
    const whole = { axis: 'OVERALL', satisfied: parts.every(({ satisfied }) => satisfied), at, made: true };
    return [...given, { ...first, ...whole }];
  });
}

function contradictions(said: readonly Said[]): Pair[] {
  const compared = withWhole(said);
  return compared.flatMap((a, index) =>
    compared.slice(index + 1).flatMap((b): Pair[] => (contradict(a, b) ? [[a, b]] : [])),
  );
}

const contradict = (a: Compared, b: Compared): boolean =>
  a.source !== b.source &&
  a.raterId === b.raterId &&
  a.axis === b.axis &&
  a.satisfied !== b.satisfied &&
  !(a.made && b.made);

const SOURCES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  FORM: ['书面评价', 'signed'],
  VERIFICATION: ['核实', 'verified'],
  THIRD_PARTY: ['第三方调查', 'surveyed'],
};

function reasonOf([a, b]: Pair) {
  const told = ({ source, axis, satisfied }: Said) => {
    const [sourceZh, sourceEn] = SOURCES[source] ?? [source, source];
    const [axisZh, axisEn] = AXIS_WORDS[axis as FeedbackAxis] ?? [axis, axis];
    const zh = `${sourceZh}${axisZh}${satisfied ? '满意' : '不满意'}`;
    return { zh, en: `${sourceEn} ${satisfied ? 'satisfied' : 'dissatisfied'} (${axisEn})` };
  };
  const [left, right] = [told(a), told(b)];
  return { zh: `${left.zh}，${right.zh}`, en: `${left.en}; ${right.en}` };
}
