import { refuse } from '@duban/kernel';
import { worded } from '../case/labels.js';
import type { Refusal } from '../case/rule.js';
import type { RecordAbout } from '../process/records.js';

const ABOUT_WORDS: Readonly<Record<RecordAbout, readonly [zh: string, en: string]>> = {
  CASE: ['件(proposalId)', 'a case (`proposalId`)'],
  ASSIGNMENT: [
    '件及其承办任务(proposalId、assignmentId)',
    'a case and an assignment of it (`proposalId`, `assignmentId`)',
  ],
  ENTRY: ['件及其跟踪台账记录(proposalId、entryId)', 'a case and an entry of it (`proposalId`, `entryId`)'],
  UNIT: ['单位(unitId)', 'a unit (`unitId`)'],
  PERSON: ['代表(委员)资格(mandateId)', 'a mandate (`mandateId`)'],
  LOCALITY: ['本地,不填其他对象', 'the locality, without any other subject'],
};

/** What a record of the kind has to be about. */
export const wrongSubject = (about: RecordAbout): Refusal =>
  refuse('RECORD_SUBJECT_WRONG', worded('about', ABOUT_WORDS, about));
