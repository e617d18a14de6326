import { buildSubgraph, type Subgraph } from '@duban/kernel/graphql';
import { PROPOSAL_REFUSALS } from './case/refusals.js';
import { AcknowledgeWarningMutation } from './clocks/acknowledge-warning/acknowledge-warning.mutation.js';
import { WARNING_REFUSALS } from './clocks/acknowledge-warning/warning-refusals.js';
import { AssignmentClocks, ProposalClocks } from './clocks/clock-list/clock-list.query.js';
import { LocalityWarnings, ProposalWarnings } from './clocks/warning-list/warning-list.query.js';
import { ApproveProcessMutation } from './definitions/approve-process/approve-process.mutation.js';
import { CheckProcessMutation } from './definitions/check-process/check-process.mutation.js';
import { DraftProcessMutation } from './definitions/draft-process/draft-process.mutation.js';
import { DEFINITION_REFUSALS } from './definitions/draft-refusals.js';
import { LockProcessMutation } from './definitions/lock-process/lock-process.mutation.js';
import { MergeProcessMutation } from './definitions/merge-process/merge-process.mutation.js';
import { RejectProcessMutation } from './definitions/reject-process/reject-process.mutation.js';
import { ReviseProcessMutation } from './definitions/revise-process/revise-process.mutation.js';
import { LocalityDefinitions } from './definitions/show-definitions/show-definitions.query.js';
import {
  DraftJudgement,
  DraftQueries,
  LocalityDrafts,
} from './definitions/show-definitions/show-drafts.query.js';
import { SourceLocality } from './definitions/show-definitions/source-locality.query.js';
import { WithdrawApprovalMutation } from './definitions/withdraw-approval/withdraw-approval.mutation.js';
import { WithdrawDraftMutation } from './definitions/withdraw-draft/withdraw-draft.mutation.js';
import { GiveOpinionMutation } from './grants/give-opinion/give-opinion.mutation.js';
import { GrantCaseMutation } from './grants/grant-case/grant-case.mutation.js';
import { OpenGrantedCaseMutation } from './grants/open-granted-case/open-granted-case.mutation.js';
import { RevokeCaseGrantMutation } from './grants/revoke-case-grant/revoke-case-grant.mutation.js';
import { LocalityGrantedCases, ProposalGrants } from './grants/show-granted-case.query.js';
import { TakeOpinionMutation } from './grants/take-opinion/take-opinion.mutation.js';
import { resolveAssignment } from './graph/case-children.reference.js';
import { resolveLocality, resolveMandate, resolveUnit } from './graph/foreign.reference.js';
import { resolveProposal } from './graph/proposal.reference.js';
import { AcknowledgeAssignmentMutation } from './handling/acknowledge-assignment/acknowledge-assignment.mutation.js';
import { AllocateUnitsMutation } from './handling/allocate-units/allocate-units.mutation.js';
import { AnswerAllocationMutation } from './handling/answer-allocation/answer-allocation.mutation.js';
import { CheckCommitmentMutation } from './handling/check-commitment/check-commitment.mutation.js';
import { CloseProposalMutation } from './handling/close-proposal/close-proposal.mutation.js';
import { CloseUnitYearMutation } from './handling/close-unit-year/close-unit-year.mutation.js';
import { UNIT_YEAR_REFUSALS } from './handling/close-unit-year/unit-year-refusals.js';
import { CompleteMilestoneMutation } from './handling/complete-milestone/complete-milestone.mutation.js';
import { ConfirmClassMutation } from './handling/confirm-class/confirm-class.mutation.js';
import { CorrectFeedbackMutation } from './handling/correct-feedback/correct-feedback.mutation.js';
import { CountersignReplyMutation } from './handling/countersign-reply/countersign-reply.mutation.js';
import { DecideExtensionMutation } from './handling/decide-extension/decide-extension.mutation.js';
import { DecideReturnMutation } from './handling/decide-return/decide-return.mutation.js';
import { DraftReplyMutation } from './handling/draft-reply/draft-reply.mutation.js';
import { FileForRecordMutation } from './handling/file-for-record/file-for-record.mutation.js';
import { GiveCoOpinionMutation } from './handling/give-co-opinion/give-co-opinion.mutation.js';
import { GiveFeedbackMutation } from './handling/give-feedback/give-feedback.mutation.js';
import { HandOverBatchMutation } from './handling/hand-over-batch/hand-over-batch.mutation.js';
import { HandOverProposalMutation } from './handling/hand-over-proposal/hand-over-proposal.mutation.js';
import { IssueReplyMutation } from './handling/issue-reply/issue-reply.mutation.js';
import { NameResponsibleMutation } from './handling/name-responsible/name-responsible.mutation.js';
import { RecordContactMutation } from './handling/record-contact/record-contact.mutation.js';
import { ReportProgressMutation } from './handling/report-progress/report-progress.mutation.js';
import { RequestExtensionMutation } from './handling/request-extension/request-extension.mutation.js';
import { RequestReturnMutation } from './handling/request-return/request-return.mutation.js';
import { RequireRehandlingMutation } from './handling/require-rehandling/require-rehandling.mutation.js';
import { ReviewReplyMutation } from './handling/review-reply/review-reply.mutation.js';
import { SetPlanMutation } from './handling/set-plan/set-plan.mutation.js';
import { SignReadMutation } from './handling/sign-read/sign-read.mutation.js';
import { SplitMattersMutation } from './handling/split-matters/split-matters.mutation.js';
import { ImportLedgerMutation } from './import-ledger/import-ledger.mutation.js';
import { LEDGER_REFUSALS } from './import-ledger/ledger-refusals.js';
import { AnswerCosigningMutation } from './intake/answer-cosigning/answer-cosigning.mutation.js';
import { CancelInvitationMutation } from './intake/cancel-invitation/cancel-invitation.mutation.js';
import { DecideReviewMutation } from './intake/decide-review/decide-review.mutation.js';
import { DocketProposalMutation } from './intake/docket-proposal/docket-proposal.mutation.js';
import { DraftProposalMutation } from './intake/draft-proposal/draft-proposal.mutation.js';
import { FillFormMutation } from './intake/fill-form/fill-form.mutation.js';
import { InviteCosignerMutation } from './intake/invite-cosigner/invite-cosigner.mutation.js';
import { MergeProposalMutation } from './intake/merge-proposal/merge-proposal.mutation.js';
import { PreSubmitProposalMutation } from './intake/pre-submit-proposal/pre-submit-proposal.mutation.js';
import { RecordConsultationMutation } from './intake/record-consultation/record-consultation.mutation.js';
import { RegisterPaperMutation } from './intake/register-paper/register-paper.mutation.js';
import { ReviseDraftMutation } from './intake/revise-draft/revise-draft.mutation.js';
import { SubmitProposalMutation } from './intake/submit-proposal/submit-proposal.mutation.js';
import { WithdrawProposalMutation } from './intake/withdraw-proposal/withdraw-proposal.mutation.js';
import { MoveCasesMutation } from './moving/move-cases/move-cases.mutation.js';
import { MOVING_REFUSALS } from './moving/moving-refusals.js';
import { LocalityMoves } from './moving/plan-move/plan-move.query.js';
import { UndoMoveMutation } from './moving/undo-move/undo-move.mutation.js';
import { HandlingTerms } from './process/show-process/handling-terms.query.js';
import { LocalityProcess } from './process/show-process/show-process.query.js';
import type { ProposalDeps } from './proposal.deps.js';
import { AssignmentQueries, UnitAssignments } from './reading/assignment-list/assignment-list.query.js';
import {
  HandoverBatchLinks,
  HandoverDetailsLinks,
  LocalityBatches,
} from './reading/handover-batches/handover-batches.query.js';
import { UnitHeadQuota } from './reading/head-quota/head-quota.query.js';
import {
  AssignmentWords,
  AvailableActionWords,
  LocalityWords,
  ProposalWords,
  TimelineWords,
  TrackingEntryWords,
} from './reading/local-words/local-words.query.js';
import { AssignmentLinks, ReturnRequestLinks } from './reading/proposal-detail/assignment-links.query.js';
import { AssignmentWork } from './reading/proposal-detail/assignment-work.query.js';
import { ProposalAttention } from './reading/proposal-detail/attention.query.js';
import { EntryPursuitLinks, EntryRatingLinks } from './reading/proposal-detail/entry-pursuit.query.js';
import {
  AllocationAnswerLinks,
  FieldValueLinks,
  MatterLinks,
  ProposalHandover,
} from './reading/proposal-detail/handover-links.query.js';
import { ProposalHistory } from './reading/proposal-detail/proposal-history.query.js';
import { CoSignatureLinks, ProposalLinks } from './reading/proposal-detail/proposal-links.query.js';
import { AssignmentDraft, CountersignLinks } from './reading/proposal-detail/reply-draft.query.js';
import {
  ContactLinks,
  FeedbackLinks,
  ReplyLinks,
  TrackingEntryLinks,
} from './reading/proposal-detail/reply-links.query.js';
import { AssignmentRound, ReplyFeedback } from './reading/proposal-detail/second-round.query.js';
import { ConsultationLinks, SubmissionLinks } from './reading/proposal-detail/submission-links.query.js';
import {
  LocalityProposals,
  MandateProposals,
  ProposalQueries,
} from './reading/proposal-list/proposal-list.query.js';
import { LocalityTermClearance } from './reading/term-clearance/term-clearance.query.js';
import { ProposalTimeline, TimelineLinks } from './reading/timeline/timeline.query.js';
import { LocalityTracking } from './reading/tracking-list/tracking-list.query.js';
import { AnswerRecordMutation } from './records/answer-record/answer-record.mutation.js';
import { CorrectRecordMutation } from './records/correct-record/correct-record.mutation.js';
import { EnterRecordMutation } from './records/enter-record/enter-record.mutation.js';
import { WorkRecordLinks } from './records/record-list/record-links.query.js';
import {
  AssignmentRecords,
  LocalityRecords,
  MandateRecords,
  ProposalRecords,
  UnitRecords,
} from './records/record-list/record-list.query.js';
import { RecordValueLinks } from './records/record-value.type.js';
import { SignRecordMutation } from './records/sign-record/sign-record.mutation.js';
import { OpenSharedCaseMutation } from './sharing/open-shared-case/open-shared-case.mutation.js';
import { LocalityOpenings } from './sharing/show-openings.query.js';
import { AssignDutyMutation } from './supervision/assign-duty/assign-duty.mutation.js';
import { DeclareSessionMutation } from './supervision/declare-session/declare-session.mutation.js';
import { SESSION_REFUSALS } from './supervision/declare-session/session-refusals.js';
import { DesignateKeyMutation } from './supervision/designate-key/designate-key.mutation.js';
import { DutyLinks, ProposalDuties } from './supervision/duty.type.js';
import { EndDutyMutation } from './supervision/end-duty/end-duty.mutation.js';
import { MarkAttentionMutation } from './supervision/mark-attention/mark-attention.mutation.js';
import { LocalityQuotas, UnitQuotas } from './supervision/quota-list/quota-list.query.js';
import { LocalitySchedule, ScheduledEventLinks } from './supervision/schedule-list/schedule-list.query.js';
import { ClaimDoneMutation } from './tracking/claim-done/claim-done.mutation.js';
import { ConfirmDoneMutation } from './tracking/confirm-done/confirm-done.mutation.js';
import { CrossTermMutation } from './tracking/cross-term/cross-term.mutation.js';
import { DowngradeEntryMutation } from './tracking/downgrade-entry/downgrade-entry.mutation.js';
import { PlanEntryMutation } from './tracking/plan-entry/plan-entry.mutation.js';
import { RateEntryMutation } from './tracking/rate-entry/rate-entry.mutation.js';
import { RecordProgressMutation } from './tracking/record-progress/record-progress.mutation.js';
import { RefuseClaimMutation } from './tracking/refuse-claim/refuse-claim.mutation.js';
import { RehandEntryMutation } from './tracking/rehand-entry/rehand-entry.mutation.js';
import { RollOverEntryMutation } from './tracking/roll-over-entry/roll-over-entry.mutation.js';
import { RollOverRegisterMutation } from './tracking/roll-over-register/roll-over-register.mutation.js';
import { StrikeOffEntryMutation } from './tracking/strike-off-entry/strike-off-entry.mutation.js';
import { DraftTrial, VersionTrial } from './trial/try-process/try-process.query.js';

