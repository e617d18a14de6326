import type { DateUnit, OrganKind, DefinitionReport as Report } from '@duban/kernel';
import type { CanonicalReviewReason, ReviewVerdict } from '../case/vocabulary.js';
import type { Condition } from './condition.js';
import type { Label } from './label.js';

/** One stage of the review (审查环节). Stages of equal order are open at the same time, and all must decide. */
export type ReviewStage = {
  readonly order: number;
  readonly label: Label;
  /** Which body reviews; left out, it is not said. */
  readonly body?: OrganKind;
  readonly roles: readonly string[];
  /** BELOW: the office of a lower locality reviews, e.g. the county congress that elected the deputy. */
  readonly by?: 'OWN' | 'BELOW';
  /** Cases without these properties pass the stage by. */
  readonly when?: Condition;
  /** SUBMIT: a pre-review (预审) of the draft, before it may be submitted. */
  readonly before?: 'SUBMIT' | 'DOCKET';
  /** How many different reviewers must decide; one when left out. */
  readonly quorum?: number;
  /** How long the stage may take from the moment it opens. Late decisions count, and are marked. */
  readonly timeLimit?: { readonly amount: number; readonly unit: DateUnit };
  readonly verdicts: readonly ReviewVerdict[];
  /** Verdicts that need one of the reasons. */
  readonly reasonRequired: readonly ReviewVerdict[];
};

export type ReviewReason = { readonly label: Label; readonly canonical: CanonicalReviewReason };

export type ReviewProcess = {
  readonly stages: Readonly<Record<string, ReviewStage>>;
  readonly reasons: Readonly<Record<string, ReviewReason>>;
};

/** Verdicts that let a case go on. */
export const POSITIVE: readonly ReviewVerdict[] = ['ACCEPT', 'ADOPT'];
const ENDS_A_CASE: readonly ReviewVerdict[] = ['REJECT', 'CONVERT', 'MERGE'];

export function checkReview({ stages, reasons }: ReviewProcess, report: Report): void {
  for (const [code, stage] of Object.entries(stages)) {
    const path = ['review', 'stages', code];
    checkStage(path, stage, report);
    if (stage.reasonRequired.length > 0 && Object.keys(reasons).length === 0)
      report(path, '须附理由的结论没有任何理由代码可用。', 'a reason is required, but there are no reasons.');
  }
}

function checkStage(path: readonly string[], stage: ReviewStage, report: Report): void {
  if (stage.roles.length === 0 || !stage.verdicts.some((one) => POSITIVE.includes(one)))
    report(
      path,
      '须有人审查，且能作出 ACCEPT 或 ADOPT。',
      'somebody must review, and ACCEPT or ADOPT be possible.',
    );
  const early = stage.before === 'SUBMIT' ? stage.verdicts.filter((one) => ENDS_A_CASE.includes(one)) : [];
  if (early.length > 0)
    report(
      [...path, 'verdicts'],
      `提交前的预审不能作出“${early.join('、')}”,可用 ADOPT、REVISE、RETURN。`,
      `a review before submission cannot give ${early.join(', ')}; use ADOPT, REVISE, RETURN.`,
    );
  const unknown = stage.reasonRequired.filter((one) => !stage.verdicts.includes(one));
  if (unknown.length > 0)
    report(
      [...path, 'reasonRequired'],
      `此环节并不作出“${unknown.join('、')}”。`,
      `this stage does not give ${unknown.join(', ')}.`,
    );
}
