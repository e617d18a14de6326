import { checkText, refuse } from '@duban/kernel';
import type { Process } from '../process/process.js';
import type { RefusalCode } from './refusals.js';
import type { Refusal, Scene } from './rule.js';
import type { Assignment, CaseState } from './state.js';

/** Only the lead proposer; the office where the source lets it enter for them. */
export const asLeadProposer = ({ source, viewer, state }: Scene): Refusal | null =>
  source.actor === 'ANY' || viewer.mandateId === state.leadProposerId ? null : refuse('NOT_LEAD_PROPOSER');

/** Only staff of the unit that has the assignment. */
export const asUnit = ({ source, viewer }: Scene, { unitId }: Pick<Assignment, 'unitId'>): Refusal | null =>
  source.actor === 'ANY' || viewer.unitId === unitId ? null : refuse('NOT_YOUR_ASSIGNMENT');

/** Only the roles the process names for this decision. */
export const asOneOf = (
  { source, viewer }: Scene,
  roles: readonly string[],
  code: RefusalCode = 'NOT_APPROVER',
): Refusal | null => (source.actor === 'ANY' || roles.includes(viewer.role) ? null : refuse(code));

/** A mandate that may take part in this kind of case now. */
export function checkMandate(
  { context, state }: Scene,
  mandateId: string,
  kind = state.kind,
): Refusal | null {
  const mandate = context.mandates.get(mandateId);
  if (!mandate) return refuse('MANDATE_NOT_FOUND');
  if (!mandate.active) return refuse('MANDATE_NOT_ACTIVE');
  const wanted = kind === 'NPC_SUGGESTION' ? 'DEPUTY' : 'CPPCC_MEMBER';
  return mandate.kind === wanted ? null : refuse('MANDATE_WRONG_KIND');
}

export function checkUnit({ context }: Scene, unitId: string): Refusal | null {
  const unit = context.units.get(unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  return unit.active ? null : refuse('UNIT_NOT_ACTIVE');
}

/** Text a person typed, up to the process's limit; `null` and `undefined` are fine unless required. */
export function checkTyped(
  { process }: Pick<Scene, 'process'>,
  field: string,
  text: string | null | undefined,
  limit: keyof Process['limits'] = 'text',
): Refusal | null {
  if (text === null || text === undefined) return null;
  return checkText(field, text, { max: process.limits[limit] }) as Refusal | null;
}

/** A document number, a name, a short remark: one line of at most 100 characters. */
export const checkLine = (field: string, text: string | null | undefined): Refusal | null =>
  text === null || text === undefined ? null : (checkText(field, text, { max: 100 }) as Refusal | null);

/** Mandates of all who stand behind the case: lead and confirmed co-signers, then authors of merged cases. */
export function authorsOf(state: CaseState): string[] {
  const cosigners = state.snapshot?.cosignerIds ?? [];
  const absorbed = state.absorbed.flatMap((one) => one.authorIds);
  return [...new Set([state.leadProposerId, ...cosigners, ...absorbed])];
}
