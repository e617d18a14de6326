/**
 * The county `901903`: drafts of suggestions are reviewed before they are submitted; then two reviewers
 * and, beside them, a third decide, and the paper must agree with what came on line. Between sessions
 * units are consulted and a checklist is kept first. Proposals are checked by a lower locality first.
 */
export const REVIEWED = `version: "1"
submission:
  proposers:
    JOINT: { minCosigners: 1, maxCosigners: 1 }
    DELEGATION: { kinds: [NPC_SUGGESTION], collectiveRequired: true }
    PARTY: { kinds: [CPPCC_PROPOSAL] }
  checklist:
    topic: { order: 1, label: { zh: 精心选题, en: topic chosen } }
guards:
  checklist:
    before: proposal.submit
    when: { period: INTER_SESSION }
    label: { zh: 撰写清单, en: Drafting checklist }
    require: { kind: CHECKLIST }
    mode: BLOCK
  upper-units:
    before: proposal.submit
    when: { period: INTER_SESSION }
    label: { zh: 与上级单位沟通, en: Units above were consulted }
    require: { kind: CONSULTATION, level: ABOVE, min: 1 }
    mode: BLOCK
  both-lines:
    before: proposal.docket
    when: { kind: NPC_SUGGESTION }
    label: { zh: 两线一致, en: Both lines agree }
    require: { kind: PAPER_AGREES, fields: [TITLE, BODY, LEAD_PROPOSER, COSIGNERS] }
    mode: BLOCK
review:
  stages:
    pre:
      order: 0
      before: SUBMIT
      when: { kind: NPC_SUGGESTION }
      label: { zh: 预审, en: Pre-review }
      body: DEPUTY_AFFAIRS_COMMITTEE
      roles: [PRE_REVIEWER]
      verdicts: [ADOPT, REVISE, RETURN]
      reasonRequired: [REVISE, RETURN]
    office:
      when: { kind: NPC_SUGGESTION }
      quorum: 2
      timeLimit: { amount: 5, unit: WORKDAY }
      roles: [DEPUTY_AFFAIRS_OFFICER, DELEGATION_REVIEWER]
      verdicts: [ACCEPT, REWRITE, REQUEST_REVISION, REJECT, MERGE, CONVERT]
    motions:
      order: 1
      when: { kind: NPC_SUGGESTION }
      label: { zh: 议案组审查, en: Motions group }
      body: SESSION_MOTIONS_GROUP
      roles: [MOTIONS_GROUP_REVIEWER]
      verdicts: [ACCEPT, REWRITE, REJECT]
      reasonRequired: [REJECT]
    lower:
      order: 1
      when: { kind: CPPCC_PROPOSAL }
      label: { zh: 下级初审, en: First check below }
      by: BELOW
      roles: [PROPOSAL_COMMITTEE_OFFICER]
      verdicts: [ACCEPT, REJECT]
      reasonRequired: [REJECT]
`;
