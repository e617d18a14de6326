import type { Command } from '../case/commands.js';
import type { Process } from '../process/process.js';
import type { SubmissionProcess } from '../process/submission.js';
import { id, MANDATES, PEOPLE } from './people.js';
import { type RefusalCase, refusal } from './refusal-case.js';
import { DRAFT, type Story } from './story.js';
import {
  BOTH_LINES,
  CHECKED,
  CHECKLIST,
  CONSULTED,
  withGuards,
  withSubmission,
} from './submission-process.kit.js';

const { lead, congress } = PEOPLE;
const none = (story: Story) => story;
const drafted = (story: Story) => story.drafted();
const submitted = (story: Story) => story.submitted();
const accepted = (story: Story) => story.accepted();
const draft = (also: object): Command => ({ ...DRAFT, ...also }) as Command;
const submit: Command = { kind: 'proposal.submit' };
const docket: Command = { kind: 'proposal.docket', year: 2026 };
const fill = (also: object): Command => ({ kind: 'form.fill', ...also }) as Command;
const paper = (also: object = {}): Command =>
  ({
    ...{ kind: 'paper.register', title: '关于在城东增设公交站的建议', body: '居民出行不便。' },
    ...{ leadProposerId: MANDATES.lead, cosignerIds: [], ...also },
  }) as Command;
const consult: Command = {
  ...{ kind: 'consultation.record', level: 'ABOVE', channel: 'PHONE' },
  ...{ outcome: 'SUPPORTS', summary: '赞成' },
};

const proposers =
  (change: SubmissionProcess['proposers']): RefusalCase['process'] =>
  (base: Process) =>
    withSubmission(base, { proposers: change });

/** Refusals of what goes with the text. */
export const SUBMISSION_CASES: readonly RefusalCase[] = [
  refusal(
    'PROPOSER_TYPE_NOT_ALLOWED',
    'no delegations here',
    none,
    lead,
    draft({ proposerType: 'DELEGATION' }),
    {
      process: proposers({ INDIVIDUAL: {} }),
    },
  ),
  refusal(
    'PROPOSER_TYPE_NOT_ALLOWED',
    'a suggestion of a party',
    none,
    lead,
    draft({ proposerType: 'PARTY' }),
    {
      process: proposers({ PARTY: { kinds: ['CPPCC_PROPOSAL'] } }),
    },
  ),
  refusal('COLLECTIVE_REQUIRED', 'which delegation?', none, lead, draft({ proposerType: 'DELEGATION' }), {
    process: proposers({ DELEGATION: { collectiveRequired: true } }),
  }),
  refusal('COSIGNERS_TOO_FEW', 'nobody signed', drafted, lead, submit, {
    process: proposers({ INDIVIDUAL: { minCosigners: 2 } }),
  }),
  refusal(
    'COSIGNERS_TOO_MANY',
    'one signed who may not',
    (story) =>
      story
        .drafted()
        .does(lead, { kind: 'cosigner.invite', mandateId: MANDATES.second })
        .does(PEOPLE.second, { kind: 'cosigner.confirm' }),
    lead,
    submit,
    { process: proposers({ INDIVIDUAL: { maxCosigners: 0 } }) },
  ),
  refusal('ORIGIN_UNKNOWN', 'from the moon', drafted, lead, fill({ origin: 'moon' })),
  refusal('YEARS_INVALID', 'half a year', drafted, lead, fill({ repeatedYears: 0.5 })),
  refusal('CHECKLIST_POINT_UNKNOWN', 'no such point', drafted, lead, fill({ checklist: ['luck'] })),
  refusal('CHECKLIST_INCOMPLETE', 'nothing is ticked', drafted, lead, submit, {
    process: (base) => withGuards(withSubmission(base, { checklist: CHECKLIST }), CHECKED),
  }),
  refusal('CONSULTED_REQUIRED', 'nobody is named', drafted, lead, consult),
  refusal('CONSULTATION_MISSING', 'nobody was asked', drafted, lead, submit, {
    process: (base) => withGuards(base, CONSULTED),
  }),
  refusal('UNIT_NOT_FOUND', 'an unknown unit was asked', drafted, lead, {
    ...consult,
    ...{ level: 'OWN', unitId: id(999) },
  } as Command),
  refusal('PAGES_INVALID', 'no pages', submitted, congress, paper({ pages: 0 })),
  refusal('MANDATE_NOT_FOUND', 'signed by nobody', submitted, congress, paper({ cosignerIds: [id(999)] })),
  refusal('PAPER_MISSING', 'no paper yet', accepted, congress, docket, {
    process: (base) => withGuards(base, BOTH_LINES),
  }),
  refusal(
    'PAPER_DIFFERS',
    'another text on paper',
    (story) => story.accepted().does(congress, paper()),
    congress,
    docket,
    { process: (base) => withGuards(base, BOTH_LINES) },
  ),
];
