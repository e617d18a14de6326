/** The county `901904`: letters have a form, co-units sign them, the office reads them; visits are rated in points, and nothing is handled twice. */
export const CAREFUL = `version: "1"
replies:
  documentNumber: "{text}函〔{year}〕{serial}号"
  signatories: [UNIT_HEAD]
  required: [FEEDBACK_FORM]
  countersign: REQUIRED
  review: OPTIONAL
  headQuota: { mode: BLOCK }
guards:
  asked-before-issuing: { mode: BLOCK, when: case.hard }
  follow-up-before-strike-off: { mode: BLOCK }
feedback:
  ownAxes:
    visit: { label: { zh: 上门沟通, en: Visits }, order: 3, points: { max: 10, satisfiedFrom: 9, basicallyFrom: 6 } }
rehandling: { maxRounds: 1 }
`;
