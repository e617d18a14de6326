import type { Command } from '../case/commands.js';
import type { Process } from '../process/process.js';
import { id, PEOPLE, viewerAs } from './people.js';
import { type RefusalCase, refusal } from './refusal-case.js';
import type { Story } from './story.js';

const { lead, second, congress, transport, water } = PEOPLE;
const handedOver = (story: Story) => story.handedOver();

export const enter = (record: string, values: readonly object[], also: object = {}): Command =>
  ({ kind: 'record.enter', record, values, ...also }) as Command;

export const PLAN = [{ field: 'content', text: '每月督办一次。' }];
export const PROMPT = [
  { field: 'kind', choice: 'WARNING' },
  { field: 'content', text: '进度滞后。' },
];

const prompt =
  (values: readonly object[] = PROMPT) =>
  (story: Story): Command =>
    enter('work-prompt', values, { assignmentId: story.assignment().assignmentId });
const prompted = (story: Story) => {
  const before = handedOver(story);
  return before.does(congress, prompt()(before));
};
const planned = (story: Story) => handedOver(story).does(congress, enter('supervision-plan', PLAN));
const vote = (count: number, members = 40) => [
  { field: 'members', number: members },
  { field: 'ballots', ballots: [{ choice: 'SATISFIED', count }] },
];
const on =
  (kind: string, also: object = {}) =>
  (story: Story): Command =>
    ({ kind, recordId: story.state.records.at(-1)?.recordId ?? id(9), ...also }) as Command;

/** The plan, to be signed by the lead proposer. */
const signedByLead = (base: Process): Process => ({
  ...base,
  records: {
    ...base.records,
    'supervision-plan': {
      ...base.records['supervision-plan'],
      signers: { lead: { label: { zh: '代表', en: 'Deputy' }, roles: ['LEAD_PROPOSER'] } },
    } as never,
  },
});

const guarded = (base: Process): Process => ({
  ...base,
  guards: {
    ...base.guards,
    planned: {
      before: 'proposal.close',
      label: { zh: '须有督办方案', en: 'Planned' },
      require: { kind: 'RECORD', record: 'supervision-plan' },
      mode: 'BLOCK',
    },
  },
});

export const RECORD_CASES: readonly RefusalCase[] = [
  refusal(
    'RECORD_TOO_EARLY',
    'a draft is supervised',
    (story) => story.drafted(),
    congress,
    enter('supervision-plan', PLAN),
  ),
  refusal('RECORD_KIND_UNKNOWN', 'no such kind', handedOver, congress, enter('dance', [])),
  refusal('RECORD_SUBJECT_WRONG', 'a prompt to no unit', handedOver, congress, enter('work-prompt', PROMPT)),
  refusal('RECORD_SUBJECT_WRONG', 'a meeting on a case', handedOver, congress, enter('meeting', [])),
  refusal('RECORD_NOT_YOURS_TO_ENTER', 'a deputy plans', handedOver, lead, enter('supervision-plan', PLAN)),
  refusal(
    'RECORD_FIELD_UNKNOWN',
    'a field nobody knows',
    handedOver,
    congress,
    enter('supervision-plan', [...PLAN, { field: 'colour', text: '红' }]),
  ),
  refusal(
    'RECORD_FIELD_REQUIRED',
    'without its content',
    handedOver,
    congress,
    enter('supervision-plan', []),
  ),
  refusal(
    'RECORD_FIELD_INVALID',
    'a choice there is not',
    handedOver,
    congress,
    prompt([{ field: 'kind', choice: 'SHOUT' }]),
  ),
  refusal(
    'RECORD_BALLOTS_TOO_MANY',
    'more votes than members',
    handedOver,
    congress,
    enter('satisfaction-vote', vote(41)),
  ),
  refusal('RECORD_NOT_FOUND', 'no such record', handedOver, congress, on('record.sign')),
  refusal('RECORD_NOT_FOUND', 'a prompt that is not for deputies', prompted, lead, on('record.sign')),
  refusal(
    'RECORD_NOT_FOUND',
    'a prompt to another unit',
    prompted,
    water,
    on('record.answer', { text: '好。' }),
  ),
  refusal('RECORD_FULLY_SIGNED', 'nobody needs to sign', planned, congress, on('record.sign')),
  refusal('RECORD_NOT_YOURS_TO_SIGN', 'the office for the deputy', planned, congress, on('record.sign'), {
    process: signedByLead,
  }),
  refusal('RECORD_NEEDS_NO_ANSWER', 'a plan', planned, transport, on('record.answer', { text: '好。' })),
  refusal(
    'RECORD_NOT_YOURS_TO_ANSWER',
    'the office',
    prompted,
    congress,
    on('record.answer', { text: '好。' }),
  ),
  refusal(
    'RECORD_ALREADY_ANSWERED',
    'twice',
    (story) => {
      const before = prompted(story);
      return before.does(transport, on('record.answer', { text: '已整改。' })(before));
    },
    transport,
    on('record.answer', { text: '再答。' }),
  ),
  refusal(
    'RECORD_NOT_FOUND',
    'another deputy corrects what is not theirs to see',
    prompted,
    second,
    on('record.correct', { values: PROMPT, reason: '笔误。' }),
  ),
  refusal(
    'RECORD_NOT_YOURS_TO_ENTER',
    'an evaluator corrects',
    planned,
    viewerAs('EVALUATOR'),
    on('record.correct', { values: PLAN, reason: '笔误。' }),
  ),
  refusal(
    'RECORD_MISSING',
    'closed without a plan',
    (story) => story.rated(),
    congress,
    { kind: 'proposal.close' },
    {
      process: guarded,
    },
  ),
];
