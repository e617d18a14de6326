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
ratings:
  ownAxes:
    effect:
      label: { zh: 落实效果, en: effect }
      canonical: RESULT
      points: { max: 50, satisfiedFrom: 45, basicallyFrom: 30 }
  sources:
    VERIFICATION: { within: { amount: 2, unit: MONTH } }
    THIRD_PARTY: null
`;
