import { refuse } from '@duban/kernel';
import type { IntakeRequirement } from '../process/submission.js';
import type { GuardTable } from './guard.js';
import { CONSULTATION_LEVEL_WORDS, joined, worded } from './labels.js';
import { fieldWords, paperDifferences } from './paper-line.js';

export const INTAKE_GUARDS: GuardTable<IntakeRequirement['kind']> = {
  CONSULTATION({ state }, { level, min }) {
    const count = state.consultations.filter((one) => one.level === level).length;
    const params = { ...worded('level', CONSULTATION_LEVEL_WORDS, level), min, count };
    return count >= min ? null : refuse('CONSULTATION_MISSING', params);
  },

  CHECKLIST({ state, process }) {
    const points = Object.entries(process.submission.checklist).sort(([, a], [, b]) => a.order - b.order);
    const missing = points.filter(([code]) => !state.form.checklist.includes(code));
    if (missing.length === 0) return null;
    const words = (language: 'zh' | 'en') => missing.map(([, { label }]) => label[language]);
    return refuse('CHECKLIST_INCOMPLETE', {
      pointsZh: joined(words('zh'), '、'),
      pointsEn: joined(words('en'), ', '),
    });
  },

  /** What an office typed off the paper has no second line to agree with. */
  PAPER_AGREES({ state }, { fields }) {
    if (state.source !== 'ONLINE') return null;
    if (!state.paper) return refuse('PAPER_MISSING');
    const differing = paperDifferences(state, fields).map(({ field }) => field);
    return differing.length === 0 ? null : refuse('PAPER_DIFFERS', fieldWords(differing));
  },
};
