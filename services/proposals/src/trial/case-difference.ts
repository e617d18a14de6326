import { type CalendarDate, dateInShanghai, daysBetween, fillText } from '@duban/kernel';
import type { DueDate } from '../case/deadline.js';
import { standingReply } from '../case/facts.js';
import { PROPOSAL_REFUSALS } from '../case/refusals.js';
import type { Assignment, CaseState } from '../case/state.js';
import type { Words } from '../clocks/clock-words.js';
import { replayed, type TriedCase, type TriedStep } from './replay-case.js';

/**
 * How a case would have gone otherwise: BLOCKED, something was refused; ROUTED, other stages, tiers or
 * units; LATE and IN_TIME, a clock was missed that had been met, or the other way round; WARNED, a
 * guard would have warned; TRACKED, other entries on the register; ENDED, another end or class.
 */
export const DIFFERENCES = ['BLOCKED', 'ROUTED', 'LATE', 'IN_TIME', 'WARNED', 'TRACKED', 'ENDED'] as const;
export type DifferenceKind = (typeof DIFFERENCES)[number];

export type CaseDifference = {
  readonly kinds: readonly DifferenceKind[];
  /** The first thing that would have gone otherwise; null when nothing would. */
  readonly first: { readonly event: string; readonly at: string; readonly explanation: Words } | null;
  readonly before: CaseEnd;
  readonly after: CaseEnd;
};

/** How a case stood when its events end. */
export type CaseEnd = {
  readonly phase: CaseState['phase'];
  readonly class: string | null;
  readonly rounds: number;
  readonly late: number;
  readonly dueOn: CalendarDate | null;
};

/** Compares what was with what would have been; `until` is the day on which the year's events end. */
export function differenceOf(tried: TriedCase, until: CalendarDate): CaseDifference {
  const before = endOf(tried.before, until);
  if (tried.steps.every(({ asRecorded }) => asRecorded))
    return { kinds: [], first: null, before, after: before };
  const after = endOf(tried.after, until);
  const kinds = new Set<DifferenceKind>();
  if (tried.steps.some(({ outcome }) => !outcome.accepted)) kinds.add('BLOCKED');
  if (routeOf(tried.before) !== routeOf(tried.after)) kinds.add('ROUTED');
  if (after.late > before.late) kinds.add('LATE');
  if (after.late < before.late) kinds.add('IN_TIME');
  if (warnedOf(tried)) kinds.add('WARNED');
  if (tracked(tried.before) !== tracked(tried.after)) kinds.add('TRACKED');
  if (before.phase !== after.phase || before.class !== after.class || before.rounds !== after.rounds)
    kinds.add('ENDED');
  return { kinds: DIFFERENCES.filter((kind) => kinds.has(kind)), first: firstOf(tried), before, after };
}

function endOf(state: CaseState, until: CalendarDate): CaseEnd {
  const answering = state.assignments.filter(({ role }) => role !== 'CO');
  const lead = answering.at(-1);
  const reply = answering[0] && standingReply(state, answering[0].assignmentId);
  return {
    phase: state.phase,
    class: reply?.confirmedClass ?? reply?.claimedClass ?? null,
    rounds: Math.max(0, ...answering.map(({ round }) => round)),
    late: state.assignments.reduce((sum, one) => sum + lateSteps(one, until), 0),
    dueOn: lead?.due?.date ?? null,
  };
}

/** Clocks of an assignment whose last day had passed: acknowledging, and the reply or opinion. */
function lateSteps(one: Assignment, until: CalendarDate): number {
  if (one.phase === 'REASSIGNED' || one.phase === 'ENDED') return 0;
  const late = (due: DueDate | null, doneAt: string | null): number =>
    due && (doneAt === null ? until : dateInShanghai(doneAt)) > due.date ? 1 : 0;
  const done = one.role === 'CO' ? (one.opinions[0]?.givenAt ?? null) : one.repliedAt;
  return late(one.acknowledgeBy, one.acknowledgedAt) + late(one.due, done ?? one.closedAt);
}

const routeOf = ({ reviews, keyDesignations, assignments }: CaseState): string =>
  [
    reviews.map(({ stage }) => stage).join(),
    keyDesignations.map(({ tier }) => tier).join(),
    assignments
      .filter(({ round }) => round === 1)
      .map(({ unitId, role }) => `${unitId} ${role}`)
      .join(),
  ].join('|');

const tracked = ({ entries }: CaseState): string =>
  entries.map(({ replyId, class: local }) => `${replyId} ${local}`).join();

const warningsIn = (events: readonly { readonly payload: unknown }[]): string =>
  events.flatMap(({ payload }) => (payload as { warnings?: readonly string[] }).warnings ?? []).join();

/** A guard that would have warned where none did. */
const warnedOf = ({ steps }: TriedCase): boolean =>
  steps.some(({ step, outcome, asRecorded }) => {
    const now = outcome.accepted && !asRecorded ? warningsIn(outcome.value) : '';
    return now !== '' && now !== warningsIn(replayed(step));
  });

