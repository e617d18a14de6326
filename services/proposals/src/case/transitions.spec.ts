import { describe, expect, test } from '@jest/globals';
import { PEOPLE, viewerAs } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { Story } from '../testing/story.js';
import { availableActions } from './available-actions.js';
import type { CommandKind } from './commands.js';
import { EMPTY_CASE, evolve, fold } from './fold.js';
import { CASE_TRANSITIONS, FINAL_CASE_PHASES } from './transitions.js';
import { CASE_PHASES, type CasePhase } from './vocabulary.js';

const process = baseProcess();
const INTERNAL: readonly CommandKind[] = ['proposal.absorb', 'merged.answer'];

/** Cells: x legal, . not. Columns in the order of CASE_PHASES. */
const LEGAL: Readonly<Record<CommandKind, string>> = {
  //                          NONE DRAFT COSIGN PRESUB PREREV SUBM REVIEW REVISE RETURNED ACC DOCK ALLOC HANDED CLOSED REJ CONV MERG WITHDR
  'proposal.draft': 'x.................',
  'proposal.revise': '.xx.x..xx.........',
  'cosigner.invite': '.xx.x..xx.........',
  'cosigner.confirm': '.xx.x..xx.........',
  'cosigner.decline': '.xx.x..xx.........',
  'cosigner.cancel': '.xx.x..xx.........',
  'grant.give': '.xxxxxxxxxxxxx....',
  'grant.revoke': '.xxxxxxxxxxxxx....',
  'opinion.take': '...x.xx...........',
  'form.fill': '.xx.x..xx.........',
  'consultation.record': '.xxxx..xx.........',
  'paper.register': '.....xxxxx........',
  'proposal.pre_submit': '.xx....xx........',
  'proposal.submit': '.xxxx..xx.........',
  'review.decide': '...x.xx...........',
  'proposal.docket': '.....xx..x........',
  'proposal.merge': '.....xx..xxx......',
  'proposal.absorb': '..........xxx.....',
  'merged.answer': '................x.',
  'proposal.withdraw': '.xxxxxxxxxxxx.....',
  'proposal.designate_key': '.........xxxx.....',
  'units.allocate': '..........xx......',
  'proposal.hand_over': '...........x......',
  'matters.split': '...........x......',
  'allocation.answer': '...........x......',
  'responsible.name': '............x.....',
  'assignment.sign_read': '............x.....',
  'plan.set': '............x.....',
  'milestone.complete': '............xx....',
  'progress.report': '............xx....',
  'assignment.file': '............x.....',
  'assignment.acknowledge': '............x.....',
  'return.request': '............x.....',
  'return.decide': '............x.....',
  'contact.record': '............xx....',
  'co_opinion.give': '............x.....',
  'extension.request': '............x.....',
  'extension.decide': '............x.....',
  'proposal.mark_attention': '..........xxxx....',
  'entry.plan': '............xx....',
  'entry.cross_term': '............xx....',
  'entry.rate': '............xx....',
  'round.require': '............xx....',
  'reply.draft': '............x.....',
  'reply.countersign': '............x.....',
  'reply.review': '............x.....',
  'reply.issue': '............xx....',
  'commitment.check': '............xx....',
  'class.confirm': '............xx....',
  'feedback.give': '............x.....',
  'feedback.correct': '............x.....',
  'proposal.close': '............x.....',
  'entry.progress': '............xx....',
  'entry.claim_done': '............xx....',
  'entry.confirm': '............xx....',
  'entry.refuse_claim': '............xx....',
  'entry.strike_off': '............xx....',
  'entry.roll_over': '............xx....',
  'entry.rehand': '............xx....',
  'entry.downgrade': '............xx....',
  'duty.assign': '.........xxxx.....',
  'duty.end': '.........xxxxx....',
  'record.enter': '.xxxxxxxxxxxxx....',
  'record.sign': '.xxxxxxxxxxxxx....',
  'record.answer': '.xxxxxxxxxxxxx....',
  'record.correct': '.xxxxxxxxxxxxx....',
};

describe('phase x command', () => {
  const cells = Object.entries(LEGAL) as [CommandKind, string][];
  test.each(cells)('%s is legal in %s', (kind, row) => {
    const legal = CASE_PHASES.filter((_, index) => row[index] === 'x');
    expect([...CASE_TRANSITIONS[kind]].sort()).toEqual([...legal].sort());
  });

  test('the table has every command', () => {
    expect(Object.keys(LEGAL).sort()).toEqual(Object.keys(CASE_TRANSITIONS).sort());
  });

  const anybody = [
    PEOPLE.lead,
    PEOPLE.congress,
    PEOPLE.government,
    PEOPLE.transport,
    viewerAs('TENANT_ADMIN'),
  ];
  test.each(CASE_PHASES)('in %s only legal commands are offered, to anybody', (phase: CasePhase) => {
    const story = new Story(process).closed('B');
    const state = { ...story.state, phase };
    for (const viewer of anybody) {
      const offered = availableActions(state, process, viewer, story.now, story.context());
      const possible = offered.filter((one) => one.possible).map((one) => one.command);
      expect(possible.filter((kind) => !CASE_TRANSITIONS[kind].includes(phase))).toEqual([]);
      expect(offered.some((one) => INTERNAL.includes(one.command))).toBe(false);
    }
  });

  test.each(FINAL_CASE_PHASES)('nothing leads out of %s', (phase) => {
    const out = cells.filter(([kind]) => CASE_TRANSITIONS[kind].includes(phase)).map(([kind]) => kind);
    expect(out).toEqual(phase === 'MERGED' ? ['merged.answer'] : []);
  });
});

describe('fold', () => {
  test('nothing happened yet', () => expect(fold([])).toEqual(EMPTY_CASE));

  test('an event of a later version of the platform changes nothing but the count', () => {
    const { state } = new Story(process).drafted();
    const strange = { type: 'proposal.teleported', payload: {}, occurredAt: state.draftedAt } as never;
    expect(evolve(state, strange)).toEqual({ ...state, version: state.version + 1 });
  });

  test('an event about an assignment that is not there changes nothing but the count', () => {
    const { state } = new Story(process).handedOver();
    const event = {
      type: 'assignment.acknowledged',
      payload: { assignmentId: 'none', note: null },
      occurredAt: state.lastOccurredAt ?? '',
    } as const;
    expect(evolve(state, event)).toEqual({ ...state, version: state.version + 1 });
  });
});
