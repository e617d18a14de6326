import type { SheetReport } from '../sheet/sheet-problem.js';
import { SIGN_PARTS, type SignRule } from './sign-rule.js';

const NEEDED = ['name', 'kind', 'atLeast'];

/** Everything that is wrong with a merged rule whose text fits the schema. */
export function checkSign(rule: SignRule, report: SheetReport): void {
  const parts = [...NEEDED, ...(SIGN_PARTS[rule.kind] ?? [])];
  for (const key of parts)
    if (!(key in rule)) report('PART_MISSING', [], `缺少“${key}”。`, `"${key}" is missing.`);
  for (const key of Object.keys(rule))
    if (!parts.includes(key)) report('PART_NOT_USED', [key], ...notUsed(rule.kind));
}

const notUsed = (kind: string) => [`${kind} 不用这一项。`, `${kind} does not use this.`] as const;
