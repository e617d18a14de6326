import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../refusal.js';
import type { Role, Viewer } from '../viewer.js';
import type { NewDraftEvent, RecordedDraftEvent } from './draft-events.js';
import { approve, check, draft, reject, revise, withdraw } from './draft-rules.js';
import { type DraftsState, foldDrafts } from './draft-state.js';

const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const viewerAs = (role: Role, who: Pick<Viewer, 'accountId' | 'personId'>): Viewer => ({
  ...{ grantId: id(9), login: 'somebody', tenant: 999_999, mandateId: null, unitId: null, sectionId: null },
  ...{ role, ...who },
});

const admin = viewerAs('TENANT_ADMIN', { accountId: id(1), personId: id(11) });
const second = viewerAs('TENANT_ADMIN', { accountId: id(2), personId: id(12) });
/** The same person under another account. */
const twin = viewerAs('DEPUTY_AFFAIRS_OFFICER', { accountId: id(3), personId: id(11) });
const office = viewerAs('DEPUTY_AFFAIRS_OFFICER', { accountId: id(4), personId: id(14) });
const leader = viewerAs('SUPERVISING_LEADER', { accountId: id(5), personId: id(15) });

const D = id(500);
const E = id(501);
const facts = { today: '2026-03-02', approvers: ['TENANT_ADMIN', 'DEPUTY_AFFAIRS_OFFICER'] };
const input = (draftId: string) => ({ draftId, text: 'version: "1"\n', above: [], fileHash: null });
const approval = (draftId: string, effectiveFrom = '2026-03-03') => ({
  draftId,
  version: 'v',
  effectiveFrom,
});

type Step = (state: DraftsState) => Outcome<NewDraftEvent>;
const by = { admin, second, twin, office, leader };
type Who = keyof typeof by;

const steps = {
  draft:
    (draftId: string): Step =>
    (state) =>
      draft(state, admin, input(draftId)),
  revise:
    (draftId: string, who: Who): Step =>
    (state) =>
      revise(state, by[who], draftId, 'version: "2"\n'),
  check:
    (draftId: string): Step =>
    (state) =>
      check(state, admin, draftId),
  approve:
    (draftId: string, who: Who, from?: string): Step =>
    (state) =>
      approve(state, by[who], approval(draftId, from), facts),
  reject:
    (draftId: string, who: Who, reason = '不合规定'): Step =>
    (state) =>
      reject(state, by[who], { draftId, reason }, facts),
  withdraw:
    (draftId: string): Step =>
    (state) =>
      withdraw(state, admin, { draftId }),
};

/** What the last step says when the others were accepted. */
function tell(noun: string, told: readonly Step[]): Outcome<NewDraftEvent> {
  const events: RecordedDraftEvent[] = [];
  let last: Outcome<NewDraftEvent> | undefined;
  for (const [index, step] of told.entries()) {
    last = step(foldDrafts(noun, events));
    if (!last.accepted) {
      if (index < told.length - 1) throw new Error(`step ${index}: ${last.code}`);
      return last;
    }
    const actor = 'draft' in last.value.payload ? null : actorOf(last.value.payload.personId);
    events.push({
      ...last.value,
      actorId: actor,
      streamVersion: events.length + 1,
    } as unknown as RecordedDraftEvent);
  }
  return last as Outcome<NewDraftEvent>;
}

const actorOf = (personId: string | null) =>
  Object.values(by).find((viewer) => viewer.personId === personId)?.accountId ?? null;

const {
  draft: write,
  revise: change,
  check: checked,
  approve: approved,
  reject: rejected,
  withdraw: gone,
} = steps;

describe.each(['process', 'sheet'])('a draft of a %s', (noun) => {
  test.each<[string, readonly Step[]]>([
    ['is approved by another administrator', [write(D), checked(D), approved(D, 'second')]],
    ['is approved by another configured role', [write(D), checked(D), approved(D, 'office')]],
    ['comes into force today at the earliest', [write(D), checked(D), approved(D, 'second', '2026-03-02')]],
    [
      'is changed, and checked again',
      [write(D), checked(D), change(D, 'admin'), checked(D), approved(D, 'office')],
    ],
    ['is sent back with a reason', [write(D), rejected(D, 'second')]],
    ['is not pursued', [write(D), checked(D), gone(D)]],
    [
      'of two, one after the other',
      [write(D), checked(D), approved(D, 'second'), write(E), checked(E), approved(E, 'second')],
    ],
    [
      'outdated, is revised on top of what was published',
      [
        write(E),
        write(D),
        checked(D),
        approved(D, 'second'),
        change(E, 'admin'),
        checked(E),
        approved(E, 'second'),
      ],
    ],
  ])('%s', (_, told) => {
    const last = tell(noun, told);
    expect(last).toMatchObject({ accepted: true });
    expect(last.accepted && last.value.type).toMatch(new RegExp(`^${noun}\\.`));
  });

  test.each<[string, string, readonly Step[]]>([
    ['PROCESS_DRAFT_NOT_FOUND', 'there is none', [checked(D)]],
    ['PROCESS_OWN_APPROVAL', 'by who wrote it', [write(D), checked(D), approved(D, 'admin')]],
    [
      'PROCESS_OWN_APPROVAL',
      'by the same person under another account',
      [write(D), checked(D), approved(D, 'twin')],
    ],
    [
      'PROCESS_OWN_APPROVAL',
      'by who changed a word in it',
      [write(D), change(D, 'second'), checked(D), approved(D, 'second')],
    ],
    [
      'NOT_PROCESS_APPROVER',
      'by a role that is not configured',
      [write(D), checked(D), approved(D, 'leader')],
    ],
    ['PROCESS_NOT_CHECKED', 'it was never checked', [write(D), approved(D, 'second')]],
    [
      'PROCESS_NOT_CHECKED',
      'it was changed since',
      [write(D), checked(D), change(D, 'admin'), approved(D, 'second')],
    ],
    [
      'PROCESS_EFFECTIVE_DATE_PASSED',
      'from yesterday',
      [write(D), checked(D), approved(D, 'second', '2026-03-01')],
    ],
    [
      'PROCESS_EFFECTIVE_DATE_PASSED',
      'from no date',
      [write(D), checked(D), approved(D, 'second', '2026-02-30')],
    ],
    ['PROCESS_DRAFT_ENDED', 'twice', [write(D), checked(D), approved(D, 'second'), approved(D, 'office')]],
    ['PROCESS_DRAFT_ENDED', 'after it was sent back', [write(D), rejected(D, 'second'), checked(D)]],
    ['PROCESS_DRAFT_ENDED', 'after it was given up', [write(D), gone(D), change(D, 'admin')]],
    [
      'PROCESS_DRAFT_OUTDATED',
      'when another came first',
      [write(D), checked(D), write(E), checked(E), approved(E, 'second'), approved(D, 'second')],
    ],
    ['TEXT_EMPTY', 'sent back without a reason', [write(D), rejected(D, 'second', ' ')]],
    [
      'TEXT_TOO_LONG',
      'longer than anybody writes',
      [(state) => draft(state, admin, { ...input(D), text: 'x'.repeat(200_001) })],
    ],
    [
      'TEXT_INVALID',
      'with a control character',
      [(state) => draft(state, admin, { ...input(D), text: '\u0000' })],
    ],
  ])('is refused with %s %s', (code, _, told) => {
    const called = code.replace('PROCESS', noun.toUpperCase());
    expect(tell(noun, told)).toMatchObject({ accepted: false, code: called });
  });
});
