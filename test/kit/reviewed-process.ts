/**
 * The county `901903`: drafts of suggestions are reviewed before they are submitted; then two reviewers
 * and, beside them, a third decide. Proposals are checked by a lower locality first.
 */
export const REVIEWED = `version: "1"
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
