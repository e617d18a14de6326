import { canonicalJson } from '@duban/kernel';
import { type CaseEvent, inOccurredOrder } from './case-event.js';
import { factsOf } from './case-facts.js';
import { type CaseFile, emptyCaseFile, type Part } from './case-file.js';
import { applyEvent } from './case-fold.js';
import { type Facts, sameFacts } from './fact.js';
import type { ItemRules } from './item-rules.js';

/** The end of what still holds, as the database writes it. */
export const FOREVER = 'infinity';

/** Facts that held from one instant (included) to another (excluded), in the time things happened. */
export type Version = { readonly validFrom: string; readonly validTo: string; readonly facts: Facts };

/** One assignment's facts: its unit's part of the case, through its own round. */
export type AssignmentVersion = Version & {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: string;
  readonly round: number;
  /** The unit's last assignment of the case so far: the one its figures count. */
  readonly latest: boolean;
  /** Who answers for it in the unit, by the locality's own fields such as `section`: a mapping as canonical JSON. */
  readonly responsible: string;
};

export type CaseVersions = {
  readonly versions: readonly Version[];
  readonly assignments: readonly AssignmentVersion[];
};

type Subject = Omit<AssignmentVersion, 'validFrom' | 'validTo' | 'facts'>;

/**
 * Folds all events of one case, in the order in which things were so, into versions of its facts. A
 * version begins where facts change; what happened at one instant makes one version. The same events
 * in any order of arrival give the same versions.
 */
export function versionsOf(events: readonly CaseEvent[], rules: ItemRules): CaseVersions {
  const ordered = inOccurredOrder(events);
  const file = emptyCaseFile();
  const ofCase = new History<null>();
  const ofAssignments = new Map<string, History<Subject>>();
  ordered.forEach((event, index) => {
    applyEvent(file, event);
    if (ordered[index + 1]?.occurredAt === event.occurredAt) return;
    ofCase.add(event.occurredAt, factsOf(file, rules), null);
    for (const { subject, facts } of assignmentFacts(file, rules)) {
      const history = ofAssignments.get(subject.assignmentId) ?? new History<Subject>();
      ofAssignments.set(subject.assignmentId, history.add(event.occurredAt, facts, subject));
    }
  });
  return {
    versions: ofCase.closed().map(({ subject: _none, ...version }) => version),
    assignments: [...ofAssignments.values()].flatMap((history) =>
      history.closed().map(({ subject, ...version }) => ({ ...subject, ...version })),
    ),
  };
}

function* assignmentFacts(
  file: CaseFile,
  rules: ItemRules,
): Iterable<{ subject: Subject; facts: Facts | null }> {
  const byUnit = Map.groupBy(file.parts.values(), (part: Part) => part.unitId);
  for (const own of byUnit.values()) {
    for (const part of own) {
      const through = new Set(own.slice(0, own.indexOf(part) + 1));
      const latest = own.at(-1) === part;
      const { id: assignmentId, unitId, role, round } = part;
      const responsible = canonicalJson(part.responsible);
      yield {
        subject: { assignmentId, unitId, role, round, latest, responsible },
        facts: factsOf(file, rules, (each) => through.has(each)),
      };
    }
  }
}

type Held<Of> = { readonly validFrom: string; readonly facts: Facts; readonly subject: Of };

class History<Of> {
  private readonly held: Held<Of>[] = [];

  add(at: string, facts: Facts | null, subject: Of): this {
    const last = this.held.at(-1);
    if (facts && !(last && sameFacts(last.facts, facts) && sameSubject(last.subject, subject))) {
      this.held.push({ validFrom: at, facts, subject });
    }
    return this;
  }

  closed(): (Held<Of> & { readonly validTo: string })[] {
    return this.held.map((each, index) => ({ ...each, validTo: this.held[index + 1]?.validFrom ?? FOREVER }));
  }
}

const sameSubject = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
