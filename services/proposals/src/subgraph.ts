import { buildSubgraph, type Subgraph } from '@duban/kernel/graphql';
import { AcknowledgeAssignmentMutation } from './acknowledge-assignment/acknowledge-assignment.mutation.js';
import { AllocateUnitsMutation } from './allocate-units/allocate-units.mutation.js';
import { AnswerCosigningMutation } from './answer-cosigning/answer-cosigning.mutation.js';
import { AssignmentQueries, UnitAssignments } from './assignment-list/assignment-list.query.js';
import { CancelInvitationMutation } from './cancel-invitation/cancel-invitation.mutation.js';
import { resolveAssignment } from './case-children.reference.js';
import { ClaimDoneMutation } from './claim-done/claim-done.mutation.js';
import { CloseProposalMutation } from './close-proposal/close-proposal.mutation.js';
import { ConfirmClassMutation } from './confirm-class/confirm-class.mutation.js';
import { ConfirmDoneMutation } from './confirm-done/confirm-done.mutation.js';
import { DecideExtensionMutation } from './decide-extension/decide-extension.mutation.js';
import { DecideReturnMutation } from './decide-return/decide-return.mutation.js';
import { DecideReviewMutation } from './decide-review/decide-review.mutation.js';
import { DesignateKeyMutation } from './designate-key/designate-key.mutation.js';
import { DocketProposalMutation } from './docket-proposal/docket-proposal.mutation.js';
import { DowngradeEntryMutation } from './downgrade-entry/downgrade-entry.mutation.js';
import { DraftProposalMutation } from './draft-proposal/draft-proposal.mutation.js';
import { resolveLocality, resolveMandate, resolveUnit } from './foreign.reference.js';
import { GiveCoOpinionMutation } from './give-co-opinion/give-co-opinion.mutation.js';
import { GiveFeedbackMutation } from './give-feedback/give-feedback.mutation.js';
import { HandOverProposalMutation } from './hand-over-proposal/hand-over-proposal.mutation.js';
import { ImportLedgerMutation } from './import-ledger/import-ledger.mutation.js';
import { LEDGER_REFUSALS } from './import-ledger/ledger-refusals.js';
import { InviteCosignerMutation } from './invite-cosigner/invite-cosigner.mutation.js';
import { IssueReplyMutation } from './issue-reply/issue-reply.mutation.js';
import { MergeProposalMutation } from './merge-proposal/merge-proposal.mutation.js';
import type { ProposalDeps } from './proposal.deps.js';
import { resolveProposal } from './proposal.reference.js';
import { AssignmentLinks, ReturnRequestLinks } from './proposal-detail/assignment-links.query.js';
import { ProposalHistory } from './proposal-detail/proposal-history.query.js';
import { CoSignatureLinks, ProposalLinks } from './proposal-detail/proposal-links.query.js';
import {
  ContactLinks,
  FeedbackLinks,
  ReplyLinks,
  TrackingEntryLinks,
} from './proposal-detail/reply-links.query.js';
import { LocalityProposals, MandateProposals, ProposalQueries } from './proposal-list/proposal-list.query.js';
import { RecordContactMutation } from './record-contact/record-contact.mutation.js';
import { RecordProgressMutation } from './record-progress/record-progress.mutation.js';
import { PROPOSAL_REFUSALS } from './refusals.js';
import { RefuseClaimMutation } from './refuse-claim/refuse-claim.mutation.js';
import { RehandEntryMutation } from './rehand-entry/rehand-entry.mutation.js';
import { RequestExtensionMutation } from './request-extension/request-extension.mutation.js';
import { RequestReturnMutation } from './request-return/request-return.mutation.js';
import { ReviseDraftMutation } from './revise-draft/revise-draft.mutation.js';
import { RollOverEntryMutation } from './roll-over-entry/roll-over-entry.mutation.js';
import { LocalityProcess } from './show-process/show-process.query.js';
import { StrikeOffEntryMutation } from './strike-off-entry/strike-off-entry.mutation.js';
import { SubmitProposalMutation } from './submit-proposal/submit-proposal.mutation.js';
import { ProposalTimeline, TimelineLinks } from './timeline/timeline.query.js';
import { LocalityTracking } from './tracking-list/tracking-list.query.js';
import { WithdrawProposalMutation } from './withdraw-proposal/withdraw-proposal.mutation.js';

const QUERIES = [
  AssignmentQueries,
  UnitAssignments,
  AssignmentLinks,
  ReturnRequestLinks,
  ProposalHistory,
  CoSignatureLinks,
  ProposalLinks,
  ContactLinks,
  FeedbackLinks,
  ReplyLinks,
  TrackingEntryLinks,
  LocalityProposals,
  MandateProposals,
  ProposalQueries,
  ProposalTimeline,
  TimelineLinks,
  LocalityTracking,
  LocalityProcess,
] as const;

const MUTATIONS = [
  AcknowledgeAssignmentMutation,
  AllocateUnitsMutation,
  AnswerCosigningMutation,
  CancelInvitationMutation,
  ClaimDoneMutation,
  CloseProposalMutation,
  ConfirmClassMutation,
  ConfirmDoneMutation,
  DecideExtensionMutation,
  DecideReturnMutation,
  DecideReviewMutation,
  DesignateKeyMutation,
  DocketProposalMutation,
  DowngradeEntryMutation,
  DraftProposalMutation,
  GiveCoOpinionMutation,
  GiveFeedbackMutation,
  HandOverProposalMutation,
  InviteCosignerMutation,
  ImportLedgerMutation,
  IssueReplyMutation,
  MergeProposalMutation,
  RecordContactMutation,
  RecordProgressMutation,
  RefuseClaimMutation,
  RehandEntryMutation,
  RequestExtensionMutation,
  RequestReturnMutation,
  ReviseDraftMutation,
  RollOverEntryMutation,
  StrikeOffEntryMutation,
  SubmitProposalMutation,
  WithdrawProposalMutation,
] as const;

/** The subgraph `proposals`: cases, assignments, replies, contacts, feedback, the tracking register. */
export const proposalsSubgraph = (): Subgraph =>
  buildSubgraph<ProposalDeps>({
    name: 'proposals',
    resolvers: [...QUERIES, ...MUTATIONS],
    references: {
      Proposal: resolveProposal,
      Assignment: resolveAssignment,
      Locality: resolveLocality,
      Unit: resolveUnit,
      Mandate: resolveMandate,
    },
    refusals: { ...PROPOSAL_REFUSALS, ...LEDGER_REFUSALS },
  });
