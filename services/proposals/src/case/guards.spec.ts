import { describe, expect, test } from '@jest/globals';
import type { Guard } from '../process/process.js';
import { PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { guardedBy } from '../testing/refusal-cases-guards.js';
import { DRAFT, replyOn, Story } from '../testing/story.js';

const base = baseProcess();
const under = (guard: Partial<Guard> & Pick<Guard, 'before' | 'require'>) =>
  new Story(guardedBy(guard)(base));
const facts = (that: string) => ({ kind: 'FACTS', that }) as const;
const lastWarnings = ({ events }: Story) =>
  (events.at(-1)?.payload as { warnings?: string[] } | undefined)?.warnings;

describe('a locality puts a guard before any command', () => {
  test.each<[string, string, (story: Story) => Story]>([
    ['cosigner.invite', 'case.hard', (story) => story.drafted()],
    ['proposal.submit', 'case.cosigners >= 1', (story) => story.drafted()],
    ['proposal.docket', 'case.key', (story) => story.accepted()],
    ['units.allocate', 'case.term == 14', (story) => story.docketed()],
    ['assignment.acknowledge', 'assignment.role == "LEAD"', (story) => story.handedOver()],
    ['feedback.give', 'reply.byHead', (story) => story.confirmed()],
    ['entry.claim_done', 'entry.yearsCarried > 0', (story) => story.closed('B')],
  ])('%s: the same answer before and at the command', (before, that, reach) => {
    const blocked = reach(under({ before: before as Guard['before'], require: facts(that) }));
    const told = Object.values(PEOPLE).flatMap((who) => blocked.offers(who, before as Guard['before']));
    expect(told.filter(({ possible }) => possible)).toEqual([]);
    const code = before === 'units.allocate' ? 'GUARD_UNDECIDED' : 'GUARD_NOT_MET';
    expect(told.map(({ refusalCode }) => refusalCode)).toContain(code);
  });

  test('what the command itself brings is asked when it is given, not before', () => {
    const story = under({ before: 'proposal.hand_over', require: facts('!case.hard') }).allocated();
    expect(story.offers(PEOPLE.government, 'proposal.hand_over')[0]).toMatchObject({ possible: true });
    expect(story.refuses(PEOPLE.government, { kind: 'proposal.hand_over', hard: true })).toBe(
      'GUARD_NOT_MET',
    );
    expect(story.refuses(PEOPLE.government, { kind: 'proposal.hand_over', hard: false })).toBeNull();
    const drafts = under({ before: 'proposal.draft', require: facts('case.period == "INTER_SESSION"') });
    expect(drafts.refuses(PEOPLE.lead, DRAFT)).toBe('GUARD_NOT_MET');
    expect(drafts.refuses(PEOPLE.lead, { ...DRAFT, period: 'INTER_SESSION' } as typeof DRAFT)).toBeNull();
  });

  test('`when` picks the cases it is for, and what it asks for must be known', () => {
    const guard = { before: 'proposal.docket', require: facts('false') } as const;
    const who = PEOPLE.congress;
    const code = (when: Guard['when']) =>
      under({ ...guard, when })
        .accepted()
        .refuses(who, { kind: 'proposal.docket', year: 2026 });
    expect(code({ kind: 'CPPCC_PROPOSAL' })).toBeNull();
    expect(code('case.kind == "NPC_SUGGESTION"')).toBe('GUARD_NOT_MET');
    expect(code('case.repeatedYears > 2')).toBe('GUARD_UNDECIDED');
  });

  test('WARN lets it pass and is recorded with the first event; OFF and old ledgers say nothing', () => {
    const guard = { before: 'assignment.acknowledge', require: facts('case.hard') } as const;
    const reached = (mode: Guard['mode']) => under({ ...guard, mode }).acknowledged();
    expect(lastWarnings(reached('WARN'))).toEqual(['of-the-place']);
    expect(lastWarnings(reached('OFF'))).toBeUndefined();
    expect(() => reached('BLOCK')).toThrow('GUARD_NOT_MET');
  });

  test('guards before a reply are for the formal one, unless they name another kind', () => {
    const guard = { before: 'reply.issue', require: facts('false') } as const;
    const codes = (also: Partial<Guard>) => {
      const story = under({ ...guard, ...also }).contacted();
      const { assignmentId } = story.assignment();
      const reply = (replyKind: string) =>
        replyOn(assignmentId, { replyKind, claimedClass: replyKind === 'FORMAL' ? 'A' : null });
      return ['FORMAL', 'INTERIM'].map((kind) => story.refuses(PEOPLE.transport, reply(kind)));
    };
    expect(codes({})).toEqual(['GUARD_NOT_MET', null]);
    expect(codes({ variant: 'INTERIM' })).toEqual([null, 'GUARD_NOT_MET']);
  });
});
