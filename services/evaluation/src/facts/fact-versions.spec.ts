import { describe, expect, test } from '@jest/globals';
import { randomCase, seeded } from '../testing/random-case.js';
import { caseIdOf, OTHER_UNIT, SyntheticCase, UNIT } from '../testing/synthetic-case.js';
import { readCaseEvent } from './case-event.js';
import type { Facts } from './fact.js';
import { FOREVER, versionsOf } from './fact-versions.js';
import { DEFAULT_ITEM_RULES } from './item-rules.js';

const fold = (file: SyntheticCase) => versionsOf(file.read, DEFAULT_ITEM_RULES);
const now = (file: SyntheticCase): Facts => fold(file).versions.at(-1)?.facts as Facts;
const fresh = (): SyntheticCase =>
  new SyntheticCase(caseIdOf(1)).submitted('2024-01-10').docketed('2024-01-15');
const BOTH = [
  { role: 'SEPARATE', unitId: UNIT },
  { role: 'SEPARATE', unitId: OTHER_UNIT },
];

describe('versions of facts', () => {
  test('a corrected form counts from the day it was corrected, and not before', () => {
    const file = new SyntheticCase(caseIdOf(1))
      .submitted('2024-01-10')
      .docketed('2024-01-15')
      .handedOver('2024-02-01');
    const id = file.id(1);
    file.replied('2024-03-01', id, 'A', ['SOLVED']).rated('2024-03-05', id, 'RESULT', 'SATISFIED');
    const given = file.events.at(-1)?.payload as object;
    const anew = { level: 'DISSATISFIED', canonicalLevel: 'DISSATISFIED', satisfied: false };
    file.add('2024-03-09', 'feedback.corrected', { ...given, ...anew, reason: '勾选有误' });
    const levels = fold(file).versions.map(({ validFrom, facts }) => [
      validFrom.slice(0, 10),
      facts.resultFinal,
    ]);
    expect(levels.slice(-2)).toEqual([
      ['2024-03-05', 'SATISFIED'],
      ['2024-03-09', 'DISSATISFIED'],
    ]);
  });

  test('a draft has none; each change begins one; the last holds for ever', () => {
    const file = fresh().handedOver('2024-02-01');
    const { versions } = fold(file);
    expect(versions.map(({ validFrom, validTo }) => [validFrom.slice(0, 10), validTo.slice(0, 10)])).toEqual([
      ['2024-01-10', '2024-01-15'],
      ['2024-01-15', '2024-02-01'],
      ['2024-02-01', FOREVER],
    ]);
    expect(
      versionsOf(
        new SyntheticCase(caseIdOf(2)).add('2024-01-01', 'proposal.drafted').read,
        DEFAULT_ITEM_RULES,
      ).versions,
    ).toEqual([]);
  });

  test('what changes no fact begins no version, and unknown events and payloads are passed over', () => {
    const file = fresh().handedOver('2024-02-01');
    const before = fold(file);
    file.add('2024-02-02', 'assignment.acknowledged', { assignmentId: file.id(1) });
    file.add('2024-02-03', 'something.new', { a: [1, null] });
    file.add('2024-02-04', 'reply.issued', { assignmentId: 17, outcomes: 'SOLVED' });
    expect(fold(file)).toEqual(before);
    expect(readCaseEvent({ ...file.events[0]!, payload: null }).data.text('kind')).toBeNull();
  });

  test('a backdated event rewrites the past from its day on', () => {
    const file = fresh().handedOver('2024-02-01').replied('2024-03-01', fresh().id(1), 'A', ['SOLVED']);
    file.add('2024-02-10', 'contact.recorded', {
      assignmentId: file.id(1),
      phase: 'BEFORE',
      faceToFace: true,
    });
    const at = (day: string) => fold(file).versions.find((each) => each.validFrom.startsWith(day))?.facts;
    expect(at('2024-02-10')).toMatchObject({ contacts: 1, faceContacts: 1, repliedOn: null });
    expect(at('2024-03-01')).toMatchObject({ contacts: 1, repliedOn: '2024-03-01' });
  });

  test('the order of arrival does not matter', () => {
    const next = seeded(7);
    for (let number = 1; number <= 300; number++) {
      const file = randomCase(number, 1, 1, next);
      const shuffled = [...file.read].sort(() => next(3) - 1);
      expect(versionsOf(shuffled, DEFAULT_ITEM_RULES)).toEqual(fold(file));
    }
  });

  test('each unit has its part; the row of its last assignment is its whole part', () => {
    const file = fresh().handedOver('2024-02-01', BOTH);
    file
      .replied('2024-03-01', file.id(1), 'C', ['DEFERRED', 'REFERENCE'])
      .replied('2024-03-02', file.id(2), 'A', ['SOLVED']);
    file
      .roundOpened('2024-04-01', 2, [file.id(1)], [{ unitId: UNIT }])
      .replied('2024-05-01', file.id(21), 'A', ['SOLVED']);
    const last = fold(file).assignments.filter((each) => each.validTo === FOREVER);
    expect(
      last.map(({ unitId, round, latest, facts }) => [unitId, round, latest, facts.localClass, facts.rounds]),
    ).toEqual([
      [UNIT, 1, false, 'C', 1],
      [OTHER_UNIT, 1, true, 'A', 1],
      [UNIT, 2, true, 'A', 2],
    ]);
  });
});

