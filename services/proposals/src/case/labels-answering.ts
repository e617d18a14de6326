import type { Words } from './labels.js';
import type { ContactRole } from './vocabulary.js';
import type { LetterField } from './vocabulary-answering.js';

export { worded } from './labels.js';

export const LETTER_FIELD_WORDS: Words<LetterField> = {
  COPIES: ['抄送单位', 'bodies that get a copy'],
  CONTACT: ['联系人和联系电话', 'contact person and phone'],
  DISCLOSURE: ['公开属性', 'disclosure'],
  FEEDBACK_FORM: ['办理情况反馈意见表', 'the feedback form'],
  COMMITMENTS: ['承诺事项', 'commitments'],
};

export const CONTACT_ROLE_WORDS: Words<ContactRole> = {
  PROPOSER: ['提出人', 'proposer'],
  UNIT_HEAD: ['单位主要负责人', "the unit's head"],
  UNIT_DEPUTY_HEAD: ['单位分管负责人', "the unit's deputy head"],
  SECTION_HEAD: ['科室负责人', "the section's head"],
  UNIT_HANDLER: ['承办人', 'handler'],
  CONGRESS_OFFICE: ['人大工作机构', "the congress's office"],
  CPPCC_OFFICE: ['政协工作机构', "the CPPCC's office"],
  GOVERNMENT_OFFICE: ['政府办公室', "the government's office"],
  STREET_COMMITTEE: ['街道人大工委', "the street's committee"],
  STAKEHOLDER: ['利益相关方', 'an interested party'],
  OTHER: ['其他', 'other'],
};
