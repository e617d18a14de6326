import type { Command } from '../case/commands.js';
import { id, MANDATES, PEOPLE, viewerAs } from './people.js';
import { type RefusalCase, refusal } from './refusal-case.js';
import { correct, rate, replyOn, type Story } from './story.js';

const { lead, second, congress, transport, water } = PEOPLE;
const contacted = (story: Story) => story.contacted();
const replied = (story: Story) => story.replied();
const confirmed = (story: Story) => story.confirmed();
const rated = (story: Story) => story.rated();
const tracked = (story: Story) => story.closed('B');

const confirmClass =
  (local: string) =>
  (story: Story): Command => ({
    kind: 'class.confirm',
    assignmentId: story.assignment().assignmentId,
    class: local,
  });
const rating =
  (level = 'SATISFIED', also: object = {}) =>
  (story: Story): Command =>
    ({ ...rate(story.reply().replyId, level), ...also }) as Command;
const correction = (reason?: string) => (story: Story) =>
  correct(story.reply().replyId, 'DISSATISFIED', reason);
const close: Command = { kind: 'proposal.close' };
const entry =
  (kind: string, also: object = {}) =>
  (story: Story): Command =>
    ({ kind, entryId: story.entry().entryId, ...also }) as Command;
const claim = (evidence: object[]) => entry('entry.claim_done', { text: '已完成。', evidence });
const claimed = (story: Story) => {
  const before = tracked(story);
  return before.does(transport, claim([{ title: '验收单', reference: null }])(before));
};

const CLASSES: readonly RefusalCase[] = [
  refusal('CLASS_UNCHANGED', 'confirmed as it is', confirmed, congress, confirmClass('A')),
  refusal('NOT_APPROVER', 'the wrong confirmer', replied, congress, confirmClass('A'), {
    process: (base) => ({ ...base, outcomes: { ...base.outcomes, confirmers: ['GOV_HANDOVER_OFFICER'] } }),
  }),
  refusal(
    'ENTRY_STILL_OPEN',
    'reclassified off the register',
    (story) => story.confirmed('B'),
    congress,
    confirmClass('A'),
  ),
];

const RATING: readonly RefusalCase[] = [
  refusal('REPLY_NOT_FOUND', 'no such reply', replied, lead, rate(id(9), 'SATISFIED')),
  refusal(
    'RATED_UNIT_MAY_NOT_RATE',
    'the office of the rated unit',
    replied,
    viewerAs('DEPUTY_AFFAIRS_OFFICER', { unitId: transport.unitId }),
    rating(),
    { outside: { source: 'PAPER' } },
  ),
  refusal('NOT_RESPONDENT', 'another deputy', replied, second, rating()),
  refusal(
    'NOT_RESPONDENT',
    'in the name of another',
    replied,
    lead,
    rating('SATISFIED', { respondent: MANDATES.second }),
  ),
  refusal('FEEDBACK_NOT_FORMAL', 'an interim reply', interim, lead, (story) =>
    rate(story.state.replies[0]?.replyId ?? '', 'SATISFIED'),
  ),
  refusal('FEEDBACK_NOT_GIVEN', 'corrected before it was given', replied, lead, correction()),
  refusal('NOT_RESPONDENT', 'corrected by somebody else', rated, congress, correction()),
  refusal('FEEDBACK_NOT_GIVEN', 'corrected by another deputy', rated, second, correction()),
  refusal('TEXT_EMPTY', 'corrected without a reason', rated, lead, correction('')),
  refusal('FEEDBACK_NOT_CORRECTABLE', 'where nobody corrects', rated, lead, correction(), {
    process: (base) => ({
      ...base,
      feedback: { ...base.feedback, correction: { ...base.feedback.correction, by: [] } },
    }),
  }),
  refusal(
    'FEEDBACK_CORRECTION_CLOSED',
    'corrected too late',
    (story) => story.rated().at('2026-06-30'),
    lead,
    correction(),
  ),
  refusal('FEEDBACK_ALREADY_GIVEN', 'rated twice', rated, lead, rating('DISSATISFIED')),
  refusal(
    'FEEDBACK_DEADLINE_PASSED',
    'too late',
    (story) => story.replied().at('2026-05-02'),
    lead,
    rating(),
    {
      process: (base) => ({
        ...base,
        deadlines: {
          ...base.deadlines,
          feedback: { ...base.deadlines.feedback, lateEffect: 'REFUSE' } as never,
        },
      }),
    },
  ),
  refusal(
    'FEEDBACK_AXIS_MISSING',
    'attitude only',
    replied,
    lead,
    rating('SATISFIED', { ratings: [{ axis: 'ATTITUDE', level: 'SATISFIED' }] }),
  ),
  refusal(
    'FEEDBACK_AXIS_UNKNOWN',
    'overall is not asked',
    replied,
    lead,
    rating('SATISFIED', { ratings: [{ axis: 'OVERALL', level: 'SATISFIED' }] }),
  ),
  refusal('LEVEL_UNKNOWN', 'delighted', replied, lead, rating('DELIGHTED')),
  refusal(
    'CLOCK_BEFORE_PREVIOUS_STEP',
    'rated before replied',
    replied,
    lead,
    rating('SATISFIED', { occurredAt: '2026-03-01T00:00:00Z' }),
  ),
];

