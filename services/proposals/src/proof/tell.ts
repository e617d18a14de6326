import { fillText } from '@duban/kernel';
import { COMMAND_WORDS } from '../case/command-words.js';
import type { Command, CommandKind } from '../case/commands.js';
import { PROPOSAL_REFUSALS } from '../case/refusals.js';
import type { Refusal } from '../case/rule.js';
import type { Counterexample, Flaw, Words } from './counterexample.js';
import type { Profile } from './profile.js';
import type { Stuck } from './reach.js';
import { isAboutThePerson, type Walk } from './walk.js';

const KINDS = {
  NPC_SUGGESTION: ['代表建议', 'suggestion'],
  CPPCC_PROPOSAL: ['政协提案', 'proposal'],
} as const;
const PERIODS = {
  IN_SESSION: ['会议期间', 'in session'],
  INTER_SESSION: ['闭会期间', 'between sessions'],
} as const;

/** Who the story is about. */
function tellProfile({ kind, period, proposerType, hard, key, roles }: Profile): Words {
  const also = [
    hard ? (['难度大', 'hard'] as const) : null,
    key ? (['重点件', 'a key item'] as const) : null,
    proposerType === 'DELEGATION' ? (['代表团提出', 'of a delegation'] as const) : null,
    roles.includes('CO') ? (['有协办单位', 'with a co-unit'] as const) : null,
    roles.includes('SEPARATE') ? (['分别办理', 'handled separately'] as const) : null,
  ].filter((one) => one !== null);
  return {
    zh: `一件${PERIODS[period][0]}的${KINDS[kind][0]}${also.length > 0 ? `(${also.map(([zh]) => zh).join('、')})` : ''}`,
    en: `A ${KINDS[kind][1]} ${PERIODS[period][1]}${also.length > 0 ? ` (${also.map(([, en]) => en).join(', ')})` : ''}`,
  };
}

/** What was asked of the definition, and could not be done. */
export function tellStuck(walk: Walk, { goal, command, refusal }: Stuck): Counterexample {
  return tellRefused(walk, command, refusal, flawOf(goal.name, refusal));
}

export function tellRefused(
  walk: Walk,
  command: Command,
  refusal: Refusal | null,
  told: Flaw,
): Counterexample {
  const flaw = refusal && isAboutThePerson(refusal) ? 'NO_ONE_ACTS' : told;
  const who = tellProfile(walk.profile);
  const [zh, en] = COMMAND_WORDS[command.kind];
  const path = causeOf(walk, command, refusal);
  const why = reasonOf(refusal);
  const steps = {
    zh: walk.story.map((one) => one.zh).join('、'),
    en: walk.story.map((one) => one.en).join(', '),
  };
  return {
    flaw,
    path,
    zh: `${who.zh}：${steps.zh}；到“${zh}”时走不下去：${why.zh}请修改 ${path.join('.')}。`,
    en: `${who.en}: ${steps.en}; at "${en}" it cannot go on: ${why.en} Change ${path.join('.')}.`,
  };
}

function reasonOf(refusal: Refusal | null): Words {
  if (refusal === null) return { zh: '没有可做的事。', en: 'There is nothing left to be done.' };
  const text = PROPOSAL_REFUSALS[refusal.code];
  const nobody = isAboutThePerson(refusal);
  return {
    zh: `${nobody ? '没有任何人可以做:' : ''}${fillText(text.zh, refusal.params)}`,
    en: `${nobody ? 'nobody can do it: ' : ''}${fillText(text.en, refusal.params)}`,
  };
}

function flawOf(goal: Stuck['goal']['name'], refusal: Refusal | null): Flaw {
  if (refusal?.code === 'DEADLINE_RULE_MISSING') return 'CLOCK_NEVER_STARTS';
  if (goal === 'REPLIED') return 'REPLY_IMPOSSIBLE';
  return goal === 'CLOSED' ? 'CLOSING_IMPOSSIBLE' : 'DEAD_END';
}

/** Where each command is ruled, when no guard is to blame. */
const SECTIONS: Readonly<Partial<Record<CommandKind, readonly string[]>>> = {
  'proposal.draft': ['limits'],
  'proposal.submit': ['review', 'stages'],
  'proposal.pre_submit': ['review', 'stages'],
  'review.decide': ['review', 'stages'],
  'proposal.docket': ['numbering'],
  'proposal.designate_key': ['keyTiers'],
  'proposal.hand_over': ['deadlines'],
  'return.request': ['returns'],
  'return.decide': ['returns', 'arbiters'],
  'extension.request': ['extensions'],
  'extension.decide': ['extensions', 'approvers'],
  'class.confirm': ['outcomes', 'confirmers'],
  'feedback.give': ['feedback'],
  'feedback.correct': ['feedback', 'correction'],
  'proposal.close': ['guards'],
  'entry.confirm': ['tracking', 'confirmers'],
  'entry.strike_off': ['tracking'],
};

/** The guard without which the same command would have been told something else; else the section. */
function causeOf(walk: Walk, command: Command, refusal: Refusal | null): readonly string[] {
  const { process } = walk;
  if (refusal?.code === 'DEADLINE_RULE_MISSING') return ['deadlines'];
  const told = JSON.stringify(refusal);
  const culprit = Object.entries(process.guards).find(([code, { before, mode }]) => {
    if (before !== command.kind || mode !== 'BLOCK') return false;
    const { [code]: _, ...others } = process.guards;
    const tried = walk.fork({ ...process, guards: others }).tries(command);
    return tried.accepted || JSON.stringify(tried.refusal) !== told;
  });
  return culprit ? ['guards', culprit[0]] : (SECTIONS[command.kind] ?? ['guards']);
}
