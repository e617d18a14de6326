import type { Command } from '../case/commands.js';
import type { Process } from '../process/process.js';
import type { Replies } from '../process/replies.js';
import { PEOPLE, UNITS } from './people.js';
import { LEAD_AND_CO, replyOn, type Story } from './story.js';

/** A process that asks for this of replies. */
export const asking =
  (replies: Partial<Replies>) =>
  (base: Process): Process => ({ ...base, replies: { ...base.replies, ...replies } });

/** A lead and a co-unit, acknowledged and talked about by the lead. */
export function led(story: Story): Story {
  return story.handedOver(LEAD_AND_CO);
}

export const DRAFTED = { body: '已增设公交站。', claimedClass: 'A' } as const;
export const PROMISE = { text: '年底前通车', dueOn: '2026-12-31' } as const;

export const drafting = (story: Story, also: object = {}): Command =>
  ({ kind: 'reply.draft', assignmentId: story.assignment().assignmentId, ...DRAFTED, ...also }) as Command;

export const countersigning = (story: Story, also: object = {}): Command =>
  ({
    kind: 'reply.countersign',
    assignmentId: story.assignment(UNITS.water).assignmentId,
    agreed: true,
    ...also,
  }) as Command;

export const reviewing = (story: Story, also: object = {}): Command =>
  ({
    kind: 'reply.review',
    assignmentId: story.assignment().assignmentId,
    verdict: 'PASS',
    ...also,
  }) as Command;

export const replying = (story: Story, also: object = {}): Command =>
  replyOn(story.assignment().assignmentId, also);

export const withDraft = (story: Story): Story => story.does(PEOPLE.transport, drafting(story));

/** A command on the latest entry. */
export const onEntry =
  (kind: string, also: object = {}) =>
  (story: Story): Command =>
    ({ kind, entryId: story.entry().entryId, ...also }) as Command;

/** Asked to be handled again, for another reason than the rating. */
export const requiring = (story: Story, trigger = 'low-quality'): Command => ({
  kind: 'round.require',
  assignmentId: story.assignment().assignmentId,
  trigger,
  note: '答复空洞，现场没有变化。',
});

/** A process that rates by points, as one city publishes it: 10, 30, 50 and 10. */
export function byPoints(base: Process): Process {
  const axis = (order: number, zh: string, max: number) => ({
    label: { zh, en: zh },
    order,
    points: { max, satisfiedFrom: max * 0.9, basicallyFrom: max * 0.6 },
  });
  const ownAxes = {
    communication: axis(1, '沟通联系', 10),
    face: axis(2, '当面答复', 30),
    effect: { ...axis(3, '落实效果', 50), canonical: 'RESULT' as const },
    follow: axis(4, '跟踪反馈', 10),
  };
  return {
    ...base,
    feedback: { ...base.feedback, axes: [], ownAxes },
    rehandling: { ...base.rehandling, axes: [], belowPoints: 90 },
  };
}

export const points = (replyId: string, ...given: readonly number[]): Command => ({
  kind: 'feedback.give',
  replyId,
  ratings: ['communication', 'face', 'effect', 'follow'].map((ownAxis, at) => ({
    ownAxis,
    points: given[at] ?? 0,
  })),
});

/** A reply that promises something. */
export const promising = (story: Story): Story => {
  const before = story.contacted().at('2026-03-02');
  return before.does(PEOPLE.transport, replying(before, { commitments: [PROMISE] }));
};

export const checking = (story: Story, also: object = {}): Command =>
  ({
    kind: 'commitment.check',
    commitmentId: story.state.commitments[0]?.commitmentId ?? '',
    fulfilled: 'YES',
    ...also,
  }) as Command;