function interim(story: Story): Story {
  const { assignmentId } = story.contacted().assignment();
  return story.does(transport, replyOn(assignmentId, { replyKind: 'INTERIM', claimedClass: null }));
}

const CLOSING: readonly RefusalCase[] = [
  refusal('REPLIES_OUTSTANDING', 'no reply yet', contacted, congress, close),
  refusal('CLASS_NOT_CONFIRMED', 'class not confirmed', replied, congress, close),
  refusal('FEEDBACK_OUTSTANDING', 'not rated, time left', confirmed, congress, close),
];

const TRACKING: readonly RefusalCase[] = [
  refusal('ENTRY_NOT_FOUND', 'no such entry', tracked, transport, {
    kind: 'entry.progress',
    entryId: id(9),
    text: '推进。',
  }),
  refusal('ENTRY_WRONG_PHASE', 'confirmed before it is claimed', tracked, congress, entry('entry.confirm')),
  refusal(
    'NOT_YOUR_ASSIGNMENT',
    'another unit reports',
    tracked,
    water,
    entry('entry.progress', { text: '推进。' }),
  ),
  refusal('EVIDENCE_REQUIRED', 'claimed without evidence', tracked, transport, claim([])),
  refusal(
    'TOO_MUCH_EVIDENCE',
    'claimed with 21',
    tracked,
    transport,
    claim(Array(21).fill({ title: '照片', reference: null })),
  ),
  refusal('NOT_APPROVER', 'a deputy who did not ask for it', claimed, second, entry('entry.confirm')),
  refusal('ENTRY_NOT_CONFIRMED', 'struck off unconfirmed', claimed, congress, entry('entry.strike_off')),
  refusal(
    'YEAR_NOT_NEXT',
    'carried two years at once',
    tracked,
    congress,
    entry('entry.roll_over', { toYear: 2028 }),
  ),
  refusal('NOT_A_LATER_YEAR', 'handed over again at once', tracked, congress, entry('entry.rehand')),
  refusal(
    'CASE_STILL_HANDLED',
    'handed over again while open',
    (story) => story.confirmed('B'),
    congress,
    entry('entry.rehand'),
  ),
  refusal(
    'NOT_A_DOWNGRADE',
    'downgraded to solved',
    tracked,
    congress,
    entry('entry.downgrade', { class: 'A', reason: '条件变化。' }),
  ),
];

export const TRACKING_CASES: readonly RefusalCase[] = [...CLASSES, ...RATING, ...CLOSING, ...TRACKING];
