import { register } from '../evaluation.enums.type.js';
import type { Evidence } from '../score/score-input.js';

export const EvidenceSourceEnum = register<Evidence['source']>(
  'EvidenceSource',
  '依据类别: what kind of thing was recorded',
  {
    MANUAL: '人工评分: a grade that somebody gave',
    SURVEY: '测评: a rating from a survey',
    FLAG: '标识: something was noted; each occurrence by itself',
  },
);
