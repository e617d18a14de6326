import { accept, refuse } from '@duban/kernel';
import { asLeadProposer, checkMandate, checkTyped } from './actor-rules.js';
import { latest } from './clock.js';
import type { CommandOf } from './commands.js';
import { circumstancesOf } from './condition-facts.js';
import { dueFor } from './deadline-rules.js';
import type { ProposalContent } from './events.js';
import { checkProposerType } from './proposer-rules.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';

type Draft = CommandOf<'proposal.draft'>;

function checkContent(scene: Scene, content: ProposalContent): Refusal | null {
  const { context } = scene;
  return firstRefusal(
    () => checkTyped(scene, 'title', content.title, 'title'),
    () => checkTyped(scene, 'body', content.body, 'body'),
    () =>
      content.category !== null && !context.categories.has(content.category)
        ? refuse('CATEGORY_UNKNOWN', { category: content.category })
        : null,
    () => (content.suggestedUnitIds.every((id) => context.units.has(id)) ? null : refuse('UNIT_NOT_FOUND')),
  );
}

const contentOf = (draft: Draft): ProposalContent => ({
  title: draft.title,
  body: draft.body,
  category: draft.category ?? null,
  suggestedUnitIds: draft.suggestedUnitIds ?? [],
});

/** Who may stand first: the viewer's own mandate, unless an office enters the case from paper. */
function checkLead(scene: Scene, draft: Draft, leadProposerId: string): Refusal | null {
  const own = scene.source.actor === 'ANY' || leadProposerId === scene.viewer.mandateId;
  return own ? checkMandate(scene, leadProposerId, draft.proposalKind) : refuse('NOT_LEAD_PROPOSER');
}

const draftProposal: Rule<'proposal.draft', 'CASE'> = {
  action: 'proposal:draft',
  on: 'CASE',
  may: ({ source, viewer }) =>
    source.actor === 'ANY' || viewer.mandateId !== null ? null : refuse('NOT_LEAD_PROPOSER'),
  since: () => null,
  decide(scene, _, draft): Decision {
    const leadProposerId = draft.leadProposerId ?? scene.viewer.mandateId;
    if (!leadProposerId) return refuse('MANDATE_NOT_FOUND');
    const content = contentOf(draft);
    const kind = draft.proposalKind;
    const refusal = firstRefusal(
      () => (scene.process.kinds.includes(kind) ? null : refuse('KIND_NOT_HANDLED', { kind })),
      () => checkLead(scene, draft, leadProposerId),
      () => checkProposerType(scene, draft),
      () => checkContent(scene, content),
      () => checkTyped(scene, 'collective', draft.collective, 'title'),
    );
    if (refusal) return refusal;
    const { proposalId, period, proposerType, collective = null, disclosureConsent = 'NONE' } = draft;
    const given = { proposalId, kind, period, proposerType, leadProposerId, collective, disclosureConsent };
    return accept([
      happened(scene, 'proposal.drafted', { ...content, ...given, source: scene.context.source }),
    ]);
  },
};

function revised({ state }: Scene, command: CommandOf<'proposal.revise'>): ProposalContent {
  const { title, body, category, suggestedUnitIds } = state.content;
  return {
    title: command.title ?? title,
    body: command.body ?? body,
    category: command.category === undefined ? category : command.category,
    suggestedUnitIds: command.suggestedUnitIds ?? suggestedUnitIds,
  };
}

/** Who had signed has signed the old words: the new ones need a new signature, when the process says so. */
function reopenedBy(scene: Scene, content: ProposalContent) {
  const { state, process, context } = scene;
  const same = content.title === state.content.title && content.body === state.content.body;
  const due = dueFor(process, 'COSIGN', circumstancesOf(scene), scene.at, context);
  if (same || !due || !process.cosign.reconfirmOnRevision) return [];
  const confirmed = state.cosignatures.filter((one) => one.status === 'CONFIRMED');
  return confirmed.map(({ mandateId }) => ({ mandateId, due }));
}

const reviseProposal: Rule<'proposal.revise', 'CASE'> = {
  action: 'proposal:revise',
  on: 'CASE',
  may: asLeadProposer,
  since: ({ state }) =>
    latest(state.draftedAt, state.preSubmission?.at, state.snapshot?.submittedAt, state.reviews.at(-1)?.at),
  decide(scene, _, command): Decision {
    const { state } = scene;
    const content = revised(scene, command);
    const refusal = firstRefusal(
      () => checkContent(scene, content),
      () => checkTyped(scene, 'reason', command.reason),
      () => (JSON.stringify(content) === JSON.stringify(state.content) ? refuse('NOTHING_REVISED') : null),
    );
    if (refusal) return refusal;
    const version = state.contentVersion + 1;
    const reopened = reopenedBy(scene, content);
    const reason = command.reason ?? null;
    return accept([happened(scene, 'proposal.revised', { ...content, version, reason, reopened })]);
  },
};

const withdrawProposal: Rule<'proposal.withdraw', 'CASE'> = {
  action: 'proposal:withdraw',
  on: 'CASE',
  may: (scene) =>
    firstRefusal(
      () => asLeadProposer(scene),
      () => (scene.state.absorbed.length > 0 ? refuse('WITHDRAWAL_HAS_MERGED') : null),
    ),
  since: ({ state }) =>
    latest(
      state.draftedAt,
      state.preSubmission?.at,
      state.snapshot?.submittedAt,
      state.reviews.at(-1)?.at,
      state.docketing?.at,
      state.handedOverAt,
      ...state.replies.map((one) => one.issuedAt),
    ),
  decide(scene, _, { letter, reason = null }): Decision {
    const refusal = firstRefusal(
      () => checkTyped(scene, 'letter', letter),
      () => checkTyped(scene, 'reason', reason),
    );
    const byMandateId = scene.state.leadProposerId;
    return refusal ?? accept([happened(scene, 'proposal.withdrawn', { byMandateId, letter, reason })]);
  },
};

export const INTAKE_RULES: RuleTable<'proposal.draft' | 'proposal.revise' | 'proposal.withdraw'> = {
  'proposal.draft': draftProposal,
  'proposal.revise': reviseProposal,
  'proposal.withdraw': withdrawProposal,
};
