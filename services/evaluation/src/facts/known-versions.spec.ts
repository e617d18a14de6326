import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomCase, seeded } from '../testing/random-case.js';
import { caseIdOf, SyntheticCase } from '../testing/synthetic-case.js';
import type { CaseEvent } from './case-event.js';
import type { Facts } from './fact.js';
import { versionsOf } from './fact-versions.js';
import { DEFAULT_ITEM_RULES } from './item-rules.js';
import { type KnownVersions, knownVersionsOf } from './known-versions.js';

const instant = (minutes: number): string => new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString();

/** The facts that held at an instant, as known at another: the rule that the statement follows. */
function lookUp({ versions, superseded }: KnownVersions, asOf: string, knownAt: string): Facts | null {
  const known = [
    ...versions.filter(({ knownFrom }) => knownFrom <= knownAt),
    ...superseded.filter(({ knownFrom, knownTo }) => knownFrom <= knownAt && knownAt < knownTo),
  ].filter(({ validFrom }) => validFrom <= asOf);
  return known.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]?.facts ?? null;
}

/** The same of the units' parts, assignment by assignment. */
function lookUpParts(known: KnownVersions, asOf: string, knownAt: string) {
  const parts = [
    ...known.assignments.filter(({ knownFrom }) => knownFrom <= knownAt),
    ...known.supersededAssignments.filter(
      ({ knownFrom, knownTo }) => knownFrom <= knownAt && knownAt < knownTo,
    ),
  ].filter(({ validFrom }) => validFrom <= asOf);
  const inOrder = parts.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return [...Map.groupBy(inOrder, ({ assignmentId }) => assignmentId)].flatMap(([id, own]) => {
    const { facts, latest, role, responsible } = own.at(-1) ?? {};
    return [{ id, facts, latest, role, responsible }];
  });
}

function partsAt(events: readonly CaseEvent[], asOf: string, knownAt: string) {
  const { assignments } = versionsOf(
    events.filter(({ recordedAt }) => recordedAt <= knownAt),
    DEFAULT_ITEM_RULES,
  );
  const begun = assignments.filter(({ validFrom }) => validFrom <= asOf);
  return [...Map.groupBy(begun, ({ assignmentId }) => assignmentId)].map(([id, own]) => {
    const { facts, latest, role, responsible } = own.at(-1) ?? {};
    return { id, facts, latest, role, responsible };
  });
}

const byId = <Of extends { readonly id: string }>(parts: readonly Of[]): Of[] =>
  parts.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** The same by the definition: everything recorded by then, folded. */
function foldedAt(events: readonly CaseEvent[], asOf: string, knownAt: string): Facts | null {
  const { versions } = versionsOf(
    events.filter(({ recordedAt }) => recordedAt <= knownAt),
    DEFAULT_ITEM_RULES,
  );
  return versions.findLast(({ validFrom }) => validFrom <= asOf)?.facts ?? null;
}

describe('when versions were known', () => {
  test('at any two instants it is what everything recorded by then gives, however events were recorded', () => {
    const story = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      /** 0: each event as it happens; more: so many of them late, several at one instant. */
      late: fc.constantFrom(0, 3, 8, 100),
    });
    fc.assert(
      fc.property(story, ({ seed, late }) => {
        const next = seeded(seed);
        const read = randomCase(seed, 1, 1, next).read;
        const events = read.map((event, index) => ({
          ...event,
          recordedAt: instant(late && next(late) > 0 ? next(read.length) * 3 : index * 3),
        }));
        const known = knownVersionsOf(events, DEFAULT_ITEM_RULES);
        expect(known.versions.map(({ knownFrom: _at, ...version }) => version)).toEqual(
          versionsOf(events, DEFAULT_ITEM_RULES).versions,
        );
        expect(known.assignments.map(({ knownFrom: _at, ...version }) => version)).toEqual(
          versionsOf(events, DEFAULT_ITEM_RULES).assignments,
        );
        for (const knownAt of events.map(({ recordedAt }) => recordedAt))
          for (const { occurredAt } of events) {
            expect(lookUp(known, occurredAt, knownAt)).toEqual(foldedAt(events, occurredAt, knownAt));
            expect(byId(lookUpParts(known, occurredAt, knownAt))).toEqual(
              byId(partsAt(events, occurredAt, knownAt)),
            );
          }
      }),
      { numRuns: 50 },
    );
  });

  test('what was recorded as it happened keeps nothing but its versions', () => {
    const file = new SyntheticCase(caseIdOf(1)).submitted('2024-01-10').docketed('2024-01-15');
    const known = knownVersionsOf(file.handedOver('2024-02-01').read, DEFAULT_ITEM_RULES);
    const { versions, superseded, supersededAssignments } = known;
    expect([superseded, supersededAssignments]).toEqual([[], []]);
    expect(versions.map(({ validFrom, knownFrom }) => knownFrom === validFrom)).toEqual([true, true, true]);
  });

  test('a correction ends what was known, and what it changes is known from then on', () => {
    const file = new SyntheticCase(caseIdOf(1)).submitted('2024-01-10').docketed('2024-01-15');
    file.handedOver('2024-02-01').claimed('2024-03-01', file.id(1), 'A', ['SOLVED']);
    const contact = { assignmentId: file.id(1), phase: 'BEFORE', faceToFace: true };
    const events = [
      ...file.read,
      ...file
        .add('2024-02-10', 'contact.recorded', contact)
        .read.slice(-1)
        .map((event) => ({ ...event, recordedAt: '2024-05-01T00:00:00.000Z' })),
    ];
    const { versions, superseded } = knownVersionsOf(events, DEFAULT_ITEM_RULES);
    const day = (text: string): string => text.slice(0, 10);
    expect(superseded.map(({ validFrom, knownTo }) => [day(validFrom), day(knownTo)])).toEqual([
      ['2024-03-01', '2024-05-01'],
    ]);
    expect(versions.map(({ validFrom, knownFrom }) => [day(validFrom), day(knownFrom)])).toEqual([
      ['2024-01-10', '2024-01-10'],
      ['2024-01-15', '2024-01-15'],
      ['2024-02-01', '2024-02-01'],
      ['2024-02-10', '2024-05-01'],
      ['2024-03-01', '2024-05-01'],
    ]);
  });
});
