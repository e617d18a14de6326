import type { Process } from '../process/process.js';
import type { RecordFieldRule, RecordRule } from '../process/records.js';
import type { GivenValue } from '../records/given-value.js';
import type { AttemptTable } from './course.js';
import { idOf, UNITS } from './world.js';

/** Kinds of records that some step waits for; others stop nobody. */
const waitedFor = ({ guards, rehandling, supervision }: Process): readonly string[] => [
  ...Object.values(guards).flatMap(({ require }) => (require.kind === 'RECORD' ? [require.record] : [])),
  ...Object.values(rehandling.measures).map(({ record }) => record),
  ...Object.values(supervision.reports).map(({ record }) => record),
];

/** Work records that a step waits for, on the case or on each part there is. */
export const RECORD_ATTEMPTS: AttemptTable = {
  'record.enter': ({ process, state }) =>
    [...new Set(waitedFor(process))].flatMap((record) => {
      const rule = process.records[record];
      if (!rule) return [];
      const enter = { kind: 'record.enter' as const, record, values: recordValues(rule) };
      if (rule.about === 'CASE') return [enter];
      if (rule.about === 'ASSIGNMENT')
        return state.assignments.map(({ assignmentId }) => ({ ...enter, assignmentId }));
      return rule.about === 'ENTRY' ? state.entries.map(({ entryId }) => ({ ...enter, entryId })) : [];
    }),
  // Also what is signed already, so that each place keeps its own among the attempts.
  'record.sign': ({ state }) =>
    state.records.flatMap(({ recordId, signers }) =>
      signers.map(({ signer }) => ({ kind: 'record.sign', recordId, signer, name: '甲' })),
    ),
  'record.answer': ({ state }) =>
    state.records.map(({ recordId }) => ({ kind: 'record.answer', recordId, text: '已办' })),
};

const recordValues = ({ fields = {} }: RecordRule): readonly GivenValue[] =>
  Object.entries(fields).map(([field, rule]) => ({ field, ...filledIn(rule) }));

/** A value of the field's type, within its limits. */
function filledIn({ type, choices = {}, min = 0 }: RecordFieldRule): Omit<GivenValue, 'field'> {
  const [choice = ''] = Object.keys(choices);
  const several = Math.max(1, min);
  switch (type) {
    case 'TEXT':
      return { text: '写'.repeat(several) };
    case 'DATE':
      return { date: '2026-01-05' };
    case 'NUMBER':
      return { number: several };
    case 'CHOICE':
      return { choice };
    case 'YES_NO':
      return { yesNo: true };
    case 'UNITS':
      return { unitIds: UNITS.slice(0, several) };
    case 'PERSONS':
      return {
        persons: Array.from({ length: several }, (_, at) => ({
          name: `甲${at}`,
          personId: null,
          mandateId: null,
        })),
      };
    case 'EVIDENCE':
      return {
        evidence: Array.from({ length: several }, (_, at) => ({ title: `证明${at}`, reference: null })),
      };
    case 'BALLOTS':
      return { ballots: [{ choice, count: 1 }] };
    default:
      return { proposalIds: [idOf(9)] };
  }
}
