import type { SubmissionEvents } from './events-intake.js';
import type { FoldOf } from './fold-intake.js';

export const SUBMISSION_FOLDS: FoldOf<SubmissionEvents> = {
  'form.filled': (_, filled) => {
    const { origin, originNote, formation, repeatedYears, wishesContact, replyNotNeeded } = filled;
    const { contactPerson, checklist } = filled;
    const said = { origin, originNote, formation, repeatedYears, wishesContact, replyNotNeeded };
    return { form: { ...said, contactPerson, checklist } };
  },
  'consultation.recorded': (state, { consultationId, level, unitId, organisation, ...rest }, at) => {
    const { channel, outcome, summary } = rest;
    const whom = { consultationId, level, unitId, organisation };
    return { consultations: [...state.consultations, { ...whom, channel, outcome, summary, at }] };
  },
  'paper.registered': (_, { title, body, leadProposerId, cosignerIds, pages, reference }, at) => ({
    paper: { title, body, leadProposerId, cosignerIds, pages, reference, at },
  }),
};
