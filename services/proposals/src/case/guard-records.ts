import { refuse } from '@duban/kernel';
import type { RecordRequirement } from '../process/records.js';
import type { WorkRecord } from '../records/work-record.js';
import { latest } from './clock.js';
import type { GuardTable } from './guard.js';
import type { Refusal, Scene } from './rule.js';
import type { Assignment } from './state.js';

export const RECORD_GUARDS: GuardTable<'RECORD'> = {
  RECORD: (scene, wanted, { assignment }) => recordsThere(scene, wanted, assignment),
};

function recordsThere(
  { state, at, process }: Scene,
  wanted: RecordRequirement,
  assignment: Assignment | null,
): Refusal | null {
  const { min = 1, since } = wanted;
  const anchor = sinceOf(since, state.handedOverAt, state.repliedAt, assignment);
  const count = state.records.filter(
    (one) =>
      one.kind === wanted.record &&
      isOf(one, assignment) &&
      (!wanted.signed || one.completedAt !== null) &&
      (!wanted.answered || one.answered !== null) &&
      Date.parse(one.at) <= Date.parse(at) &&
      (since === undefined || (anchor !== null && Date.parse(one.at) >= Date.parse(anchor))),
  ).length;
  if (count >= min) return null;
  const label = process.records[wanted.record]?.label ?? { zh: wanted.record, en: wanted.record };
  return refuse('RECORD_MISSING', { recordZh: label.zh, recordEn: label.en, min, count });
}

/** A record about an assignment counts for that one; before a step of the whole case, any does. */
const isOf = ({ subject }: WorkRecord, assignment: Assignment | null): boolean =>
  subject.assignmentId === null || assignment === null || subject.assignmentId === assignment.assignmentId;

const sinceOf = (
  since: RecordRequirement['since'],
  handedOverAt: string | null,
  repliedAt: string | null,
  assignment: Assignment | null,
): string | null =>
  since === 'REPLY' ? (assignment?.repliedAt ?? repliedAt) : latest(assignment?.handedOverAt ?? handedOverAt);