const QUERIES = [
  DraftTrial,
  VersionTrial,
  AssignmentQueries,
  UnitAssignments,
  AssignmentLinks,
  ReturnRequestLinks,
  ProposalHistory,
  ProposalClocks,
  AssignmentClocks,
  ProposalWarnings,
  LocalityWarnings,
  CoSignatureLinks,
  ProposalLinks,
  ContactLinks,
  FeedbackLinks,
  ReplyLinks,
  AssignmentDraft,
  AssignmentRound,
  ReplyFeedback,
  CountersignLinks,
  TrackingEntryLinks,
  LocalityProposals,
  MandateProposals,
  ProposalQueries,
  LocalityGrantedCases,
  LocalityOpenings,
  ProposalGrants,
  SubmissionLinks,
  ConsultationLinks,
  ProposalTimeline,
  TimelineLinks,
  LocalityTracking,
  LocalityTermClearance,
  EntryPursuitLinks,
  UnitHeadQuota,
  ProposalAttention,
  EntryRatingLinks,
  LocalityProcess,
  LocalityWords,
  ProposalWords,
  AssignmentWords,
  TrackingEntryWords,
  AvailableActionWords,
  TimelineWords,
  HandlingTerms,
  LocalityBatches,
  HandoverBatchLinks,
  HandoverDetailsLinks,
  AssignmentWork,
  ProposalHandover,
  MatterLinks,
  FieldValueLinks,
  AllocationAnswerLinks,
  LocalityDefinitions,
  SourceLocality,
  LocalityDrafts,
  DraftQueries,
  DraftJudgement,
  LocalitySchedule,
  ScheduledEventLinks,
  DutyLinks,
  ProposalDuties,
  LocalityQuotas,
  LocalityMoves,
  UnitQuotas,
  AssignmentRecords,
  LocalityRecords,
  MandateRecords,
  ProposalRecords,
  RecordValueLinks,
  UnitRecords,
  WorkRecordLinks,
] as const;

