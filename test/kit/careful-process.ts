/** The county `901904`: letters have a form, co-units sign them, the office reads them. */
export const CAREFUL = `version: "1"
replies:
  documentNumber: "{text}函〔{year}〕{serial}号"
  signatories: [UNIT_HEAD]
  required: [FEEDBACK_FORM]
  countersign: REQUIRED
  review: OPTIONAL
`;
