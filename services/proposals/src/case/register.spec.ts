import { describe, expect, test } from '@jest/globals';
import type { Process } from '../process/process.js';
import { onEntry } from '../testing/answering.kit.js';
import { MANDATES, PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { Story } from '../testing/story.js';
import type { CanonicalOutcome } from './vocabulary.js';

const base = baseProcess();
const { congress, government, lead, second, transport, water } = PEOPLE;
const ATTENTION = { kind: 'proposal.mark_attention', reason: '网上热议。' } as const;
const tracking = (also: Partial<Process['tracking']>): Process => ({
  ...base,
  tracking: { ...base.tracking, ...also },
});
const UNSOLVED: readonly CanonicalOutcome[] = ['IN_PROGRESS', 'PLANNED', 'DEFERRED', 'REFERENCE'];
const CARED_ABOUT = {
  attention: { label: { zh: '社会关注度高', en: 'Much cared about' }, when: 'case.highAttention' },
};

describe('QH-08 挂号销号: what is registered is the locality’s to say', () => {
  const onlyB = tracking({});
  const anyUnsolved = tracking({ trackIf: UNSOLVED });
  const cared = tracking({ also: CARED_ABOUT });

  test.each<[string, Process, string, boolean, boolean]>([
    ['only B: A is not', onlyB, 'A', false, false],
    ['only B: B is', onlyB, 'B', false, true],
    ['only B: C is not', onlyB, 'C', false, false],
    ['only B: C is not, whoever cares', onlyB, 'C', true, false],
    ['whatever is not solved: A is not', anyUnsolved, 'A', false, false],
    ['whatever is not solved: C is', anyUnsolved, 'C', false, true],
    ['whatever is not solved: D is', anyUnsolved, 'D', false, true],
    ['LC-14 社会关注度高: C is, where many care', cared, 'C', true, true],
    ['LC-14 nobody cares: C is not', cared, 'C', false, false],
    ['LC-14 solved: A is not, whoever cares', cared, 'A', true, false],
  ])('%s', (_, process, local, attention, registered) => {
    const story = new Story(process).replied(local);
    if (attention) story.does(congress, ATTENTION);
    const { assignmentId } = story.assignment();
    story.does(congress, { kind: 'class.confirm', assignmentId, class: local });
    expect(story.state.entries).toHaveLength(registered ? 1 : 0);
  });
});

describe('a promise is pursued in steps', () => {
  const steps = [
    { title: '立项', dueOn: '2026-06-30' },
    { title: '开工', dueOn: '2026-09-30' },
  ];
  const plan = (milestones: object[] = steps) => onEntry('entry.plan', { responsible: '王科长', milestones });
  const tracked = () => new Story(base).closed('B').at('2026-04-01');

  test('who, and by when what; a step is reported as done', () => {
    const story = tracked();
    story.does(transport, plan()(story));
    expect(story.entry().plan).toMatchObject({
      responsible: '王科长',
      milestones: [
        { number: 1, doneAt: null },
        { number: 2, doneAt: null },
      ],
    });
    story
      .at('2026-06-20')
      .does(transport, onEntry('entry.progress', { text: '已立项。', milestone: 1 })(story));
    expect(story.entry().plan?.milestones.map(({ doneAt }) => doneAt)).toEqual([story.now, null]);
    expect(story.entry().phase).toBe('IN_PROGRESS');
  });

  test.each<[string, object[], string]>([
    ['no steps', [], 'MILESTONES_UNSOUND'],
    ['a step in the past', [{ title: '立项', dueOn: '2026-01-01' }], 'MILESTONES_UNSOUND'],
    ['the last first', [...steps].reverse(), 'MILESTONES_UNSOUND'],
    ['a step without a name', [{ title: ' ', dueOn: '2026-06-30' }], 'TEXT_EMPTY'],
  ])('%s', (_, milestones, code) => {
    const story = tracked();
    expect(story.refuses(transport, plan(milestones)(story))).toBe(code);
  });

  test('another unit plans nothing, and a step nobody planned is not reached', () => {
    const story = tracked();
    expect(story.refuses(water, plan()(story))).toBe('NOT_YOUR_ASSIGNMENT');
    const reached = onEntry('entry.progress', { text: '已立项。', milestone: 1 });
    expect(story.refuses(transport, reached(story))).toBe('MILESTONE_NOT_OPEN');
  });
});

describe('CA-09 跨届: a promise outlives the term', () => {
  test('carried into the next term, it is pursued, struck off or handed over again as before', () => {
    const story = new Story(base).closed('B').at('2026-12-20');
    story.does(congress, onEntry('entry.cross_term', { toTerm: 17 })(story));
    expect(story.entry()).toMatchObject({
      phase: 'CROSS_TERM',
      endedAt: null,
      crossedTerms: [{ toTerm: 17 }],
    });
    expect(story.refuses(congress, onEntry('entry.cross_term', { toTerm: 17 })(story))).toBe(
      'TERM_NOT_LATER',
    );
    expect(story.at('2027-02-01').refuses(congress, onEntry('entry.rehand')(story))).toBeNull();
    expect(story.refuses(transport, onEntry('entry.progress', { text: '推进中。' })(story))).toBeNull();
    expect(story.refuses(transport, onEntry('entry.cross_term', { toTerm: 18 })(story))).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });

  test('what waits for its confirmation goes on waiting', () => {
    const story = new Story(base).closed('B').at('2026-12-20');
    const claim = onEntry('entry.claim_done', {
      text: '已完成。',
      evidence: [{ title: '验收单', reference: null }],
    });
    story.does(transport, claim(story)).does(congress, onEntry('entry.cross_term', { toTerm: 17 })(story));
    expect(story.entry()).toMatchObject({ phase: 'CLAIMED_DONE', crossedTerms: [{ toTerm: 17 }] });
  });
});

describe('SY-17 上一年度 B 类件的后续办理', () => {
  const rate = (also: object = {}) => onEntry('entry.rate', { level: 'DISSATISFIED', ...also });

  test('rated by who rates the case, once a year, from the next year on', () => {
    const story = new Story(base).closed('B');
    expect(story.refuses(lead, rate()(story))).toBe('NOT_A_LATER_YEAR');
    story.at('2027-03-01');
    expect(story.refuses(second, rate()(story))).toBe('NOT_RESPONDENT');
    expect(story.refuses(lead, rate({ level: 'FINE' })(story))).toBe('LEVEL_UNKNOWN');
    story.does(lead, rate()(story));
    expect(story.refuses(lead, rate()(story))).toBe('ENTRY_ALREADY_RATED');
    story.at('2028-03-01').does(lead, rate({ level: 'SATISFIED' })(story));
    expect(story.entry().ratings.map((one) => [one.year, one.canonicalLevel, one.satisfied])).toEqual([
      [2027, 'DISSATISFIED', false],
      [2028, 'SATISFIED', true],
    ]);
  });

  test('an office enters a signed form, for the proposer', () => {
    const story = new Story(base).closed('B').at('2027-03-01');
    const paper = { source: 'PAPER' } as const;
    expect(story.refuses(congress, rate({ respondent: MANDATES.second })(story), paper)).toBe(
      'NOT_RESPONDENT',
    );
    story.does(congress, rate({ respondent: MANDATES.lead })(story), paper);
    expect(story.entry().ratings[0]).toMatchObject({ respondent: MANDATES.lead, collectedBy: congress.role });
    expect(story.refuses(government, rate()(story))).toBe('ROLE_NOT_ALLOWED');
  });

  test('what was struck off is rated, too', () => {
    const story = new Story(base).closed('B').at('2026-06-01');
    const claim = onEntry('entry.claim_done', {
      text: '已完成。',
      evidence: [{ title: '验收单', reference: null }],
    });
    story.does(transport, claim(story)).does(lead, onEntry('entry.confirm')(story));
    story.does(congress, onEntry('entry.strike_off')(story)).at('2027-03-01');
    expect(story.refuses(lead, rate()(story))).toBeNull();
  });
});

test('QH-09 累进式滚动办理: origin year and years carried stay with it', () => {
  const story = new Story(base).closed('B').at('2026-12-30');
  story.does(congress, onEntry('entry.roll_over', { toYear: 2027 })(story));
  story.at('2027-12-30').does(congress, onEntry('entry.roll_over', { toYear: 2028 })(story));
  expect(story.entry()).toMatchObject({
    phase: 'ROLLED_OVER',
    originYear: 2026,
    year: 2028,
    yearsCarried: 2,
  });
});
