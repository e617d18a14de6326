import { type CalendarDate, type Fact, type FactTable, type FactValue, fact } from '@duban/kernel';
import { FACT_COLUMN_NAMES, FACT_COLUMNS, type FactColumn, type Facts } from '../facts/fact.js';
import { AXES, CANONICAL_OUTCOMES, LEVELS, outcomesIn } from '../facts/vocabulary.js';
import { SCORED_ROLES } from './words.js';

/** A unit's part of a case, or the whole case: what is scored. */
export type Scored = { readonly role: string; readonly round: number; readonly facts: Facts };

/** A fact of the scoring language, with the one way to read it. `day`: the day the score speaks of. */
type ReadFact = { readonly fact: Fact; readonly read: (of: Scored, day: CalendarDate) => FactValue };

const WORDS: Partial<Record<FactColumn, readonly [zh: string, en: string]>> = {
  year: ['年度', 'year'],
  kind: ['件别', 'kind of case'],
  period: ['会期', 'in session or between sessions'],
  category: ['分类(本地代码)', 'category, the locality’s code'],
  canonicalCategory: ['分类(通用)', 'canonical category'],
  proposerType: ['提出形式', 'form of proposing'],
  unitSystem: ['承办系统', 'system of the units that answer for it'],
  handedOverOn: ['交办日期', 'day of the handover'],
  repliedOn: ['办复日期', 'day of the last reply of the first round'],
  dueOn: ['办理期限', 'due date'],
  closedOn: ['办结日期', 'day of closing'],
  solvedOn: ['解决日期', 'day on which it was solved'],
  localClass: ['结果类别(本地代码)', 'result class, the locality’s code'],
  lateReplies: ['逾期答复次数', 'replies given late'],
  rounds: ['办理轮次', 'rounds of handling'],
  contacts: ['沟通次数', 'contacts'],
  faceContacts: ['面商次数', 'contacts face to face before the reply'],
  faceReply: ['当面答复', 'replied face to face'],
  headFaceReply: ['主要领导面复', 'replied face to face by the head'],
  returns: ['退办次数', 'returns'],
  tracked: ['登记跟踪事项数', 'entries on the register'],
  struckOff: ['销号事项数', 'entries struck off'],
  openEntries: ['未销事项数', 'entries still open'],
  yearsCarried: ['结转年数', 'years carried over'],
  source: ['来源', 'how it came in'],
  disclosureConsent: ['公开意愿', 'what the proposer agrees to disclose'],
  disclosedOn: ['结果公开日期', 'day on which the result was open to the public'],
  conversions: ['成果转化数', 'what came of it: policies, standards, projects'],
  convertedIntoOn: ['成果转化日期', 'day on which it was first made into something'],
  countedBy: ['取值规则(空为通用)', 'rules by which it got its values; empty for the common ones'],
};

const VALUES: Partial<Record<FactColumn, readonly string[]>> = {
  kind: ['NPC_SUGGESTION', 'CPPCC_PROPOSAL'],
  period: ['IN_SESSION', 'INTER_SESSION'],
  source: ['ONLINE', 'PAPER', 'LEDGER'],
  disclosureConsent: ['FULL', 'TITLE_ONLY', 'NONE'],
  ...Object.fromEntries(
    AXES.flatMap((axis) => ['First', 'Final'].map((round) => [`${axis.toLowerCase()}${round}`, LEVELS])),
  ),
};

const LISTS: readonly FactColumn[] = ['keyTiers', 'outcomes'];

/** A date is text, `2026-03-01`: dates compare as they sort. */
function columnFact(column: FactColumn): ReadFact {
  const [zh, en] = WORDS[column] ?? [`事实:${column}`, `the fact ${column}`];
  const type = FACT_COLUMNS[column];
  const read = ({ facts }: Scored): FactValue => facts[column];
  if (type === 'int') return { fact: fact.int(zh, en), read };
  if (type === 'boolean') return { fact: fact.bool(zh, en), read };
  return { fact: fact.string(zh, en, VALUES[column]), read };
}

const truth = (zh: string, en: string, holds: (facts: Facts, day: CalendarDate) => boolean): ReadFact => ({
  fact: fact.bool(zh, en),
  read: ({ facts }, day) => holds(facts, day),
});

export const isActive = (facts: Facts): boolean =>
  facts.handedOverOn !== null && facts.withdrawnOn === null && facts.mergedOn === null;

