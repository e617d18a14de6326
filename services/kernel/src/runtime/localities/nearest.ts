import type { ProblemText } from './file-problem.js';

/** The choices, with the one that was probably meant in front. */
export function nearest(wrong: string, choices: readonly string[]): ProblemText {
  if (choices.length === 0) return { zh: '', en: '' };
  const ranked = [...choices].sort((a, b) => distance(wrong, a) - distance(wrong, b));
  const meant = ranked[0] as string;
  if (distance(wrong, meant) <= Math.max(2, Math.floor(meant.length / 3))) {
    return { zh: `是否想写 ${meant}?`, en: `Did you mean ${meant}?` };
  }
  const shown = choices.slice(0, 30).join(', ');
  return { zh: `可写:${shown}。`, en: `Choose from: ${shown}.` };
}

/** Edits needed to make one word of the other, without regard to case. */
function distance(left: string, right: string): number {
  const [a, b] = [left.toLowerCase().slice(0, 60), right.toLowerCase().slice(0, 60)];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, change));
    }
    row = next;
  }
  return row[b.length] as number;
}
