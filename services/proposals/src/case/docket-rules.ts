import { accept, refuse } from '@duban/kernel';
import type { NumberingRule } from '../process/process.js';
import { checkLine, checkTyped } from './actor-rules.js';
import { yearOf } from './clock.js';
import type { CommandOf } from './commands.js';
import { circumstancesOf } from './condition-facts.js';
import { lastIntakeStep } from './merge-rules.js';
import {
  caseNumberOf,
  missingNumberFacts,
  type NumberFacts,
  numberingRule,
  serialIn,
  seriesOf,
} from './numbering.js';
import { isReviewed, reviewProgress } from './review-progress.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { CaseState } from './state.js';
import type { ProposerType } from './vocabulary.js';

type Docket = CommandOf<'proposal.docket'>;

function checkReviewed(scene: Scene): Refusal | null {
  if (isReviewed(scene)) return null;
  const { at, groups } = reviewProgress(scene);
  return refuse('REVIEW_NOT_FINISHED', { done: at, stages: groups.length });
}

function checkCategory({ context }: Scene, category: string | null): Refusal | null {
  if (category === null) return refuse('CATEGORY_REQUIRED');
  return context.categories.has(category) ? null : refuse('CATEGORY_UNKNOWN', { category });
}

function checkNumber(
  scene: Scene,
  docket: Docket,
  rule: NumberingRule | null,
  facts: NumberFacts,
): Refusal | null {
  const { year, caseNumber } = docket;
  if (!Number.isInteger(year) || year < 1949 || year > yearOf(scene.now) + 1)
    return refuse('YEAR_INVALID', { year });
  if (!rule) return refuse('NUMBERING_MISSING');
  if (missingNumberFacts(rule, facts).length > 0) return refuse('TERM_REQUIRED');
  if (caseNumber === undefined) return null;
  if (scene.source.numbers !== 'GIVEN') return refuse('CASE_NUMBER_GIVEN');
  return checkLine('caseNumber', caseNumber) ?? checkFree(scene, caseNumber);
}

const checkFree = ({ context }: Scene, caseNumber: string): Refusal | null =>
  context.numberTaken ? refuse('CASE_NUMBER_TAKEN', { caseNumber }) : null;

/** The next number of the series, or the one an old ledger gives. */
function draw(scene: Scene, rule: NumberingRule, facts: NumberFacts, given: string | undefined) {
  if (given !== undefined) return { caseNumber: given, serial: serialIn(rule, facts, given) };
  const next = scene.context.nextSerial;
  if (next === null) throw new Error('The next serial of the series is needed to docket a case.');
  const serial = Math.max(next, rule.start ?? 1);
  return { caseNumber: caseNumberOf(rule, facts, serial), serial };
}

/** Signed by one or by several, as it turned out. */
function proposerTypeOf({ proposerType, snapshot }: CaseState): ProposerType {
  if (proposerType !== 'INDIVIDUAL' && proposerType !== 'JOINT') return proposerType;
  return (snapshot?.cosignerIds.length ?? 0) > 0 ? 'JOINT' : 'INDIVIDUAL';
}

const docketProposal: Rule<'proposal.docket', 'CASE'> = {
  action: 'proposal:docket',
  on: 'CASE',
  may: checkReviewed,
  since: ({ state }) => lastIntakeStep(state),
  decide(scene, _, docket): Decision {
    const { state, process, context } = scene;
    const { year, term = null, session = null } = docket;
    const { kind, period, leadProposerId, content } = state;
    const facts = { kind, period, year, term, session };
    const circumstances = circumstancesOf(scene, { command: docket });
    const rule = numberingRule(process, circumstances);
    const category = docket.category ?? content.category;
    const refusal = firstRefusal(
      () => checkCategory(scene, category),
      () => checkNumber(scene, docket, rule, facts),
    );
    if (refusal) return refusal;
    if (!rule || category === null) return refuse('NUMBERING_MISSING');
    const series = seriesOf(process, facts, circumstances) ?? '';
    const number = { ...draw(scene, rule, facts, docket.caseNumber), series };
    const canonicalCategory = context.categories.get(category) ?? 'OTHER';
    const about = { title: content.title, category, canonicalCategory, leadProposerId };
    const proposerType = proposerTypeOf(state);
    return accept([happened(scene, 'proposal.docketed', { ...facts, ...number, ...about, proposerType })]);
  },
};

const designateKey: Rule<'proposal.designate_key', 'CASE'> = {
  action: 'proposal:designate-key',
  on: 'CASE',
  may: ({ state, process }) =>
    Object.keys(process.keyTiers).every((tier) => state.keyDesignations.some((one) => one.tier === tier))
      ? refuse('ALREADY_KEY')
      : null,
  since: ({ state }) => lastIntakeStep(state),
  decide(scene, _, { tier, decidedBy = null, reason = null }): Decision {
    const known = scene.process.keyTiers[tier];
    if (!known) return refuse('KEY_TIER_UNKNOWN', { tier });
    if (scene.state.keyDesignations.some((one) => one.tier === tier)) return refuse('ALREADY_KEY');
    const refusal = firstRefusal(
      () => checkLine('decidedBy', decidedBy),
      () => checkTyped(scene, 'reason', reason),
    );
    const designated = { tier, canonicalTier: known.canonical, decidedBy, reason, rule: null };
    return refusal ?? accept([happened(scene, 'proposal.key_designated', designated)]);
  },
};

export const DOCKET_RULES: RuleTable<'proposal.docket' | 'proposal.designate_key'> = {
  'proposal.docket': docketProposal,
  'proposal.designate_key': designateKey,
};