/** What is not a column: words for what columns say together. Always known. */
const TRUTHS: Readonly<Record<string, ReadFact>> = {
  active: truth('在办或已办(未撤案、未并案)', 'handed over, neither withdrawn nor merged', isActive),
  key: truth('重点件', 'a key item', ({ keyTiers }) => keyTiers !== null),
  replied: truth('已办复', 'replied', ({ repliedOn }) => repliedOn !== null),
  closed: truth('已办结', 'closed', ({ closedOn }) => closedOn !== null),
  solved: truth('已解决', 'solved', ({ solvedOn }) => solvedOn !== null),
  satisfied: truth('代表满意', 'every rater satisfied', ({ satisfiedOn }) => satisfiedOn !== null),
  classified: truth('已定结果类别', 'has a result class', ({ outcomes }) => outcomes !== null),
  rated: truth('已评价', 'rated on some axis', (facts) => RATED.some((column) => facts[column] !== null)),
  dissatisfied: truth('曾有不满意', 'rated dissatisfied in any round', (facts) =>
    RATED.some((column) => facts[column] === 'DISSATISFIED'),
  ),
  due: truth(
    '已答复或已到期',
    'replied, or a reply is overdue',
    (facts, day) => facts.repliedOn !== null || (facts.openDueOn !== null && facts.openDueOn < day),
  ),
  onTime: truth(
    '按期答复',
    'every reply in time and none overdue',
    (facts, day) =>
      facts.repliedOn !== null &&
      facts.lateReplies === 0 &&
      !(facts.openDueOn !== null && facts.openDueOn < day),
  ),
  overdue: truth(
    '逾期未答复',
    'a reply is overdue and not given',
    ({ openDueOn }, day) => openDueOn !== null && openDueOn < day,
  ),
  converted: truth(
    '成果已转化',
    'made into a policy, a project or the like',
    ({ conversions }) => conversions > 0,
  ),
  disclosed: truth(
    '结果已公开',
    'its result is open to the public',
    ({ disclosedOn }) => disclosedOn !== null,
  ),
  online: truth('网上提交', 'submitted on line', ({ source }) => source === 'ONLINE'),
  contacted: truth('已沟通', 'contacted at least once', ({ contacts }) => contacts > 0),
  faceContacted: truth('已面商', 'consulted face to face', ({ faceContacts }) => faceContacts > 0),
};

const RATED = [
  'attitudeFirst',
  'attitudeFinal',
  'resultFirst',
  'resultFinal',
  'overallFirst',
  'overallFinal',
] as const;

const listFact = (zh: string, en: string, values: readonly string[] | undefined, column: FactColumn) => ({
  fact: fact.list(zh, en, values),
  read: ({ facts }: Scored): FactValue => {
    const joined = facts[column];
    if (column === 'outcomes') return joined === null ? null : outcomesIn(String(joined));
    return joined === null ? [] : String(joined).split('|');
  },
});

const READ: Readonly<Record<string, Readonly<Record<string, ReadFact>>>> = {
  item: {
    ...Object.fromEntries(
      FACT_COLUMN_NAMES.filter((column) => !LISTS.includes(column)).map((column) => [
        column,
        columnFact(column),
      ]),
    ),
    ...TRUTHS,
    tiers: listFact('重点层级(通用)', 'canonical key tiers', undefined, 'keyTiers'),
    outcomes: listFact('通用办理结果', 'canonical outcomes', CANONICAL_OUTCOMES, 'outcomes'),
  },
  part: {
    role: { fact: fact.string('承办角色', 'role of the unit', SCORED_ROLES), read: ({ role }) => role },
    round: { fact: fact.int('轮次', 'round of the unit’s last assignment'), read: ({ round }) => round },
  },
};

/** Every fact a score sheet may ask for. */
export const SCORING_FACTS: FactTable = Object.fromEntries(
  Object.entries(READ).map(([group, facts]) => [
    group,
    Object.fromEntries(Object.entries(facts).map(([name, { fact: of }]) => [name, of])),
  ]),
);

/** Reads one fact by its path, such as `item.onTime`. Throws for a path that is not in the table. */
export function factReader(path: string): ReadFact['read'] {
  const [group = '', name = ''] = path.split('.');
  const found = READ[group]?.[name];
  if (!found) throw new Error(`no such fact: ${path}`);
  return found.read;
}
