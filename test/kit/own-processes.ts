/** The county `901901`: suggestions only, nobody co-signs, numbers run by term, the clock waits for a session of another year. */
export const SIGNED_ALONE = `version: "1"
kinds: [NPC_SUGGESTION]
sessions: { "2030": { closedOn: "2030-01-20" } }
cosign: { enabled: false }
numbering:
  suggestion-in-session: { pattern: "{term}届第{serial:4}号", per: [TERM] }
deadlines:
  reply: { anchor: SESSION_CLOSE }
  reply-hard: null
`;

/** The county `901902`: two review stages with few reviewers and verdicts, one co-signer at most, no late feedback, and forms that only their authors correct. */
export const STRICT = `version: "1"
limits: { cosigners: 1 }
review:
  stages:
    office: { roles: [DOCKET_REVIEWER], verdicts: [ACCEPT, REJECT], reasonRequired: [REJECT] }
    second:
      order: 2
      label: { zh: 会后再审, en: Second review }
      roles: [DEPUTY_AFFAIRS_OFFICER]
      verdicts: [ACCEPT]
      reasonRequired: []
deadlines:
  feedback: { lateEffect: REFUSE }
guards:
  co-opinions-before-reply: { mode: BLOCK }
extensions: { approvers: [GOV_HANDOVER_OFFICER] }
feedback: { correction: { by: [RESPONDENT] } }
`;
