import { dateInShanghai, endOfDay, percent } from '@duban/kernel';
import type { Label } from '../sheet/words.js';
import { bandsOf, likeness } from './reply-sketch.js';
import type { SignRule, SignRules } from './sign-rule.js';
import type { AnyTrace, RaisedTrace, RatingTrace, ReplyTrace } from './trace.js';

/** Something that may be worth a look. It accuses nobody and changes no score. */
export type GamingSign = {
  readonly rule: string;
  readonly unitId: string;
  readonly caseIds: readonly string[];
  readonly from: string;
  readonly to: string;
  /** How many forms, letters or cases; out of how many of the unit's in the year. */
  readonly count: number;
  readonly of: number;
  readonly words: Label;
};

type Told = Omit<GamingSign, 'rule' | 'unitId'>;

/** Every sign in the traces of one locality's year, rule by rule. */
export function findSigns(rules: SignRules, traces: readonly AnyTrace[]): GamingSign[] {
  const units = [...Map.groupBy(traces, ({ unitId }) => unitId)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.entries(rules).flatMap(([code, rule]) =>
    units.flatMap(([unitId, own]) => signsOf(rule, own).map((told) => ({ rule: code, unitId, ...told }))),
  );
}

function signsOf(rule: SignRule, traces: readonly AnyTrace[]): Told[] {
  switch (rule.kind) {
    case 'RATINGS_BEFORE_DEADLINE':
      return beforeDeadline(rule, formsIn(traces));
    case 'SATISFIED_AT_ONCE':
      return atOnce(rule, formsIn(traces));
    case 'COPIED_REPLIES':
      return copied(
        rule,
        traces.filter((trace): trace is ReplyTrace => trace.kind === 'REPLY'),
      );
    case 'CLASS_RAISED':
      return raised(
        rule,
        traces.filter((trace): trace is RaisedTrace => trace.kind === 'RAISED'),
      );
  }
}

/** A form says several things at once; it is as good as the worst of them. */
function formsIn(traces: readonly AnyTrace[]): RatingTrace[] {
  const ratings = traces.filter((trace): trace is RatingTrace => trace.kind === 'RATING' && trace.prompt);
  const forms = [...Map.groupBy(ratings, ({ form }) => form).values()];
  const worst = (form: readonly RatingTrace[]) => form.find(({ level }) => level !== 'SATISFIED') ?? form[0];
  return forms.flatMap((form) => worst(form) ?? []).sort((a, b) => (a.at < b.at ? -1 : 1));
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

const told = (found: readonly AnyTrace[], of: number, words: Label): Told => {
  const times = found.map(({ at }) => at).sort();
  const caseIds = [...new Set(found.map(({ caseId }) => caseId))].sort();
  return { caseIds, from: times[0] ?? '', to: times.at(-1) ?? '', count: found.length, of, words };
};

function beforeDeadline(
  rule: Extract<SignRule, { kind: 'RATINGS_BEFORE_DEADLINE' }>,
  all: readonly RatingTrace[],
): Told[] {
  // What was heard when somebody asked has no last day.
  const forms = all.filter(({ deadline }) => deadline !== null);
  const last = forms.filter(({ at, deadline }) => {
    const left = deadline === null ? -1 : Date.parse(endOfDay(deadline)) - Date.parse(at);
    return left >= 0 && left <= rule.withinHours * HOUR;
  });
  return [...Map.groupBy(last, ({ at }) => dateInShanghai(at))].flatMap(([day, found]) => {
    const few = found.length < rule.atLeast || found.length * 100 < rule.share * forms.length;
    const part = percent(found.length, forms.length, { mode: 'HALF_UP', digits: 1 });
    const words = {
      zh: `${day} 一天内评价 ${found.length} 份,都在截止前 ${rule.withinHours} 小时内,占该单位全年 ${forms.length} 份的 ${part}%。`,
      en: `${found.length} forms on ${day}, each within ${rule.withinHours} hours before its deadline: ${part}% of the unit's ${forms.length} of the year.`,
    };
    return few ? [] : [told(found, forms.length, words)];
  });
}

/** Runs of forms, none but satisfied, that lie within so many minutes; each form in one run at most. */
function atOnce(
  rule: Extract<SignRule, { kind: 'SATISFIED_AT_ONCE' }>,
  forms: readonly RatingTrace[],
): Told[] {
  const signs: Told[] = [];
  for (let from = 0; from < forms.length; ) {
    const start = Date.parse(forms[from]?.at ?? '') + rule.withinMinutes * MINUTE;
    let to = from;
    while (to < forms.length && forms[to]?.level === 'SATISFIED' && Date.parse(forms[to]?.at ?? '') <= start)
      to++;
    const run = forms.slice(from, to);
    if (run.length >= rule.atLeast)
      signs.push(
        told(run, forms.length, {
          zh: `${rule.withinMinutes} 分钟内评价 ${run.length} 份,全部为满意(该单位全年 ${forms.length} 份)。`,
          en: `${run.length} forms within ${rule.withinMinutes} minutes, all satisfied (the unit has ${forms.length} in the year).`,
        }),
      );
    from = run.length >= rule.atLeast ? to : from + 1;
  }
  return signs;
}

/** Letters on different cases that are alike, each with at least one other of its group. */
function copied(rule: Extract<SignRule, { kind: 'COPIED_REPLIES' }>, replies: readonly ReplyTrace[]): Told[] {
  const long = replies.filter(({ sketch }) => sketch.length >= rule.minLength);
  return groupsAlike(long, rule.likeness)
    .filter((group) => new Set(group.map(({ caseId }) => caseId)).size >= rule.atLeast)
    .map((group) =>
      told(group, replies.length, {
        zh: `${group.length} 份答复几乎相同(相似度不低于 ${rule.likeness}%),涉及 ${new Set(group.map(({ caseId }) => caseId)).size} 件;该单位全年答复 ${replies.length} 份。`,
        en: `${group.length} letters are nearly the same (${rule.likeness}% or more alike), on ${new Set(group.map(({ caseId }) => caseId)).size} cases; the unit wrote ${replies.length} in the year.`,
      }),
    );
}

/** Only letters that share a band of marks are compared: all with all would take too long for a big unit. */
function groupsAlike(replies: readonly ReplyTrace[], least: number): ReplyTrace[][] {
  const root = replies.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (root[at] !== at) at = root[at] ?? at;
    return at;
  };
  const banded = replies.flatMap(({ sketch }, index) => bandsOf(sketch).map((band) => ({ band, index })));
  for (const same of Map.groupBy(banded, ({ band }) => band).values()) {
    const [first] = same;
    for (const { index } of same.slice(1)) {
      const [a, b] = [replies[first?.index ?? 0], replies[index]];
      if (a && b && likeness(a.sketch, b.sketch) >= least) root[find(index)] = find(first?.index ?? 0);
    }
  }
  const groups = Map.groupBy(replies, (_, index) => find(index));
  return [...groups.values()].filter((group) => group.length > 1);
}

function raised(rule: Extract<SignRule, { kind: 'CLASS_RAISED' }>, traces: readonly RaisedTrace[]): Told[] {
  const found = traces.filter(({ evidenced }) => !evidenced);
  const cases = new Set(found.map(({ caseId }) => caseId)).size;
  if (cases < rule.atLeast) return [];
  return [
    told(found, traces.length, {
      zh: `${cases} 件的结果类别调高而没有材料(全年调高 ${traces.length} 次)。`,
      en: `The class of ${cases} cases was raised with nothing to show for it (${traces.length} raises in the year).`,
    }),
  ];
}
