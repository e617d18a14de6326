import 'reflect-metadata';
import { buildSubgraph, type Subgraph } from '@duban/kernel/graphql';
import { ASSESSMENT_REFUSALS } from './assessments/assessment-refusals.js';
import { LocalityAssessmentTasks } from './assessments/assessment-tasks/assessment-tasks.query.js';
import { DecideObjectionMutation } from './assessments/decide-objection/decide-objection.mutation.js';
import { GiveAssessmentMutation } from './assessments/give-assessment/give-assessment.mutation.js';
import { ObjectToAssessmentMutation } from './assessments/object-to-assessment/object-to-assessment.mutation.js';
import { LocalityAwards, ProposalAwards, UnitAwards } from './awards/award-list/award-list.query.js';
import { AWARD_REFUSALS } from './awards/award-refusals.js';
import { DecideAwardMutation } from './awards/decide-award/decide-award.mutation.js';
import { NominateAwardMutation } from './awards/nominate-award/nominate-award.mutation.js';
import { PublishAwardsMutation } from './awards/publish-awards/publish-awards.mutation.js';
import { ConfirmFiguresMutation } from './confirmation/confirm-figures/confirm-figures.mutation.js';
import { CONFIRMATION_REFUSALS } from './confirmation/confirmation-refusals.js';
import {
  ConfirmationFields,
  FiguresProvisional,
  LocalityConfirmation,
} from './confirmation/show-confirmations/show-confirmations.query.js';
import { UnlockFiguresMutation } from './confirmation/unlock-figures/unlock-figures.mutation.js';
import { ApproveScoreSheetsMutation } from './definitions/approve-score-sheets/approve-score-sheets.mutation.js';
import { CheckScoreSheetsMutation } from './definitions/check-score-sheets/check-score-sheets.mutation.js';
import { DraftScoreSheetsMutation } from './definitions/draft-score-sheets/draft-score-sheets.mutation.js';
import { LockScoreSheetsMutation } from './definitions/lock-score-sheets/lock-score-sheets.mutation.js';
import { MergeScoreSheetsMutation } from './definitions/merge-score-sheets/merge-score-sheets.mutation.js';
import { RejectScoreSheetsMutation } from './definitions/reject-score-sheets/reject-score-sheets.mutation.js';
import { ReviseScoreSheetsMutation } from './definitions/revise-score-sheets/revise-score-sheets.mutation.js';
import { SHEET_REFUSALS } from './definitions/sheet-refusals.js';
import { LocalitySheetVersions } from './definitions/show-definitions/show-definitions.query.js';
import {
  LocalitySheetDrafts,
  SheetDraftJudgement,
  SheetDraftQueries,
} from './definitions/show-definitions/show-drafts.query.js';
import { SourceLocality } from './definitions/show-definitions/source-locality.query.js';
import { WithdrawSheetApprovalMutation } from './definitions/withdraw-sheet-approval/withdraw-sheet-approval.mutation.js';
import { WithdrawSheetDraftMutation } from './definitions/withdraw-sheet-draft/withdraw-sheet-draft.mutation.js';
import { DutyRecordFields, MandateDuty } from './duty/show-duty/show-duty.query.js';
import type { EvaluationDeps } from './evaluation.deps.js';
import { references } from './evaluation.reference.js';
import { CorrectEvidenceMutation } from './evidence/correct-evidence/correct-evidence.mutation.js';
import { EvidenceFields, LocalityEvidence } from './evidence/evidence-list/evidence-list.query.js';
import { ScoreCostEvidence } from './evidence/evidence-list/score-cost-evidence.query.js';
import { EVIDENCE_REFUSALS } from './evidence/evidence-refusals.js';
import { RecordEvidenceMutation } from './evidence/record-evidence/record-evidence.mutation.js';
import { ProposalFacts } from './facts/show-facts/show-facts.query.js';
import { LocalityFigures, UnitFigures } from './figures/count-figures/count-figures.query.js';
import { FiguresFields } from './figures/count-figures/figures-fields.query.js';
import { FiguresHandlingDays } from './figures/handling-days/handling-days.query.js';
import { MetricListQuery } from './figures/metric-list/metric-list.query.js';
import { FiguresItemRules } from './figures/show-item-rules/show-item-rules.query.js';
import { LocalityFlags } from './flags/flag-list/flag-list.query.js';
import { LocalityType, MandateType, ProposalType, SectionType, UnitType } from './foreign.type.js';
import { LocalityGamingSigns } from './gaming/show-signs/show-signs.query.js';
import { LocalityReportCheck } from './printed/check-report/check-report.query.js';
import { FiguresProof } from './proof/show-proof/show-proof.query.js';
import { CorrectRatingMutation } from './ratings/correct-rating/correct-rating.mutation.js';
import { ProposalRatings } from './ratings/rating-list/rating-list.query.js';
import { RATING_REFUSALS } from './ratings/rating-refusals.js';
import { RecordRatingMutation } from './ratings/record-rating/record-rating.mutation.js';
import { LocalityReport } from './report/show-report/show-report.query.js';
import { RollupRowDays } from './rollup/row-days/row-days.query.js';
import { FiguresRollup } from './rollup/show-rollup/show-rollup.query.js';
import { ScoreLineCosts, ScoreLines, ScoreVetoSection } from './runs/explain-score/explain-score.query.js';
import { PublishScoresMutation } from './runs/publish-scores/publish-scores.mutation.js';
import { LineDifferenceCauses, ScoreRunRerun } from './runs/rerun-scores/rerun-scores.query.js';
import { LocalityScoreRuns, ScoreRunQuery, ScoreRunResults } from './runs/run-list/run-list.query.js';
import { RUN_REFUSALS } from './runs/run-refusals.js';
import { SCORE_REFUSALS } from './runs/score-refusals.js';
import { LocalityRanking } from './runs/show-ranking/show-ranking.query.js';
import {
  LocalityScores,
  ProposalScore,
  SectionScore,
  UnitScore,
} from './runs/show-scores/show-scores.query.js';
import { UnitScoreHistory } from './runs/track-scores/track-scores.query.js';
import { WithdrawScoresMutation } from './runs/withdraw-scores/withdraw-scores.mutation.js';
import {
  FigureCasesFields,
  FiguresCases,
  RollupRowCases,
} from './shared-cases/drill-cases/drill-cases.query.js';
import { LocalityReadings } from './shared-cases/show-readings/show-readings.query.js';
import { ImportSurveyMutation } from './surveys/import-survey/import-survey.mutation.js';
import {
  EvidenceSurvey,
  LocalitySurveys,
  SurveyResults,
  UnitSurveyResults,
} from './surveys/survey-list/survey-list.query.js';
import { SURVEY_REFUSALS } from './surveys/survey-refusals.js';
import { LocalityTargets, TargetFields } from './targets/show-targets/show-targets.query.js';
import { AddCaseToThemeMutation } from './themes/add-case-to-theme/add-case-to-theme.mutation.js';
import { CloseThemeMutation } from './themes/close-theme/close-theme.mutation.js';
import { OpenThemeMutation } from './themes/open-theme/open-theme.mutation.js';
import { RemoveCaseFromThemeMutation } from './themes/remove-case-from-theme/remove-case-from-theme.mutation.js';
import { ReviseThemeMutation } from './themes/revise-theme/revise-theme.mutation.js';
import { FiguresCommonMatters } from './themes/show-common-matters/show-common-matters.query.js';
import { LocalityThemes, ThemeQuery } from './themes/show-themes/show-themes.query.js';
import { ThemeCases } from './themes/show-themes/theme-cases.query.js';
import { ThemeFields } from './themes/show-themes/theme-fields.query.js';
import { THEME_REFUSALS } from './themes/theme-refusals.js';
import { DraftWhatIf, SheetWhatIf } from './whatif/try-sheet/try-sheet.query.js';
import { LocalityYardstick } from './yardstick/show-yardstick/show-yardstick.query.js';

