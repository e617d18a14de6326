import { checkText, mayTry, type StoredVersions } from '@duban/kernel';
import { badInput, failure, readId } from '@duban/kernel/graphql';
import { EVALUATION_ACCESS, type EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import type { Sheets } from '../../sheet/sheet.js';
import type { SheetDesk } from '../sheet-desk.js';

/** No row ever has this id. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** One of another locality becomes an id that never existed, so that both are answered alike. */
export function ownDraftId({ viewer }: EvaluationContext, text: string, field: string): string {
  const { tenant, id } = readId('sheetdraft', text, field);
  return tenant === viewer.tenant ? id : NOWHERE;
}

/** NOT_GRANTED for another locality, FORBIDDEN for roles that do not read this. */
export async function requireDesk(
  context: EvaluationContext,
  locality: number,
  action: EvaluationAction,
): Promise<SheetDesk> {
  const { tenant, role } = context.viewer;
  if (locality !== tenant) throw failure('NOT_GRANTED');
  if (!mayTry(EVALUATION_ACCESS, action, role)) throw failure('FORBIDDEN');
  return (await context.reads()).sheets;
}

export type SheetVersions = Omit<SheetDesk, 'definitions'> & { readonly definitions: StoredVersions<Sheets> };

/** The versions of the own locality, or of one below: a published sheet is no secret of a place. NOT_GRANTED for any other. */
export async function requireVersions(context: EvaluationContext, locality: number): Promise<SheetVersions> {
  const { tenant, role } = context.viewer;
  if (!mayTry(EVALUATION_ACCESS, 'sheet:read', role)) throw failure('FORBIDDEN');
  if (locality === tenant) return (await context.reads()).sheets;
  const { sheets } = await context.reads('COUNTS');
  const definitions = await sheets.definitions.below(locality);
  if (!definitions) throw failure('NOT_GRANTED');
  return { ...sheets, definitions };
}

const LONGEST = 200;

/** A path or a version's name. */
export function requireText(field: string, text: string | null | undefined): void {
  if (text == null || !checkText(field, text, { max: LONGEST, min: 0 })) return;
  throw badInput(
    `“${field}”过长或含有不允许的字符。`,
    `"${field}" is too long or contains characters that are not allowed.`,
  );
}
