import { type Fraction, fractionOf } from '../process/fraction.js';
import type { RecordVerdictRule } from '../process/records.js';
import type { Ballots, RecordValue, VoteCount } from './work-record.js';

/** Counts the ballots by the kind's own rule; null when the kind is no vote. */
export function countVote(
  rule: RecordVerdictRule | undefined,
  values: readonly RecordValue[],
): VoteCount | null {
  if (!rule) return null;
  const filled = (field: string) => values.find((one) => one.field === field)?.value;
  const ballots = (filled(rule.ballots) ?? {}) as Ballots;
  const sum = (choices: readonly string[] = []): number =>
    choices.reduce((all, choice) => all + (ballots[choice] ?? 0), 0);
  const [cast, passing, invalid] = [sum(Object.keys(ballots)), sum(rule.passing), sum(rule.invalid)];
  const given = rule.of === undefined ? null : filled(rule.of);
  const voters = typeof given === 'number' ? given : null;
  const base = rule.of === undefined ? cast - invalid : (voters ?? 0);
  const strict = rule.moreThan !== undefined;
  const share = fractionOf(rule.moreThan ?? rule.atLeast ?? 1) ?? { over: 1n, under: 1n };
  const counted = { voters, cast, passing, abstained: sum(rule.abstained), invalid, base, strict };
  const verdict = base > 0 && reaches(passing, base, share, strict) ? 'PASSED' : 'FAILED';
  const level = rule.levels?.find((one) => isReached(one, sum(one.passing), base))?.level ?? 'DISSATISFIED';
  return { ...counted, share: `${share.over}/${share.under}`, verdict, ...(rule.levels && { level }) };
}

type Share = Pick<RecordVerdictRule, 'moreThan' | 'atLeast'>;

/** Whether so many of a base are more than, or at least, the share. */
export function isReached({ moreThan, atLeast }: Share, has: number, base: number): boolean {
  const share = fractionOf(moreThan ?? atLeast ?? 1) ?? { over: 1n, under: 1n };
  return base > 0 && reaches(has, base, share, moreThan !== undefined);
}

function reaches(passing: number, base: number, { over, under }: Fraction, strict: boolean): boolean {
  const [has, needs] = [BigInt(passing) * under, over * BigInt(base)];
  return strict ? has > needs : has >= needs;
}
