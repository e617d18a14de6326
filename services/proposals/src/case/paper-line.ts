import { PAPER_FIELD_WORDS } from './labels.js';
import type { CaseState } from './state.js';
import { PAPER_FIELDS, type PaperField } from './vocabulary.js';

/** One field in which the paper original says something else than what was submitted on line. */
export type PaperDifference = {
  readonly field: PaperField;
  readonly online: string;
  readonly paper: string;
};

/** Line breaks, spaces and the width of characters are the printer's, not the author's. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

const list = (ids: readonly string[]): string => [...new Set(ids)].sort().join(' ');

type Line = {
  readonly title: string;
  readonly body: string;
  readonly leadProposerId: string;
  readonly cosignerIds: readonly string[];
};

const VALUES: Readonly<Record<PaperField, (line: Line) => string>> = {
  TITLE: ({ title }) => plain(title),
  BODY: ({ body }) => plain(body),
  LEAD_PROPOSER: ({ leadProposerId }) => leadProposerId,
  COSIGNERS: ({ cosignerIds }) => list(cosignerIds),
};

/** Field by field, the latest submission beside the paper; empty while one of them is missing. */
export function paperDifferences(
  { snapshot, paper }: Pick<CaseState, 'snapshot' | 'paper'>,
  fields: readonly PaperField[] = PAPER_FIELDS,
): PaperDifference[] {
  if (!snapshot || !paper) return [];
  return fields.flatMap((field) => {
    const [online, onPaper] = [VALUES[field](snapshot), VALUES[field](paper)];
    return online === onPaper ? [] : [{ field, online, paper: onPaper }];
  });
}

export const fieldWords = (fields: readonly PaperField[]) => ({
  fieldsZh: fields.map((field) => PAPER_FIELD_WORDS[field][0]).join('、'),
  fieldsEn: fields.map((field) => PAPER_FIELD_WORDS[field][1]).join(', '),
});
