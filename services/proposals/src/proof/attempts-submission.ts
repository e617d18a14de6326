import { CONSULTATION_LEVELS } from '../case/vocabulary.js';
import type { AttemptTable } from './course.js';
import { mandateOf, UNITS } from './world.js';

/** What goes with the text: signatures as many as may be, everything ticked, everybody asked, the same on paper. */
export const SUBMISSION_ATTEMPTS: AttemptTable = {
  'cosigner.invite': ({ state, process }) => {
    const { maxCosigners = Number.POSITIVE_INFINITY } =
      process.submission.proposers[state.proposerType] ?? {};
    const next = state.cosignatures.length + 1;
    return next > maxCosigners ? [] : [{ kind: 'cosigner.invite', mandateId: mandateOf(next) }];
  },
  'form.fill': ({ process, state }) => [
    {
      kind: 'form.fill',
      origin: Object.keys(process.submission.origins)[0] ?? null,
      ...{ originNote: '走访', repeatedYears: 0, contactPerson: { name: '甲', phone: '1' } },
      checklist: Object.keys(process.submission.checklist),
      wishesContact: !state.form.wishesContact,
    },
  ],
  'consultation.record': () =>
    CONSULTATION_LEVELS.map((level) => ({
      kind: 'consultation.record',
      ...{ level, unitId: UNITS[0] ?? null, organisation: '上级单位', channel: 'MEETING' },
      ...{ outcome: 'SUPPORTS', summary: '赞成' },
    })),
  'paper.register': ({ state: { snapshot } }) =>
    snapshot
      ? [
          {
            kind: 'paper.register',
            ...{ title: snapshot.title, body: snapshot.body },
            ...{ leadProposerId: snapshot.leadProposerId, cosignerIds: snapshot.cosignerIds },
          },
        ]
      : [],
};
