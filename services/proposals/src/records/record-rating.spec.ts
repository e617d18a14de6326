import { describe, expect, test } from '@jest/globals';
import type { Process } from '../process/process.js';
import type { RecordRule } from '../process/records.js';
import { MANDATES, PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess, processOf } from '../testing/process-files.kit.js';
import { Story } from '../testing/story.js';

const base = baseProcess();
/** The base with Shaoyang's own records. */
const shaoyang: Process = { ...base, records: processOf('base', 'shaoyang').process?.records ?? {} };
const { congress, lead } = PEOPLE;

const told = (kind: string, values: readonly object[], about: object = {}, by: Process = shaoyang) => {
  const story = new Story(by).closed('B');
  const { assignmentId } = story.state.assignments[0] ?? {};
  const { entryId } = story.entry();
  const ids = kind === 'verification' ? { assignmentId } : kind === 'follow-up-rating' ? { entryId } : {};
  const enter = { kind: 'record.enter', record: kind, values, ...ids, ...about };
  return story.does(congress, enter as never);
};
const rated = (story: Story) => (story.events.at(-1) as { payload: { rated?: object } }).payload.rated;
const choice = (field: string, code: string) => ({ field, choice: code });

describe('SY-15 SY-16 SY-17 what a work record says as a rating', () => {
  test('asked again: the lead proposer, about the unit’s handling', () => {
    const story = told('verification', [choice('method', 'PHONE'), choice('level', 'BASICALLY_SATISFIED')]);
    expect(rated(story)).toEqual({
      ...{ source: 'VERIFICATION', axis: 'OVERALL', level: 'BASICALLY_SATISFIED' },
      ...{ canonicalLevel: 'BASICALLY_SATISFIED', satisfied: true, agency: null },
      ...{ raterId: MANDATES.lead, unitId: UNITS.transport },
      assignmentId: story.state.assignments[0]?.assignmentId,
    });
  });

  test.each([
    [51, 'SATISFIED'],
    [50, 'DISSATISFIED'],
  ])('a third party: %s of a hundred, by nobody by name: %s', (satisfied, level) => {
    const values = [
      { field: 'agency', text: '某调查队' },
      { field: 'sample', number: 100 },
      { field: 'satisfied', number: satisfied },
    ];
    expect(rated(told('third-party-survey', values))).toMatchObject({
      ...{ source: 'THIRD_PARTY', level, agency: '某调查队', raterId: null, assignmentId: null },
    });
  });

  test('what has to be signed is a rating once it is; put right, it has to be signed again', () => {
    const story = told('follow-up-rating', [choice('level', 'DISSATISFIED')]);
    expect(rated(story)).toBeUndefined();
    const { recordId } = story.state.records.at(-1) ?? {};
    story.does(lead, { kind: 'record.sign', recordId } as never);
    expect(rated(story)).toMatchObject({ source: 'LAST_YEAR_B', level: 'DISSATISFIED', satisfied: false });
    const values = [choice('level', 'SATISFIED')];
    story.does(congress, { kind: 'record.correct', recordId, values, reason: '录入有误。' } as never);
    expect(rated(story)).toBeUndefined();
    story.does(lead, { kind: 'record.sign', recordId } as never);
    expect(rated(story)).toMatchObject({ level: 'SATISFIED', satisfied: true });
  });

  test('a kind that is no rating says none', () => {
    const { rating: _, ...plain } = shaoyang.records.verification as RecordRule;
    const by = { ...shaoyang, records: { ...shaoyang.records, verification: plain } };
    const values = [choice('method', 'PHONE'), choice('level', 'SATISFIED')];
    expect(rated(told('verification', values, {}, by))).toBeUndefined();
  });
});
