import { addDays } from '@duban/kernel';
import { SPOTS, TOPICS, type Topic } from './ledger-topics.js';

/** What the year looked like: counts that must come out of the generated ledger exactly. */
export type LedgerProfile = {
  readonly year: number;
  readonly cases: number;
  /** Cases handed over at the handover meeting (交办会); the rest follow between the sessions. */
  readonly atMeeting: number;
  readonly meetingOn: string;
  /** Final class of each case, by the locality's own code; sums to `cases`. */
  readonly classes: Readonly<Record<string, number>>;
  /** Cases whose first reply was rated DISSATISFIED and that were handled again. */
  readonly dissatisfiedFirst: number;
  /** Key cases by tier. */
  readonly key: Readonly<Record<string, number>>;
};

/** The words of the place the ledger is of. */
export type LedgerPlace = {
  readonly units: readonly string[];
  readonly deputies: readonly string[];
  readonly categories: ReadonlyMap<string, string>;
  readonly satisfied: string;
  readonly dissatisfied: string;
};

export type LedgerCells = Readonly<Record<string, string>>;

type Random = () => number;

/** The same seed gives the same ledger, byte for byte: rows by heading, a case's rows together. */
export function* generateLedger(
  place: LedgerPlace,
  profile: LedgerProfile,
  seed: number,
): Generator<LedgerCells> {
  const random = seededRandom(seed);
  const classes = shuffle(random, expand(profile.classes));
  const tiers = shuffle(
    random,
    [...expand(profile.key), ...Array(profile.cases).fill('')].slice(0, profile.cases),
  );
  const again = new Set(
    shuffle(random, [...Array(profile.cases).keys()]).slice(0, profile.dissatisfiedFirst),
  );
  for (let at = 0; at < profile.cases; at++) {
    yield* caseRows(place, profile, random, {
      number: String(at + 1).padStart(4, '0'),
      inSession: at < profile.atMeeting,
      outcomeClass: classes[at] ?? '',
      tier: tiers[at] ?? '',
      again: again.has(at),
    });
  }
}

type Drawn = {
  readonly number: string;
  readonly inSession: boolean;
  readonly outcomeClass: string;
  readonly tier: string;
  readonly again: boolean;
};

function* caseRows(
  place: LedgerPlace,
  profile: LedgerProfile,
  random: Random,
  drawn: Drawn,
): Generator<LedgerCells> {
  const topic = pick(random, TOPICS);
  const head = caseCells(place, profile, random, drawn, topic);
  const handedOverOn = head.交办日期 ?? '';
  const repliedOn = addDays(handedOverOn, 25 + Math.floor(random() * 60));
  const answer = { 面复: pick(random, ['是', '是', '主要负责人']), 结果类别: drawn.outcomeClass };
  const happy = { 态度评价: place.satisfied, 结果评价: place.satisfied };
  const closedOn = addDays(repliedOn, 3 + Math.floor(random() * 12));
  const assignments = assign(place, random, topic);
  for (const { unit, role } of assignments) {
    const row = { ...head, 承办单位: unit, 承办角色: role, 轮次: '1' };
    if (role === '协办') yield row;
    else if (drawn.again)
      yield {
        ...row,
        ...answer,
        答复日期: repliedOn,
        态度评价: place.satisfied,
        结果评价: place.dissatisfied,
      };
    else yield { ...row, ...answer, ...happy, 答复日期: repliedOn, 办结日期: closedOn };
  }
  if (!drawn.again) return;
  const secondOn = addDays(repliedOn, 15 + Math.floor(random() * 12));
  for (const { unit, role } of assignments.filter((assignment) => assignment.role !== '协办')) {
    const row = { ...head, 承办单位: unit, 承办角色: role, 轮次: '2' };
    yield { ...row, ...answer, ...happy, 答复日期: secondOn, 办结日期: addDays(secondOn, 5) };
  }
}

function caseCells(
  place: LedgerPlace,
  profile: LedgerProfile,
  random: Random,
  drawn: Drawn,
  topic: Topic,
): LedgerCells {
  const lead = pick(random, place.deputies);
  const joint = drawn.inSession && random() < 0.45;
  const others = shuffle(
    random,
    place.deputies.filter((name) => name !== lead),
  );
  const spot = pick(random, SPOTS);
  const handedOverOn = drawn.inSession
    ? profile.meetingOn
    : addDays(profile.meetingOn, 20 + Math.floor(random() * 110));
  return {
    案号: drawn.number,
    类型: '建议',
    标题: `关于${spot}${topic.ask}的建议`,
    正文: `${spot}群众多次反映相关问题。经走访调研,建议有关部门${topic.ask},明确责任单位和完成时限,并将进展告知代表。`,
    分类: categoryOf(place, topic.category),
    时段: drawn.inSession ? '大会' : '闭会',
    提出方式: joint ? '联名' : '个人',
    领衔人: lead,
    联名人: joint ? others.slice(0, 1 + Math.floor(random() * 4)).join('、') : '',
    提出日期: addDays(handedOverOn, drawn.inSession ? -30 + Math.floor(random() * 4) : -8),
    审查结果: '立案',
    交办日期: handedOverOn,
    重点层级: drawn.tier,
  };
}

/** A place that has no category of its own for the matter files it under the rest. */
const categoryOf = ({ categories }: LedgerPlace, canonical: string): string =>
  categories.get(canonical) ?? categories.get('OTHER') ?? [...categories.values()].at(-1) ?? '';

function assign(place: LedgerPlace, random: Random, topic: Topic): { unit: string; role: string }[] {
  const lead = place.units.find((name) => name.includes(topic.unit)) ?? pick(random, place.units);
  const others = shuffle(
    random,
    place.units.filter((name) => name !== lead),
  );
  const draw = random();
  if (draw < 0.6) return [{ unit: lead, role: '独办' }];
  if (draw < 0.94) {
    const co = others.slice(0, 1 + Math.floor(random() * 2)).map((unit) => ({ unit, role: '协办' }));
    return [{ unit: lead, role: '主办' }, ...co];
  }
  return [lead, ...others.slice(0, 1)].map((unit) => ({ unit, role: '分办' }));
}

const expand = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([word, count]) => Array<string>(count).fill(word));

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('A ledger needs at least one unit and one deputy to draw from.');
  return item;
}

function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as Item, order[at] as Item];
  }
  return order;
}

/** Mulberry32: 32 bits of state, enough for a demonstration ledger and the same on every machine. */
function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
