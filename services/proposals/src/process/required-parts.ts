import { isMapping, type Mapping, valueAt } from '@duban/kernel';
import { SOURCES } from '../case/vocabulary.js';
import { WARNING_LEVELS } from './warnings.js';

/** What must be there when all layers are laid over one another. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  limits: ['title', 'body', 'reply', 'text', 'cosigners', 'evidence'],
  cosign: ['enabled', 'reconfirmOnRevision'],
  submission: ['proposers', 'origins', 'checklist'],
  review: ['stages', 'reasons'],
  numbering: [],
  calendar: [],
  sessions: [],
  term: ['years', 'endsOn'],
  deadlines: [],
  guards: [],
  returns: ['arbiters', 'clock', 'max'],
  extensions: ['max', 'limit', 'approvers', 'afterDue'],
  replies: ['required', 'matters', 'countersign', 'review', 'reviewers', 'faults', 'headQuota'],
  commitments: ['checkers', 'max'],
  contacts: ['faceToFaceChannels'],
  outcomes: ['classes', 'confirmers'],
  feedback: ['respondents', 'axes', 'ownAxes', 'levels', 'satisfied', 'correction', 'unitSees'],
  items: ['classOfSeparateUnits', 'raters', 'classCounts', 'sources'],
  rehandling: ['levels', 'axes', 'triggers', 'measures', 'maxRounds', 'withCoUnits'],
  tracking: ['trackIf', 'also', 'numberPattern', 'confirmers', 'minEvidence'],
  keyTiers: [],
  warnings: [],
  warningLevels: [...WARNING_LEVELS],
  sources: [...SOURCES],
  publishing: ['approvers'],
  grants: [],
  records: [],
  schedule: [],
  supervision: ['routing', 'keyIf', 'quotas', 'reports'],
};

/** Required in each entry of the mappings that localities may add to. */
export const ENTRY_REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'review.stages': ['order', 'label', 'roles', 'verdicts', 'reasonRequired'],
  'review.reasons': ['label', 'canonical'],
  'submission.origins': ['label', 'canonical'],
  'submission.checklist': ['order', 'label'],
  numbering: ['series', 'pattern', 'per'],
  deadlines: ['step', 'anchor', 'amount', 'unit', 'lateEffect'],
  guards: ['before', 'label', 'require', 'mode'],
  'handover.fields': ['label', 'meaning', 'type', 'required'],
  'responsibility.fields': ['label', 'meaning', 'type', 'required'],
  'plans.fields': ['label', 'meaning', 'type', 'required'],
  'plans.reverse': ['label', 'amount', 'unit'],
  'returns.ladder': ['order', 'label', 'roles'],
  'extensions.byLoad': ['atLeast', 'amount', 'unit'],
  'outcomes.classes': ['label', 'order', 'outcomes'],
  'feedback.levels': ['label', 'order', 'canonical'],
  keyTiers: ['label', 'canonical'],
  'feedback.ownAxes': ['label', 'order'],
  'rehandling.triggers': ['label', 'canonical', 'by'],
  'rehandling.measures': ['label', 'fromRound', 'record'],
  'tracking.also': ['label', 'when'],
  'replies.faults': ['label', 'canonical'],
  warnings: ['code', 'label', 'level', 'watch', 'recipients', 'autoResolve', 'mode'],
  warningLevels: ['label', 'colour'],
  grants: ['label', 'canonical', 'to', 'sees', 'does', 'within'],
  records: ['label', 'canonical', 'about', 'enteredBy'],
  schedule: ['label', 'on', 'fulfilledBy'],
  'supervision.routing': ['label', 'on', 'duty', 'to'],
  'supervision.keyIf': ['label', 'when', 'tier'],
  'supervision.quotas': ['label', 'tier', 'holder', 'min', 'mode'],
  'supervision.reports': ['duties', 'record'],
  sources: ['right', 'eachAction', 'actor', 'guards', 'windows', 'numbers'],
};

/** Whether a process that was stored before the language had all its parts has to be completed. */
export const lacksParts = (process: Mapping): boolean => missingParts(process).length > 0;

/**
 * What a process says that was stored when the language lacked a part, with the part as the base has
 * it: what it said itself stays as it was. An entry that the base does not know is left alone.
 */
export function completedBy<Stored extends object>(stored: Stored, base: Mapping): Stored {
  const missing = missingParts(stored as Mapping);
  return missing.reduce<Mapping>((so, path) => {
    const value = valueAt(base, path);
    return value === undefined ? so : filledIn(so, path, value);
  }, stored as Mapping) as Stored;
}

function missingParts(process: Mapping): readonly (readonly string[])[] {
  const sections = Object.entries(REQUIRED).flatMap(([section, keys]) =>
    isMapping(process[section]) ? keys.map((key) => [section, key]) : [[section]],
  );
  const entries = Object.entries(ENTRY_REQUIRED).flatMap(([place, keys]) => {
    const path = place.split('.');
    const names = Object.keys((valueAt(process, path) ?? {}) as object);
    return names.flatMap((name) => keys.map((key) => [...path, name, key]));
  });
  return [...sections, ...entries].filter((path) => valueAt(process, path) === undefined);
}

function filledIn(into: Mapping, [key = '', ...rest]: readonly string[], value: unknown): Mapping {
  const inner = into[key];
  return { ...into, [key]: rest.length === 0 ? value : filledIn(isMapping(inner) ? inner : {}, rest, value) };
}
