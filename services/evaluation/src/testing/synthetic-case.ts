import type { RecordedEvent } from '@duban/kernel';
import { type CaseEvent, readCaseEvent } from '../facts/case-event.js';

/** For specs: writes the events of one case as the proposals service would, without knowing it. */
export class SyntheticCase {
  readonly events: RecordedEvent[] = [];

  constructor(
    readonly caseId: string,
    readonly tenant = 1,
    private readonly first = 1,
  ) {}

  /** `on` is a date (from noon in Shanghai on, a second apart) or an ISO instant. */
  add(on: string, type: string, payload: Record<string, unknown> = {}): this {
    const position = this.first + this.events.length;
    const seconds = String(this.events.length % 60).padStart(2, '0');
    const occurredAt = on.length === 10 ? `${on}T04:00:${seconds}.000Z` : on;
    this.events.push({
      id: `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`,
      tenant: this.tenant,
      position,
      stream: `proposal:${this.caseId}`,
      streamVersion: this.events.length + 1,
      type,
      payload,
      actorId: null,
      actorRole: 'SYSTEM',
      actingFor: null,
      occurredAt,
      recordedAt: occurredAt,
      idempotencyKey: null,
    });
    return this;
  }

  submitted(on: string, more: Record<string, unknown> = {}): this {
    const description = {
      kind: 'NPC_SUGGESTION',
      period: 'IN_SESSION',
      proposerType: 'JOINT',
      leadProposerId: LEAD,
      ...more,
    };
    return this.add(on, 'proposal.drafted', description).add(on, 'proposal.submitted', {
      version: 1,
      leadProposerId: LEAD,
      snapshot: { title: 't', body: 'b', category: null },
    });
  }

  docketed(on: string, more: Record<string, unknown> = {}): this {
    return this.add(on, 'proposal.docketed', {
      kind: 'NPC_SUGGESTION',
      period: 'IN_SESSION',
      year: Number(on.slice(0, 4)),
      category: 'c1',
      canonicalCategory: 'TRANSPORT',
      proposerType: 'JOINT',
      ...more,
    });
  }

  handedOver(on: string, assignments: readonly Record<string, unknown>[] = [{}]): this {
    return this.add(on, 'proposal.handed_over', {
      handedOverAt: on,
      assignments: assignments.map((each, index) =>
        this.assignment({ assignmentId: this.id(index + 1), ...each }),
      ),
    });
  }

  /** Second and later rounds; `previousIds` left out: every assignment of the case's first handover. */
  roundOpened(
    on: string,
    round: number,
    previousIds: readonly string[],
    assignments: readonly Record<string, unknown>[],
  ): this {
    return this.add(on, 'round.opened', {
      round,
      previousIds,
      assignments: assignments.map((each, index) =>
        this.assignment({ assignmentId: this.id(round * 10 + index + 1), round, ...each }),
      ),
    });
  }

  /** A formal reply whose class is confirmed at once. */
  replied(
    on: string,
    assignmentId: string,
    local: string,
    outcomes: readonly string[],
    more: Record<string, unknown> = {},
  ): this {
    return this.claimed(on, assignmentId, local, outcomes, more).confirmed(on, assignmentId, local, outcomes);
  }

  claimed(
    on: string,
    assignmentId: string,
    local: string,
    outcomes: readonly string[],
    more: Record<string, unknown> = {},
  ): this {
    return this.add(on, 'reply.issued', {
      assignmentId,
      kind: 'FORMAL',
      round: 1,
      claimedClass: local,
      outcomes,
      ...more,
    });
  }

  confirmed(on: string, assignmentId: string, local: string, outcomes: readonly string[]): this {
    return this.add(on, 'class.confirmed', { assignmentId, class: local, outcomes });
  }

  rated(on: string, assignmentId: string, axis: string, canonicalLevel: string, respondent = LEAD): this {
    return this.add(on, 'feedback.given', {
      assignmentId,
      respondent,
      axis,
      level: canonicalLevel,
      canonicalLevel,
    });
  }

  /** A stable id of something of this case. */
  id(number: number): string {
    return `${this.caseId.slice(0, 24)}${String(number).padStart(12, '0')}`;
  }

  get read(): CaseEvent[] {
    return this.events.map(readCaseEvent);
  }

  private assignment(more: Record<string, unknown>): Record<string, unknown> {
    return { unitId: UNIT, role: 'SOLE', round: 1, dueAt: '2024-05-31', ...more };
  }
}

const LEAD = '00000000-0000-7000-8000-0000000000aa';
export const UNIT = '00000000-0000-7000-8000-0000000000b1';
export const OTHER_UNIT = '00000000-0000-7000-8000-0000000000b2';

/** A stable case id. */
export const caseIdOf = (number: number): string =>
  `${(0x01900000 + number).toString(16).padStart(8, '0')}-0000-7000-8000-${String(number).padStart(12, '0')}`;