export const buildEvaluationSubgraph = (): Subgraph =>
  buildSubgraph<EvaluationDeps>({
    name: 'evaluation',
    resolvers: [
      LocalityFigures,
      UnitFigures,
      FiguresFields,
      FiguresItemRules,
      FiguresRollup,
      RollupRowDays,
      FiguresCommonMatters,
      FiguresHandlingDays,
      FiguresProof,
      FiguresCases,
      RollupRowCases,
      FigureCasesFields,
      LocalityReadings,
      ProposalFacts,
      MetricListQuery,
      LocalityReport,
      LocalityReportCheck,
      LocalityGamingSigns,
      LocalityScores,
      LocalityRanking,
      LocalityYardstick,
      UnitScore,
      UnitScoreHistory,
      SectionScore,
      ProposalScore,
      ScoreLines,
      ScoreLineCosts,
      ScoreVetoSection,
      SheetWhatIf,
      PublishScoresMutation,
      WithdrawScoresMutation,
      ScoreRunQuery,
      LocalityScoreRuns,
      ScoreRunResults,
      ScoreRunRerun,
      LineDifferenceCauses,
      DraftWhatIf,
      LocalitySheetVersions,
      SourceLocality,
      LocalitySheetDrafts,
      SheetDraftQueries,
      SheetDraftJudgement,
      DraftScoreSheetsMutation,
      ReviseScoreSheetsMutation,
      CheckScoreSheetsMutation,
      ApproveScoreSheetsMutation,
      RejectScoreSheetsMutation,
      WithdrawSheetDraftMutation,
      WithdrawSheetApprovalMutation,
      LockScoreSheetsMutation,
      MergeScoreSheetsMutation,
      RecordEvidenceMutation,
      CorrectEvidenceMutation,
      LocalityEvidence,
      ProposalRatings,
      RecordRatingMutation,
      CorrectRatingMutation,
      ConfirmFiguresMutation,
      UnlockFiguresMutation,
      LocalityConfirmation,
      ConfirmationFields,
      FiguresProvisional,
      EvidenceFields,
      ScoreCostEvidence,
      GiveAssessmentMutation,
      ObjectToAssessmentMutation,
      DecideObjectionMutation,
      LocalityAssessmentTasks,
      NominateAwardMutation,
      DecideAwardMutation,
      PublishAwardsMutation,
      LocalityAwards,
      UnitAwards,
      ProposalAwards,
      ImportSurveyMutation,
      LocalitySurveys,
      SurveyResults,
      UnitSurveyResults,
      EvidenceSurvey,
      LocalityFlags,
      MandateDuty,
      DutyRecordFields,
      LocalityTargets,
      TargetFields,
      OpenThemeMutation,
      ReviseThemeMutation,
      AddCaseToThemeMutation,
      RemoveCaseFromThemeMutation,
      CloseThemeMutation,
      ThemeQuery,
      LocalityThemes,
      ThemeFields,
      ThemeCases,
    ],
    references,
    types: [LocalityType, UnitType, SectionType, ProposalType, MandateType],
    refusals: {
      ...SHEET_REFUSALS,
      ...EVIDENCE_REFUSALS,
      ...CONFIRMATION_REFUSALS,
      ...RATING_REFUSALS,
      ...SCORE_REFUSALS,
      ...RUN_REFUSALS,
      ...ASSESSMENT_REFUSALS,
      ...AWARD_REFUSALS,
      ...SURVEY_REFUSALS,
      ...THEME_REFUSALS,
    },
  });
