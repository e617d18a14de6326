import type { Condition } from '../process/condition.js';
import type { Asking } from './contradictions.js';
import type { Counterexample, Flaw } from './counterexample.js';

const told = (flaw: Flaw, path: readonly string[], zh: string, en: string): Counterexample => ({
  flaw,
  path,
  zh,
  en,
});

/** What stands in the definition and can never mean anything: seen without moving a case. */
export function findUnmapped(asking: Asking): Counterexample[] {
  return [...neverApplying(asking), ...neverStarting(asking), ...meaningless(asking)];
}

/** Conditions that hold for no case of this kind whatever it is like. */
function neverApplying(asking: Asking): Counterexample[] {
  const { guards, review } = asking.process;
  const conditions: readonly (readonly [readonly string[], Condition | undefined])[] = [
    ...Object.entries(guards).map(([code, { when }]) => [['guards', code, 'when'], when] as const),
    ...Object.entries(review.stages).map(
      ([code, { when }]) => [['review', 'stages', code, 'when'], when] as const,
    ),
  ];
  return conditions.flatMap(([path, when]) => {
    if (when === undefined || !holdsForNone(asking, when) || isOfAnotherKind(when)) return [];
    const zh = `没有任何一件符合“${path.slice(0, -1).join('.')}”的条件,这一条永远用不上。请修改 when。`;
    return [
      told(
        'UNREACHABLE',
        path,
        zh,
        `No case meets the condition of "${path.slice(0, -1).join('.')}"; it is never used. Change \`when\`.`,
      ),
    ];
  });
}

function holdsForNone(asking: Asking, when: Condition): boolean {
  const { facts, complete } = asking.samples([when]);
  return complete && !facts.some((one) => asking.holds(when, one));
}

/** A rule for one kind of cases in a process that both share has no use for the other, and that is right. */
const isOfAnotherKind = (when: Condition): boolean =>
  typeof when === 'string' ? when.includes('case.kind') : when.kind !== undefined;

/** Clocks whose rule never applies, because its condition never holds or another rule always outweighs it. */
function neverStarting(asking: Asking): Counterexample[] {
  const { deadlines, sessions } = asking.process;
  const rules = Object.entries(deadlines);
  return rules.flatMap(([code, rule]) => {
    const path = ['deadlines', code];
    if (rule.anchor === 'SESSION_CLOSE' && Object.keys(sessions).length === 0)
      return [
        told(
          'CLOCK_NEVER_STARTS',
          path,
          `时限“${code}”从会议闭幕日起算,但没有写任何一年的闭幕日(sessions),永远不会起算。请补写 sessions 或改用其他起算点。`,
          `The clock "${code}" starts when the session closes, but no closing day is written (sessions), so it never starts. Write sessions, or choose another anchor.`,
        ),
      ];
    const same = rules.filter(([, other]) => other.step === rule.step);
    const { facts, complete } = asking.samples(same.map(([, { when }]) => when));
    const starts = facts.some(
      (one) =>
        asking.holds(rule.when, one) &&
        same.every(
          ([, other]) => !asking.holds(other.when, one) || asking.weight(other) <= asking.weight(rule),
        ),
    );
    if (starts || !complete || (rule.when !== undefined && isOfAnotherKind(rule.when))) return [];
    const zh = `时限“${code}”永远不会起算:没有任何一件符合其条件,或总有条件更多的规则优先。请修改 when 或删去。`;
    const en = `The clock "${code}" never starts: no case meets its condition, or a more specific rule always goes before. Change \`when\` or remove it.`;
    return [told('CLOCK_NEVER_STARTS', path, zh, en)];
  });
}

/** Consequences that hang on a meaning which no class and no level of the place has. */
function meaningless({ process }: Asking): Counterexample[] {
  const { outcomes, feedback, rehandling, tracking } = process;
  const meanings = Object.values(outcomes.classes).flatMap((one) => one.outcomes);
  const levels = Object.values(feedback.levels).map(({ canonical }) => canonical);
  const found: Counterexample[] = [];
  if (!meanings.includes('SOLVED'))
    found.push(
      told(
        'UNMAPPED',
        ['outcomes', 'classes'],
        '没有任何结果类别表示“已解决”(SOLVED):挂号的件销号以后不知归入哪一类。请让一个类别对应 SOLVED。',
        'No result class means SOLVED: an entry that is struck off has no class to go to. Let one class mean SOLVED.',
      ),
    );
  if (tracking.trackIf.length > 0 && !tracking.trackIf.some((one) => meanings.includes(one)))
    found.push(
      told(
        'UNMAPPED',
        ['tracking', 'trackIf'],
        `没有任何结果类别表示 ${tracking.trackIf.join('、')}:永远没有件挂号跟踪。请修改类别或 trackIf。`,
        `No result class means ${tracking.trackIf.join(', ')}: nothing is ever tracked. Change the classes or trackIf.`,
      ),
    );
  if (rehandling.levels.length > 0 && !rehandling.levels.some((one) => levels.includes(one)))
    found.push(
      told(
        'UNMAPPED',
        ['rehandling', 'levels'],
        `没有任何满意度等级对应 ${rehandling.levels.join('、')}:永远不会二次办理。请修改等级或 rehandling.levels。`,
        `No satisfaction level means ${rehandling.levels.join(', ')}: there is never a second handling. Change the levels or rehandling.levels.`,
      ),
    );
  return found;
}
