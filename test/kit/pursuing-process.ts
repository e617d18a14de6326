/** The county `901907`: replies are brought in the station, confirmed by three, pursued to the end of the term. */
export const PURSUING = `version: "1"
guards:
  contact-at-reply:
    require: { kind: CONTACT, phase: AT_REPLY, min: 1, faceToFace: true, by: [UNIT_HEAD, UNIT_DEPUTY_HEAD], attendees: [STREET_COMMITTEE], places: [STATION], opinion: true }
    mode: BLOCK
  jointly-confirmed:
    before: proposal.close
    label: { zh: 三方共同确认, en: Confirmed by three }
    require: { kind: RECORD, record: joint-confirmation, signed: true }
    mode: BLOCK
  follow-up-before-strike-off: { mode: BLOCK }
replies:
  headQuota: { mode: BLOCK }
rehandling:
  measures:
    interview: { label: { zh: 约谈承办单位主要负责人, en: Interview of the head }, fromRound: 2, record: interview }
records:
  joint-confirmation:
    label: { zh: 共同确认落实情况, en: Joint confirmation }
    canonical: JOINT_CONFIRMATION
    about: ASSIGNMENT
    enteredBy: [DEPUTY_AFFAIRS_OFFICER]
    signers:
      leader: { label: { zh: 分管领导, en: Leader }, roles: [SUPERVISING_LEADER] }
      head: { label: { zh: 主要负责人, en: Head }, roles: [UNIT_HEAD] }
      deputy: { label: { zh: 代表, en: Deputy }, roles: [LEAD_PROPOSER] }
`;
