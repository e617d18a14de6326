/**
 * What the counties of the test provinces score by: a figure, a grade by hand, a survey, and a flag; a sheet
 * whose only weight nobody has entered yet; and which ratings they enter.
 */
export const GRADED = `version: "1"
sheets:
  graded:
    name: { zh: 测试考核, en: Test sheet }
    subject: UNIT
    maximum: 100
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      onTime:
        name: { zh: 按期办复, en: replied in time }
        weight: 40
        when: item.due
        measure: { kind: SHARE, that: item.onTime }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
      archive:
        name: { zh: 档案管理, en: archives }
        weight: 30
        measure: { kind: MANUAL, full: 100 }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
      opinion:
        name: { zh: 第三方测评, en: third-party survey }
        weight: 30
        measure: { kind: SURVEY, full: 10 }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
    adjustments:
      reported:
        name: { zh: 通报批评, en: named in a report }
        kind: DEDUCTION
        order: 1
        flag: reported
        per: 2
    vetoes:
      faked:
        name: { zh: 弄虚作假, en: faked }
        flag: faked
        scope: UNIT
        effect: INELIGIBLE_FOR_AWARD
        period: YEAR
  unweighed:
    name: { zh: 待定考核, en: Sheet without a weight }
    subject: UNIT
    maximum: 100
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      onTime:
        name: { zh: 按期办复, en: replied in time }
        weight: null
        measure: { kind: SHARE, that: item.onTime }
        mapping: { kind: LINEAR }
        missing: ZERO
  suggestion:
    name: { zh: 建议质量, en: quality of a suggestion }
    subject: PROPOSAL
    maximum: 100
    rounding: { mode: HALF_UP, digits: 2 }
    parts:
      content: { name: { zh: 内容, en: content } }
      handling: { name: { zh: 办理, en: handling } }
    indicators:
      content:
        name: { zh: 内容高质量, en: content of high quality }
        part: content
        weight: 50
        measure: { kind: MANUAL }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
      handling:
        name: { zh: 办理高质量, en: handling of high quality }
        part: handling
        weight: 50
        measure: { kind: METRIC, metric: SATISFACTION_STRICT, axis: RESULT, round: FINAL }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
  assessed:
    name: { zh: 测试评分, en: Test assessment }
    subject: UNIT
    maximum: 20
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      work:
        name: { zh: 基础工作, en: basic work }
        weight: 10
        measure:
          kind: MANUAL
          assessment:
            by: { SELF: { weight: 10 }, PEER: { weight: 20 }, PARTICIPANTS: { weight: 30 }, ORGANISER: { weight: 40 } }
            objectionDays: 5
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
      mutual:
        name: { zh: 单位互评, en: by other units }
        weight: 5
        measure: { kind: MANUAL, assessment: { by: { PEER: { weight: 1 } }, window: { from: 01-05, days: 10, yearAfter: true } } }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
      spot:
        name: { zh: 抽查, en: spot check }
        weight: 5
        measure: { kind: MANUAL, assessment: { objectionDays: 5, decidedBy: [DEPUTY_AFFAIRS_OFFICER] } }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
ratings:
  ownAxes:
    effect:
      label: { zh: 落实效果, en: effect }
      canonical: RESULT
      points: { max: 50, satisfiedFrom: 45, basicallyFrom: 30 }
  sources:
    VERIFICATION: { within: { amount: 2, unit: MONTH } }
    THIRD_PARTY: null
awards:
  test-unit:
    name: { zh: 测试先进单位, en: Test advanced unit }
    subject: UNIT
    quota: 2
    sheet: graded
    nominatedBy: [DEPUTY_AFFAIRS_OFFICER, UNIT_HEAD]
    decidedBy: [EVALUATOR]
  test-suggestion:
    name: { zh: 测试优秀建议, en: Test good suggestion }
    subject: PROPOSAL
`;
