import type { Guard } from '../process/guard.js';
import type { Process } from '../process/process.js';
import {
  asking,
  byPoints,
  checking,
  led,
  onEntry,
  PROMISE,
  points,
  promising,
  replying,
  requiring,
  reviewing,
  withDraft,
} from './answering.kit.js';
import { PEOPLE, UNITS } from './people.js';
import { type RefusalCase, refusal } from './refusal-case.js';
import type { Story } from './story.js';

const { congress, government, lead, transport } = PEOPLE;
const ATTENTION = { kind: 'proposal.mark_attention', reason: '网上热议。' } as const;
const NO_STEPS = { responsible: '王科长', milestones: [] };
const RATED = { level: 'SATISFIED' };
const tracked = (story: Story) => story.closed('B');
const contacted = (story: Story) => story.contacted();
const drafted = (story: Story) => withDraft(story.contacted());
const issue = (also: object) => (story: Story) => replying(story, also);

const DRAFTS: readonly RefusalCase[] = [
  refusal('DRAFT_MISSING', 'reviewed before it is written', contacted, government, reviewing),
  refusal('COUNTERSIGN_MISSING', 'a co-unit has not signed', led, transport, replying, {
    process: (base) => ({ ...asking({ countersign: 'REQUIRED' })(base), guards: {} }),
  }),
  refusal('REPLY_NOT_REVIEWED', 'SY-25 nobody has read it', drafted, transport, replying, {
    process: asking({ review: 'REQUIRED' }),
  }),
  refusal(
    'REPLY_DIFFERS_FROM_DRAFT',
    'another text than was passed',
    (story) => drafted(story).does(government, reviewing(story)),
    transport,
    issue({ body: '另一份答复。' }),
    { process: asking({ review: 'REQUIRED' }) },
  ),
];

const LETTERS: readonly RefusalCase[] = [
  refusal(
    'DOCUMENT_NUMBER_MALFORMED',
    'a number of its own',
    contacted,
    transport,
    issue({ documentNumber: '一号' }),
    {
      process: asking({ documentNumber: '{text}函〔{year}〕{serial}号' }),
    },
  ),
  refusal(
    'SIGNATORY_NOT_ALLOWED',
    'signed by the handler',
    contacted,
    transport,
    issue({ signatory: { name: '某', role: 'UNIT_HANDLER' } }),
    {
      process: asking({ signatories: ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD'] }),
    },
  ),
  refusal('LETTER_FIELD_MISSING', 'SY-14 without the feedback form', contacted, transport, replying, {
    process: asking({ required: ['FEEDBACK_FORM'] }),
  }),
];

const COMMITMENTS: readonly RefusalCase[] = [
  refusal(
    'TOO_MANY_COMMITMENTS',
    'one more than allowed',
    contacted,
    transport,
    issue({ commitments: Array(21).fill(PROMISE) }),
  ),
  refusal(
    'COMMITMENT_DUE_PAST',
    'kept yesterday',
    contacted,
    transport,
    issue({ commitments: [{ ...PROMISE, dueOn: '2026-01-01' }] }),
  ),
  refusal(
    'COMMITMENT_NOT_OPEN',
    'kept already',
    (story) => promising(story).does(congress, checking(story)),
    congress,
    checking,
  ),
];

const ROUNDS: readonly RefusalCase[] = [
  refusal(
    'POINTS_OUT_OF_RANGE',
    'eleven of ten',
    (story) => story.confirmed(),
    lead,
    (story) => points(story.reply().replyId, 11, 30, 50, 10),
    { process: byPoints },
  ),
  refusal(
    'ROUNDS_EXHAUSTED',
    'handled as often as it may be',
    (story) => story.replied(),
    congress,
    requiring,
    {
      process: (base) => ({ ...base, rehandling: { ...base.rehandling, maxRounds: 1 } }),
    },
  ),
];

const REGISTER: readonly RefusalCase[] = [
  refusal(
    'ATTENTION_MARKED',
    'marked twice',
    (story) => story.docketed().does(congress, ATTENTION),
    congress,
    ATTENTION,
  ),
  refusal('MILESTONES_UNSOUND', 'no steps at all', tracked, transport, onEntry('entry.plan', NO_STEPS)),
  refusal(
    'TERM_NOT_LATER',
    'into the same term',
    tracked,
    congress,
    onEntry('entry.cross_term', { toTerm: 0 }),
  ),
  refusal(
    'ENTRY_ALREADY_RATED',
    'twice in a year',
    (story) => {
      const before = tracked(story).at('2027-02-01');
      return before.does(lead, onEntry('entry.rate', RATED)(before));
    },
    lead,
    onEntry('entry.rate', RATED),
  ),
];

const split = (story: Story) => {
  const matters = ['站点', '线路'].map((text) => ({ text, unitIds: [UNITS.transport] }));
  const { assignmentId } = story
    .allocated()
    .does(government, { kind: 'matters.split', matters })
    .does(government, { kind: 'proposal.hand_over' })
    .assignment();
  return story.does(transport, { kind: 'assignment.acknowledge', assignmentId });
};
const unguarded = (base: Process): Process => ({ ...base, guards: {} });
const only =
  (code: string) =>
  (base: Process): Process => ({
    ...base,
    guards: { it: { ...(base.guards[code] as Guard), mode: 'BLOCK' } },
  });

const MATTERS: readonly RefusalCase[] = [
  refusal('MATTERS_NOT_COVERED', 'CT-11 one of two', split, transport, issue({ matters: [1] }), {
    process: unguarded,
  }),
  refusal('MATTER_NOT_ON_CASE', 'a third of two', split, transport, issue({ matters: [1, 2, 3] }), {
    process: unguarded,
  }),
  refusal('PROPOSER_NOT_ASKED', 'LC-11 nobody asked', drafted, transport, replying, {
    process: only('asked-before-issuing'),
  }),
  refusal(
    'FOLLOW_UP_MISSING',
    'done, and the proposer not told',
    (story) => {
      const evidence = [{ title: '验收单', reference: null }];
      const before = tracked(story);
      before.does(transport, onEntry('entry.claim_done', { text: '已完成。', evidence })(before));
      return before.does(lead, onEntry('entry.confirm')(before));
    },
    congress,
    onEntry('entry.strike_off'),
    { process: only('follow-up-before-strike-off') },
  ),
];

export const ANSWERING_CASES: readonly RefusalCase[] = [
  ...MATTERS,
  ...REGISTER,
  ...ROUNDS,
  ...DRAFTS,
  ...LETTERS,
  ...COMMITMENTS,
];
