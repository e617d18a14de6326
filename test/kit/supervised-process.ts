/** The county `901908`: what is shown for an inspection is its facts; leaders report before a duty ends and have one item each; a few steps wait for facts, leaders and records. */
export const SUPERVISED = `version: "1"
supervision:
  reports: { leaders: { duties: [SUPERVISION, LEAD_HANDLING], record: supervision-report } }
  quotas:
    vice-chairs:
      label: { zh: 副主任督办, en: Items of the vice-chairs }
      tier: CONGRESS_LEADER
      holder: PERSON
      min: 1
      max: 1
      mode: BLOCK
grants: { INSPECTION: { sees: METADATA } }
guards:
  many-behind-it:
    before: proposal.withdraw
    label: { zh: 两人以上联名的方可撤回, en: Withdrawn only with two co-signers }
    require: { kind: FACTS, that: "case.cosigners >= 2" }
    mode: BLOCK
  not-repeated:
    before: proposal.merge
    label: { zh: 三年内没有重复提出的方可并案, en: Merged only when not raised again and again }
    require: { kind: FACTS, that: "case.repeatedYears < 3" }
    mode: BLOCK
  a-leader:
    before: proposal.hand_over
    when: { hard: true }
    label: { zh: 难点件须有督办领导, en: A hard case has a supervising leader }
    require: { kind: DUTIES, duties: [SUPERVISION] }
    mode: BLOCK
  a-plan:
    before: extension.request
    label: { zh: 申请延期前须有督办方案, en: Planned before more time is asked for }
    require: { kind: RECORD, record: supervision-plan }
    mode: BLOCK
`;