const MUTATIONS = [
  ApproveProcessMutation,
  CheckProcessMutation,
  DraftProcessMutation,
  LockProcessMutation,
  MergeProcessMutation,
  MoveCasesMutation,
  UndoMoveMutation,
  RejectProcessMutation,
  ReviseProcessMutation,
  WithdrawApprovalMutation,
  WithdrawDraftMutation,
  AcknowledgeAssignmentMutation,
  AssignDutyMutation,
  DeclareSessionMutation,
  EndDutyMutation,
  AnswerRecordMutation,
  CorrectRecordMutation,
  EnterRecordMutation,
  SignRecordMutation,
  AllocateUnitsMutation,
  AnswerCosigningMutation,
  CancelInvitationMutation,
  CheckCommitmentMutation,
  ClaimDoneMutation,
  CloseProposalMutation,
  ConfirmClassMutation,
  ConfirmDoneMutation,
  CountersignReplyMutation,
  DecideExtensionMutation,
  DecideReturnMutation,
  DecideReviewMutation,
  DesignateKeyMutation,
  DocketProposalMutation,
  DowngradeEntryMutation,
  DraftProposalMutation,
  DraftReplyMutation,
  GiveCoOpinionMutation,
  GiveFeedbackMutation,
  CorrectFeedbackMutation,
  HandOverBatchMutation,
  HandOverProposalMutation,
  InviteCosignerMutation,
  ImportLedgerMutation,
  IssueReplyMutation,
  MergeProposalMutation,
  GrantCaseMutation,
  GiveOpinionMutation,
  OpenGrantedCaseMutation,
  RevokeCaseGrantMutation,
  TakeOpinionMutation,
  OpenSharedCaseMutation,
  FillFormMutation,
  RecordConsultationMutation,
  RegisterPaperMutation,
  PreSubmitProposalMutation,
  RecordContactMutation,
  RecordProgressMutation,
  RefuseClaimMutation,
  RehandEntryMutation,
  RequestExtensionMutation,
  RequestReturnMutation,
  RequireRehandlingMutation,
  ReviewReplyMutation,
  ReviseDraftMutation,
  RollOverEntryMutation,
  RollOverRegisterMutation,
  MarkAttentionMutation,
  CrossTermMutation,
  CloseUnitYearMutation,
  AcknowledgeWarningMutation,
  PlanEntryMutation,
  RateEntryMutation,
  StrikeOffEntryMutation,
  SubmitProposalMutation,
  WithdrawProposalMutation,
  SplitMattersMutation,
  AnswerAllocationMutation,
  NameResponsibleMutation,
  SignReadMutation,
  SetPlanMutation,
  CompleteMilestoneMutation,
  ReportProgressMutation,
  FileForRecordMutation,
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
    refusals: {
      ...PROPOSAL_REFUSALS,
      ...LEDGER_REFUSALS,
      ...DEFINITION_REFUSALS,
      ...UNIT_YEAR_REFUSALS,
      ...MOVING_REFUSALS,
      ...SESSION_REFUSALS,
      ...WARNING_REFUSALS,
    },
  });
