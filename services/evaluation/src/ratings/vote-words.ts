import type { BallotCount } from './rating.js';

/** Why a vote came out as it did, and how many would have been enough; null where its rule was not kept. */
export function explained({
  counted,
  passed,
}: BallotCount): { readonly zh: string; readonly en: string } | null {
  if (!counted) return null;
  const { passing, base, share, strict } = counted;
  const [over = 1, under = 1] = share.split('/').map(Number);
  const whole = Math.floor((base * over) / under);
  const enough = strict || whole * under < base * over ? whole + 1 : whole;
  const [zh, en] = strict ? ['须超过', 'more than'] : ['须达到', 'at least'];
  return {
    zh: `赞成 ${passing} 票,基数 ${base},${zh} ${share}(至少 ${enough} 票):${passed ? '通过' : '未通过'}`,
    en: `${passing} of ${base} in favour; ${en} ${share} needed (${enough}): ${passed ? 'passed' : 'not passed'}`,
  };
}
