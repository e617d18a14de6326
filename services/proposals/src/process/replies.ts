import type { DefinitionReport as Report } from '@duban/kernel';
import type { ContactRole } from '../case/vocabulary.js';
import type { LetterField, ReplyFault } from '../case/vocabulary-answering.js';
import type { Label } from './label.js';

/** How replies are written, agreed, checked and signed here. */
export type Replies = {
  /** `{year}`, `{serial}` and `{text}` stand for four digits, a number and a few words; left out, any number will do. */
  readonly documentNumber?: string;
  /** Who may sign; left out, anybody. */
  readonly signatories?: readonly ContactRole[];
  /** Who may sign for a key item; left out, as for others. */
  readonly keySignatories?: readonly ContactRole[];
  /** What a formal letter must have. */
  readonly required: readonly LetterField[];
  /** Whether a formal letter must answer each matter of the case (一事一答). */
  readonly matters: 'COVER_ALL' | 'OFF';
  /** Whether co-units sign the draft before the lead unit may send it (会签). */
  readonly countersign: 'REQUIRED' | 'OFF';
  /** Whether the supervising office reads the draft first. OPTIONAL: what it rejects is not sent. */
  readonly review: 'REQUIRED' | 'OPTIONAL' | 'OFF';
  readonly reviewers: readonly string[];
  /** How many replies of a year the head of a unit brings in person, all where there are fewer; what a missing one does at the closing of the unit's year. */
  readonly headQuota: { readonly count: number; readonly mode: 'BLOCK' | 'WARN' | 'OFF' };
  readonly faults: Readonly<Record<string, { readonly label: Label; readonly canonical: ReplyFault }>>;
};

/** What was promised in a letter, with a date (承诺事项): who says whether it was kept. */
export type Commitments = { readonly checkers: readonly string[]; readonly max: number };

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  year: '\\d{4}',
  serial: '\\d{1,6}',
  text: '[^〔〕\\d]{1,20}',
};

/** A locality's pattern of a letter's number as a test of one. Null when it names what is not known. */
export function numberTest(pattern: string): RegExp | null {
  const parts = pattern.split(/\{(\w+)\}/);
  const known = parts.every((part, at) => at % 2 === 0 || PLACEHOLDERS[part] !== undefined);
  const vague = parts.filter((part, at) => at % 2 === 1 && part === 'text').length > 2;
  if (!known || vague) return null;
  const source = parts.map((part, at) => (at % 2 === 0 ? escaped(part) : PLACEHOLDERS[part])).join('');
  return new RegExp(`^${source}$`, 'u');
}

/** A number as the pattern wants it, for who has to write one. */
export const numberExample = (pattern: string): string =>
  pattern.replaceAll('{year}', '2026').replaceAll('{serial}', '1').replaceAll('{text}', '某');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** What only the whole process can show. */
export function checkReplies({ replies }: { readonly replies: Replies }, report: Report): void {
  if (replies.documentNumber !== undefined && numberTest(replies.documentNumber) === null)
    report(
      ['replies', 'documentNumber'],
      '文号式样只能使用 {year}、{serial}、{text}，{text} 最多两处。',
      'a pattern may use {year}, {serial} and, at most twice, {text}.',
    );
  if (replies.review !== 'OFF' && replies.reviewers.length === 0)
    report(
      ['replies', 'reviewers'],
      '设有答复审核，却没有审核角色。',
      'replies are reviewed, but by nobody: name the reviewers.',
    );
  for (const key of ['signatories', 'keySignatories'] as const) {
    if (replies[key]?.length === 0)
      report(['replies', key], '没有人可以签发答复。', 'nobody could sign a reply: name the roles.');
  }
}
