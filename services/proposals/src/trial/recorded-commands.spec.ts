import { env } from 'node:process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../case/fold.js';
import { MAPPINGS_ONLY } from '../process/condition.js';
import { anyChoice, recordedIn } from '../testing/any-choice.kit.js';
import { byItself, inFull, WITH_LIAISON } from '../testing/full-life.js';
import { lifeByTheModel } from '../testing/life-by-the-model.js';
import { id, PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { stage, withStages } from '../testing/review-process.kit.js';
import { Story } from '../testing/story.js';
import { ofTheModel } from '../testing/strict-process.js';
import { commandKindOf } from './recorded-commands.js';
import { stepsOf } from './recorded-steps.js';
import { replayCase } from './replay-case.js';
import type { TrialEvent } from './trial-event.js';

const RUNS = env.DUBAN_DEEP === '1' ? 2000 : 300;
const process = byItself(ofTheModel(baseProcess()));
const draft = {
  process,
  calendar: { holidays: new Set<string>(), makeUpDays: new Set<string>() },
  conditions: MAPPINGS_ONLY,
  categories: new Map([['roads', 'URBAN_CONSTRUCTION']]),
};

/** Short lives end in the review, long ones come back from the register. */
const life = fc.oneof(
  fc.array(anyChoice, { minLength: 3, maxLength: 15 }),
  fc.array(anyChoice, { minLength: 40, maxLength: 100, size: 'max' }),
);

/** What is put on record or shown to others was so, whatever the process. */
const isBeside = (kind: string): boolean => kind.startsWith('record.') || kind.startsWith('grant.');

/** What the lives must have come to, that nothing is tested on too few kinds of events. */
const LED_TO = [
  ...[
    'drafted',
    'revised',
    'submitted',
    'docketed',
    'merged',
    'absorbed',
    'handed_over',
    'withdrawn',
    'closed',
  ].map((verb) => `proposal.${verb}`),
  ...['proposal.key_designated', 'proposal.attention_marked', 'form.filled', 'consultation.recorded'],
  ...['paper.registered', 'review.decided', 'units.allocated', 'matters.split', 'allocation.answered'],
  ...['invited', 'confirmed', 'declined', 'cancelled'].map((verb) => `cosigner.${verb}`),
  ...['acknowledged', 'head_signed', 'filed'].map((verb) => `assignment.${verb}`),
  ...['return.requested', 'return.decided', 'return.escalated', 'lead.changed', 'responsible.named'],
  ...['contact.recorded', 'co_opinion.given', 'plan.set', 'milestone.completed', 'progress.reported'],
  ...['extension.requested', 'extension.decided', 'reply.drafted', 'reply.reviewed', 'reply.issued'],
  ...['class.confirmed', 'feedback.given', 'feedback.corrected', 'round.opened'],
  ...['planned', 'progressed', 'claimed_done', 'confirmed', 'claim_refused', 'struck_off', 'rolled_over'].map(
    (verb) => `entry.${verb}`,
  ),
  ...['entry.rehanded', 'entry.crossed_term', 'entry.rated', 'entry.downgraded'],
  ...['record.entered', 'grant.given'],
];

describe('the commands behind what was recorded', () => {
  test('said again under the same process they lead to the same events, whatever was said and whatever rules made of it', () => {
    const leads = new Set<string>();
    const followers = new Set<string>();
    fc.assert(
      fc.property(life, fc.boolean(), fc.boolean(), (choices, ends, beside) => {
        const steps = lifeByTheModel(process, choices, { said: inFull, outside: WITH_LIAISON, ends, beside });
        const onCourse = steps.filter(({ command }) => !isBeside(command.kind));
        const events = recordedIn(steps);
        const told = stepsOf(events);
        expect(told.map((one) => [commandKindOf(one.lead), 1 + one.followers.length])).toEqual(
          steps.map(({ command: { kind }, events: made }) => [isBeside(kind) ? null : kind, made.length]),
        );
        const tried = replayCase(events, draft);
        const again = tried.steps.map(({ command, outcome }) =>
          outcome.accepted ? outcome.value : [command, outcome],
        );
        expect(again).toEqual(onCourse.map((one) => one.events));
        expect(tried.after).toEqual(fold(events));
        for (const one of told) leads.add(one.lead.type);
        for (const one of told.flatMap((step) => step.followers)) followers.add(one.type);
      }),
      { numRuns: RUNS, seed: 20260107 },
    );
    expect([...followers].sort()).toEqual([
      ...['duty.assigned', 'entry.registered', 'feedback.corrected', 'feedback.given'],
      ...['proposal.key_designated', 'proposal.merged', 'round.opened'],
    ]);
    expect(LED_TO.filter((type) => !leads.has(type))).toEqual([]);
  }, 240_000);

  const review = (type: string, payload: object): TrialEvent =>
    ({
      type,
      payload,
      occurredAt: '2026-01-07T02:00:00.000Z',
      actorRole: 'DEPUTY_AFFAIRS_OFFICER',
      actorId: null,
    }) as never;

  test('a merge by hand right after another verdict is a step of its own', () => {
    const into = { intoId: 'one', intoCaseNumber: '甲', reason: null, authorIds: [] };
    const steps = (groupVerdict: string) =>
      stepsOf([
        review('review.decided', { groupVerdict, reviewer: 'somebody' }),
        review('proposal.merged', into),
      ]);
    expect(steps('MERGE').map(({ lead }) => lead.type)).toEqual(['review.decided']);
    expect(steps('ACCEPT').map(({ lead }) => lead.type)).toEqual(['review.decided', 'proposal.merged']);
  });

  test('an opinion that was taken is taken again', () => {
    const county = stage({ by: 'BELOW', label: { zh: '县级初审', en: 'First check below' } });
    const below = withStages(ofTheModel(baseProcess()), { county, office: stage({ order: 2 }) });
    const opinion = {
      opinionId: 'given',
      fromId: 902,
      kind: 'REVIEW',
      verdict: 'ACCEPT',
      reasonCode: null,
    } as const;
    const story = new Story(below, { relations: new Map([[902, 'BELOW']]) }).submitted();
    story.does(PEOPLE.congress, {
      ...{ kind: 'grant.give', grantKind: 'REVIEW_BELOW', granteeId: 902, sees: 'FULL' },
      ...{ until: '2026-02-28', reason: '请初审。' },
    });
    const grantId = story.state.grants[0]?.grantId ?? '';
    const given = { ...opinion, grantId, text: '符合要求', withId: null, at: story.now };
    story.does(PEOPLE.congress, { kind: 'opinion.take', opinionId: 'given' }, { opinions: [given] });
    const roles: Readonly<Record<string, string>> = {
      'proposal.drafted': 'DEPUTY',
      'proposal.submitted': 'DEPUTY',
    };
    const events = story.events.map(
      (event) =>
        ({
          ...event,
          actorRole: roles[event.type] ?? 'DEPUTY_AFFAIRS_OFFICER',
          actorId: id(300),
        }) as TrialEvent,
    );
    const tried = replayCase(events, { ...draft, process: below });
    expect(tried.steps.map(({ command, asRecorded }) => [command.kind, asRecorded])).toEqual([
      ['proposal.draft', true],
      ['proposal.submit', true],
      ['opinion.take', true],
    ]);
  });
});