function firstOf({ steps }: TriedCase): CaseDifference['first'] {
  for (const tried of steps) {
    const explanation = tried.asRecorded ? null : explain(tried);
    const { type, occurredAt } = tried.step.lead;
    if (explanation) return { event: type, at: occurredAt, explanation };
  }
  return null;
}

/** Why a step went otherwise; null when it did not. */
function explain({ step, outcome }: TriedStep): Words | null {
  if (!outcome.accepted) {
    const text = PROPOSAL_REFUSALS[outcome.code];
    const params = outcome.params ?? {};
    return { zh: `不予办理：${fillText(text.zh, params)}`, en: `Refused: ${fillText(text.en, params)}` };
  }
  const was = replayed(step);
  const types = (events: readonly { readonly type: string }[]): string =>
    events.map(({ type }) => type).join();
  if (types(was) !== types(outcome.value)) return consequences(was, outcome.value);
  for (const [at, { payload }] of outcome.value.entries()) {
    const changed = changedField(was[at]?.payload, payload);
    if (changed) return fieldWords(changed);
  }
  return null;
}

type Following = { readonly type: string; readonly payload: unknown };

/** Which rule brings it about, where it is one that made a key item or named a supervisor. */
const ruleOf = ({ payload }: Following, open: string, close: string): string => {
  const { rule } = payload as { readonly rule?: unknown };
  return typeof rule === 'string' ? `${open}${rule}${close}` : '';
};

function consequences(was: readonly Following[], now: readonly Following[]): Words {
  const names = (events: readonly Following[]): string =>
    events.map((one) => `${FOLLOWING[one.type] ?? one.type}${ruleOf(one, '（', '）')}`).join('、');
  const [gone, come] = [
    was.filter(({ type }) => !now.some((one) => one.type === type)),
    now.filter(({ type }) => !was.some((one) => one.type === type)),
  ];
  const zh = [come.length > 0 ? `还会${names(come)}` : '', gone.length > 0 ? `不再${names(gone)}` : ''];
  const types = (events: readonly Following[]): string =>
    events.map((one) => `${one.type}${ruleOf(one, ' (', ')')}`).join(', ');
  const en = [
    come.length > 0 ? `would also lead to ${types(come)}` : '',
    gone.length > 0 ? `would not lead to ${types(gone)}` : '',
  ];
  return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join('; ') };
}

const FOLLOWING: Readonly<Record<string, string>> = {
  'round.opened': '启动二次办理',
  'entry.registered': '挂号跟踪',
  'duty.assigned': '确定督办',
  'proposal.key_designated': '列为重点',
  'proposal.merged': '并案',
};

/** Fields that name the version or the words of a rule, not what comes of it. */
const BESIDE: ReadonlySet<string> = new Set([
  'processVersion',
  'source',
  'rule',
  'undecided',
  'body',
  'snapshot',
]);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

type ChangedField = { readonly name: string; readonly was: unknown; readonly now: unknown };

/** The first field that differs, in the order in which it is written; null when none does. */
function changedField(was: unknown, now: unknown, name = ''): ChangedField | null {
  if (was === now) return null;
  if (!isFields(was) || !isFields(now)) return { name, was, now };
  for (const within of Object.keys(now)) {
    if (BESIDE.has(within)) continue;
    const inList = Array.isArray(now) ? name : within;
    const found = changedField(was[within] ?? null, now[within] ?? null, inList);
    if (found) return found;
  }
  return null;
}

function fieldWords({ name, was, now }: ChangedField): Words {
  const show = (value: unknown): string =>
    Array.isArray(value)
      ? value.map(show).join('、') || '—'
      : isFields(value)
        ? JSON.stringify(value)
        : String(value ?? '—');
  const [fromText, toText] = [show(was), show(now)];
  const [zh, en] = FIELDS[name] ?? [name, name];
  return { zh: `${zh}由 ${fromText} 变为 ${toText}`, en: `${en} ${toText} instead of ${fromText}` };
}

const FIELDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  date: ['到期日', 'due date'],
  dueAt: ['到期日', 'due date'],
  onTime: ['是否按期', 'in time'],
  outcomes: ['通用结果', 'outcome'],
  warnings: ['未满足的前提', 'guards not met'],
  satisfied: ['是否计为满意', 'counts as satisfied'],
  stageCount: ['审查环节数', 'review stages'],
  late: ['是否逾期', 'late'],
};

/** Days that units had an item in hand: from the handover to the reply, or to the end of the events. */
export function unitDays(
  { assignments }: CaseState,
  until: CalendarDate,
): readonly { readonly unitId: string; readonly days: number }[] {
  return assignments.flatMap(({ unitId, handedOverAt, repliedAt, closedAt, opinions }) => {
    if (handedOverAt === null) return [];
    const end = repliedAt ?? opinions[0]?.givenAt ?? closedAt;
    const last = end ? dateInShanghai(end) : until;
    return [{ unitId, days: Math.max(0, daysBetween(dateInShanghai(handedOverAt), last)) }];
  });
}
