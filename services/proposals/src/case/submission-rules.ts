import { accept, refuse } from '@duban/kernel';
import { asLeadProposer, checkLine, checkTyped, checkUnit } from './actor-rules.js';
import { latest } from './clock.js';
import type { CommandOf } from './commands.js';
import type { ProposalForm } from './events-intake.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';

const LONGEST_REPEATED = 50;

function checkForm(scene: Scene, form: ProposalForm): Refusal | null {
  const { origins, checklist } = scene.process.submission;
  const { origin, originNote, repeatedYears, contactPerson } = form;
  const point = form.checklist.find((code) => !checklist[code]);
  return firstRefusal(
    () => (origin !== null && !origins[origin] ? refuse('ORIGIN_UNKNOWN', { origin }) : null),
    () => checkTyped(scene, 'originNote', originNote),
    () => (isYears(repeatedYears) ? null : refuse('YEARS_INVALID', { max: LONGEST_REPEATED })),
    () => checkLine('contactPerson.name', contactPerson?.name),
    () => checkLine('contactPerson.phone', contactPerson?.phone),
    () => (point === undefined ? null : refuse('CHECKLIST_POINT_UNKNOWN', { point })),
  );
}

const isYears = (years: number | null): boolean =>
  years === null || (Number.isInteger(years) && years >= 0 && years <= LONGEST_REPEATED);

/** What is left out stays as it is. */
function filled(
  { state }: Scene,
  { kind: _, occurredAt: __, ...said }: CommandOf<'form.fill'>,
): ProposalForm {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  const form: ProposalForm = { ...state.form, ...Object.fromEntries(given) };
  return { ...form, formation: distinct(form.formation), checklist: distinct(form.checklist) };
}

const distinct = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

const fillForm: Rule<'form.fill', 'CASE'> = {
  action: 'proposal:revise',
  on: 'CASE',
  may: asLeadProposer,
  since: ({ state }) => state.draftedAt,
  decide(scene, _, command): Decision {
    const form = filled(scene, command);
    const unchanged = JSON.stringify(form) === JSON.stringify(scene.state.form);
    const refusal = checkForm(scene, form) ?? (unchanged ? refuse('NOTHING_REVISED') : null);
    return refusal ?? accept([happened(scene, 'form.filled', form)]);
  },
};

/** Somebody has to have been asked: a unit of the own level, or a body by its name. */
function checkConsulted(scene: Scene, command: CommandOf<'consultation.record'>): Refusal | null {
  const { level, unitId, organisation } = command;
  if (level === 'OWN' && unitId) return checkUnit(scene, unitId);
  return organisation?.trim() ? checkLine('organisation', organisation) : refuse('CONSULTED_REQUIRED');
}

const recordConsultation: Rule<'consultation.record', 'CASE'> = {
  action: 'consultation:record',
  on: 'CASE',
  may: asLeadProposer,
  since: () => null,
  decide(scene, _, command): Decision {
    const { level, channel, outcome, summary } = command;
    const refusal = firstRefusal(
      () => checkConsulted(scene, command),
      () => checkTyped(scene, 'summary', summary),
    );
    if (refusal) return refusal;
    const unitId = level === 'OWN' ? (command.unitId ?? null) : null;
    const organisation = unitId === null ? (command.organisation ?? null) : null;
    const consultationId = scene.context.newId();
    const recorded = { consultationId, level, unitId, organisation, channel, outcome, summary };
    return accept([happened(scene, 'consultation.recorded', recorded)]);
  },
};

function checkPaper(scene: Scene, command: CommandOf<'paper.register'>): Refusal | null {
  const { title, body, leadProposerId, cosignerIds, pages, reference } = command;
  const unknown = [leadProposerId, ...cosignerIds].some((id) => !scene.context.mandates.has(id));
  return firstRefusal(
    () => checkTyped(scene, 'title', title, 'title'),
    () => checkTyped(scene, 'body', body, 'body'),
    () => (unknown ? refuse('MANDATE_NOT_FOUND') : null),
    () => (pages != null && !(pages >= 1 && pages <= 1000) ? refuse('PAGES_INVALID') : null),
    () => checkLine('reference', reference),
  );
}

const registerPaper: Rule<'paper.register', 'CASE'> = {
  action: 'paper:register',
  on: 'CASE',
  may: () => null,
  since: ({ state }) => latest(state.draftedAt),
  decide(scene, _, command): Decision {
    const refusal = checkPaper(scene, command);
    if (refusal) return refusal;
    const { title, body, leadProposerId, pages = null, reference = null } = command;
    const cosignerIds = distinct(command.cosignerIds);
    const said = { title, body, leadProposerId, cosignerIds, pages, reference };
    return accept([happened(scene, 'paper.registered', said)]);
  },
};

export const SUBMISSION_RULES: RuleTable<'form.fill' | 'consultation.record' | 'paper.register'> = {
  'form.fill': fillForm,
  'consultation.record': recordConsultation,
  'paper.register': registerPaper,
};