describe('facts of an item', () => {
  test('four facts, four dates', () => {
    const file = fresh().handedOver('2024-02-01').replied('2024-05-01', fresh().id(1), 'B', ['PLANNED']);
    file.rated('2024-05-20', file.id(1), 'RESULT', 'SATISFIED').add('2024-06-01', 'proposal.closed');
    file.add('2024-06-01', 'entry.registered', { entryId: file.id(7), assignmentId: file.id(1) });
    const four = { repliedOn: '2024-05-01', closedOn: '2024-06-01', satisfiedOn: '2024-05-20' };
    expect(now(file)).toMatchObject({ ...four, solvedOn: null, openEntries: 1 });
    const struck = { entryId: file.id(7), assignmentId: file.id(1), class: 'A', outcomes: ['SOLVED'] };
    file.add('2025-03-01', 'entry.struck_off', struck);
    expect(now(file)).toMatchObject({ ...four, solvedOn: '2025-03-01', struckOff: 1, openEntries: 0 });
    file.confirmed('2025-06-01', file.id(1), 'A', ['SOLVED']);
    expect(now(file).solvedOn).toBe('2025-03-01');
  });

  test('separate units: replied when all have, the class is the worst, and only when all have one', () => {
    const file = fresh().handedOver('2024-02-01', BOTH).replied('2024-03-01', fresh().id(1), 'A', ['SOLVED']);
    expect(now(file)).toMatchObject({ repliedOn: null, outcomes: null, assignments: 2, answering: 2 });
    file.replied('2024-03-05', file.id(2), 'B', ['IN_PROGRESS', 'PLANNED']);
    expect(now(file)).toMatchObject({
      repliedOn: '2024-03-05',
      outcomes: 'IN_PROGRESS|PLANNED',
      localClass: 'B',
    });
    const best = versionsOf(file.read, { ...DEFAULT_ITEM_RULES, classOfSeparateUnits: 'BEST' });
    expect(best.versions.at(-1)?.facts.localClass).toBe('A');
  });

  test('a co-unit owes no reply', () => {
    const file = fresh().handedOver('2024-02-01', [{ role: 'LEAD' }, { role: 'CO', unitId: OTHER_UNIT }]);
    file.replied('2024-03-01', file.id(1), 'A', ['SOLVED']);
    expect(now(file)).toMatchObject({ repliedOn: '2024-03-01', assignments: 2, answering: 1 });
  });

  test('a class counts once the office has confirmed it; a locality may count what the unit claims', () => {
    const file = fresh().handedOver('2024-02-01').claimed('2024-03-01', fresh().id(1), 'A', ['SOLVED']);
    expect(now(file)).toMatchObject({ outcomes: null, repliedOn: '2024-03-01' });
    const claims = { ...DEFAULT_ITEM_RULES, classCounts: 'CLAIMED_UNTIL_CONFIRMED' } as const;
    expect(versionsOf(file.read, claims).versions.at(-1)?.facts.localClass).toBe('A');
    file.confirmed('2024-03-10', file.id(1), 'B', ['PLANNED']);
    expect(now(file)).toMatchObject({ localClass: 'B', outcomes: 'PLANNED', solvedOn: null });
  });

  test('striking off with a better class makes the item solved from that day on', () => {
    const file = fresh().handedOver('2024-02-01').replied('2024-03-01', fresh().id(1), 'B', ['PLANNED']);
    file.add('2024-03-01', 'entry.registered', { entryId: file.id(7), assignmentId: file.id(1) });
    const solved = { entryId: file.id(7), assignmentId: file.id(1), class: 'A', outcomes: ['SOLVED'] };
    file.add('2024-09-01', 'entry.struck_off', solved);
    expect(now(file)).toMatchObject({ localClass: 'A', outcomes: 'SOLVED', solvedOn: '2024-09-01' });
  });

  test('striking off a promise that a second handling repeated changes the class of the second reply', () => {
    const file = fresh().handedOver('2024-02-01').replied('2024-03-01', fresh().id(1), 'B', ['PLANNED']);
    file.add('2024-03-01', 'entry.registered', { entryId: file.id(7), assignmentId: file.id(1) });
    file.roundOpened('2024-03-20', 2, [file.id(1)], [{}]);
    file.replied('2024-04-20', file.id(21), 'B', ['PLANNED'], { round: 2, replyId: file.id(91) });
    const struck = {
      entryId: file.id(7),
      assignmentId: file.id(1),
      replyId: file.id(91),
      class: null,
      outcomes: ['SOLVED'],
    };
    file.add('2024-09-01', 'entry.struck_off', struck);
    expect(now(file)).toMatchObject({ localClass: 'B', outcomes: 'SOLVED', solvedOn: '2024-09-01' });
  });

  test('satisfaction: every rater counts, the first round and the latest rated one are kept apart', () => {
    const file = fresh().handedOver('2024-02-01').replied('2024-03-01', fresh().id(1), 'B', ['PLANNED']);
    file
      .rated('2024-03-10', file.id(1), 'RESULT', 'SATISFIED')
      .rated('2024-03-11', file.id(1), 'RESULT', 'DISSATISFIED', caseIdOf(77));
    expect(now(file)).toMatchObject({
      resultFirst: 'DISSATISFIED',
      resultFinal: 'DISSATISFIED',
      attitudeFinal: null,
    });
    file.roundOpened('2024-03-20', 2, [file.id(1)], [{}]);
    expect(now(file)).toMatchObject({
      resultFinal: 'DISSATISFIED',
      rounds: 2,
      outcomes: 'PLANNED',
      openDueOn: '2024-05-31',
    });
    file
      .replied('2024-04-20', file.id(21), 'B', ['PLANNED'], { round: 2 })
      .rated('2024-04-25', file.id(21), 'RESULT', 'SATISFIED');
    expect(now(file)).toMatchObject({
      resultFirst: 'DISSATISFIED',
      resultFinal: 'SATISFIED',
      satisfiedOn: '2024-04-25',
      openDueOn: null,
    });
    const lead = versionsOf(file.read, { ...DEFAULT_ITEM_RULES, raters: 'LEAD_RATER' });
    expect(lead.versions.at(-1)?.facts.resultFirst).toBe('SATISFIED');
  });

  test('a rating that is corrected replaces the same person’s earlier one', () => {
    const file = fresh().handedOver('2024-02-01').replied('2024-03-01', fresh().id(1), 'A', ['SOLVED']);
    file
      .rated('2024-03-10', file.id(1), 'RESULT', 'DISSATISFIED')
      .rated('2024-03-12', file.id(1), 'RESULT', 'BASICALLY_SATISFIED');
    expect(now(file).resultFinal).toBe('BASICALLY_SATISFIED');
  });

  test('an approved extension moves the due date, the first one stays known; the day itself is in time', () => {
    const file = fresh().handedOver('2024-02-01', [{ dueAt: '2024-05-01' }]);
    file.add('2024-04-20', 'extension.decided', {
      assignmentId: file.id(1),
      decision: 'APPROVED',
      dueAt: '2024-06-01',
    });
    file.replied('2024-06-01T15:59:00.000Z', file.id(1), 'A', ['SOLVED']);
    expect(now(file)).toMatchObject({
      dueOn: '2024-06-01',
      dueOriginalOn: '2024-05-01',
      lateReplies: 0,
      lateRepliesOriginal: 1,
    });
  });

  test('a move to another version of the process moves the due date, the first one stays known', () => {
    const file = fresh().handedOver('2024-02-01', [{ dueAt: '2024-05-01' }]);
    const clock = { assignmentId: file.id(1), from: { date: '2024-05-01' }, to: { date: '2024-04-01' } };
    file.add('2024-03-01', 'process.moved', {
      clocks: [
        { ...clock, clock: 'due' },
        { ...clock, clock: 'returnBy', to: null },
      ],
    });
    expect(now(file)).toMatchObject({ dueOn: '2024-04-01', dueOriginalOn: '2024-05-01' });
  });

  test('a return with approval hands the duty over; a refused one changes nothing', () => {
    const file = fresh().handedOver('2024-02-01');
    file.add('2024-02-03', 'return.decided', {
      assignmentId: file.id(1),
      decision: 'REFUSED',
      replacement: null,
    });
    expect(now(file).returns).toBe(0);
    const replacement = {
      assignmentId: file.id(5),
      unitId: OTHER_UNIT,
      role: 'SOLE',
      round: 1,
      dueAt: '2024-05-31',
    };
    file.add('2024-02-04', 'return.decided', { assignmentId: file.id(1), decision: 'APPROVED', replacement });
    file.replied('2024-03-01', file.id(5), 'A', ['SOLVED']);
    expect(now(file)).toMatchObject({
      returns: 1,
      assignments: 1,
      repliedOn: '2024-03-01',
      handedOverOn: '2024-02-01',
    });
  });

  test('a promise handed over again in a later year is no second handling, but its new class counts', () => {
    const file = fresh().handedOver('2024-02-01').replied('2024-03-01', fresh().id(1), 'B', ['PLANNED']);
    file.add('2024-03-01', 'entry.registered', { entryId: file.id(7), assignmentId: file.id(1) });
    const assignment = {
      assignmentId: file.id(8),
      unitId: UNIT,
      role: 'SOLE',
      round: 2,
      dueAt: '2025-05-01',
    };
    file.add('2025-02-01', 'entry.rehanded', { entryId: file.id(7), year: 2025, assignment });
    expect(now(file)).toMatchObject({
      rounds: 1,
      outcomes: 'PLANNED',
      openDueOn: '2025-05-01',
      repliedOn: '2024-03-01',
    });
    file.replied('2025-04-01', file.id(8), 'A', ['SOLVED'], { round: 2 });
    expect(now(file)).toMatchObject({ rounds: 1, localClass: 'A', solvedOn: null, openEntries: 1 });
  });

  test('days are days in Shanghai', () => {
    const file = new SyntheticCase(caseIdOf(3)).submitted('2023-12-31T16:00:00.000Z');
    expect(now(file)).toMatchObject({ submittedOn: '2024-01-01', year: 2024 });
  });

  test('an item may be in several key tiers', () => {
    const file = fresh().add('2024-02-01', 'proposal.key_designated', { canonicalTier: 'TOP_LEADER' });
    file.add('2024-02-02', 'proposal.key_designated', { canonicalTier: 'DEPUTY' });
    expect(now(file).keyTiers).toBe('DEPUTY|TOP_LEADER');
  });
});
