import type { ASTNode } from '@marcbachmann/cel-js';
import type { DerivedValues, ExpressionFault } from '../../expressions/expression.js';
import { type Fact, type FactTable, factIn, LONGEST_LIST } from '../../expressions/fact-table.js';
import { nearest } from '../localities/nearest.js';
import { EACH_ITEM, FUNCTIONS, LIMITS, METHODS, OPERATORS } from './limits.js';

/** A problem at an offset of the expression. */
export type Finding = {
  readonly at: number;
  readonly zh: string;
  readonly en: string;
  readonly code?: ExpressionFault;
};

/** The nodes below one, in order. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args as readonly ASTNode[];
  }
}

export const visit = (node: ASTNode, see: (node: ASTNode) => void): void => {
  see(node);
  for (const child of childrenOf(node)) visit(child, see);
};

/** `case.hard` as a pair; null for anything but a name of a group and one in it. */
export function pathOf(node: ASTNode): readonly [group: string, name: string] | null {
  if (node.op !== '.') return null;
  const [from, name] = node.args;
  return from.op === 'id' ? [from.args, name] : null;
}

/** Parts joined by `&&` at the top. */
export const conjuncts = (node: ASTNode): number =>
  node.op === '&&' ? conjuncts(node.args[0]) + conjuncts(node.args[1]) : 1;

/** How long a list can be at most. */
function longest(node: ASTNode): number {
  if (node.op === 'list') return node.args.length;
  if (node.op === '+') return longest(node.args[0]) + longest(node.args[1]);
  if (node.op === '?:') return Math.max(longest(node.args[1]), longest(node.args[2]));
  return LONGEST_LIST;
}

const LOOKS_ALONG: readonly string[] = ['in', '==', '!='];

/** Steps that an evaluation takes at most. */
export function costOf(node: ASTNode): number {
  const below = childrenOf(node).reduce((sum, child) => sum + costOf(child), 1);
  if (node.op === 'rcall' && EACH_ITEM.includes(node.args[0])) {
    const [, target, inner] = node.args;
    return 1 + costOf(target) + longest(target) * inner.reduce((sum, one) => sum + costOf(one), 1);
  }
  if (!LOOKS_ALONG.includes(node.op)) return below;
  const right = (node.args as readonly ASTNode[])[1];
  return right && right.op !== 'value' ? below + longest(right) : below;
}

/** What an expression may not contain, and facts that do not exist. */
export function findForeign(table: FactTable, root: ASTNode, derived: DerivedValues): Finding[] {
  const findings: Finding[] = [];
  visit(root, (node) => {
    const found = unknownWord(node) ?? unknownFact(table, node, derived) ?? unknownValue(table, node);
    if (found) findings.push(found);
  });
  return findings;
}

function unknownWord(node: ASTNode): Finding | null {
  if (!OPERATORS.includes(node.op))
    return {
      at: node.start,
      zh: `条件里不能使用“${node.op}”。`,
      en: `"${node.op}" cannot be used in a condition.`,
    };
  if (node.op === 'list' && node.args.length > LIMITS.list)
    return {
      at: node.start,
      zh: `列表最多 ${LIMITS.list} 项。`,
      en: `a list has at most ${LIMITS.list} items.`,
    };
  if (node.op !== 'call' && node.op !== 'rcall') return null;
  const known = node.op === 'call' ? FUNCTIONS : METHODS;
  const name = node.args[0];
  if (known.includes(name)) return null;
  const meant = nearest(name, known);
  const at = node.op === 'call' ? node.start : node.args[1].end + 1;
  return {
    at,
    zh: `条件里没有函数“${name}”。${meant.zh}`,
    en: `there is no function "${name}" here. ${meant.en}`,
  };
}

function unknownFact(table: FactTable, node: ASTNode, derived: DerivedValues): Finding | null {
  const path = pathOf(node);
  if (!path) return null;
  const [group, name] = path;
  const groups = [...Object.keys(table), 'derived'];
  // The variable of a list function is no group; the type checker knows it.
  if (!groups.includes(group)) return null;
  const known = Object.keys((group === 'derived' ? derived : table[group]) ?? {});
  if (known.includes(name)) return null;
  const meant = nearest(name, known);
  return {
    code: 'UNKNOWN_FACT',
    at: node.end - name.length,
    zh: `“${group}”没有“${name}”。${meant.zh}`,
    en: `there is no "${name}" in "${group}". ${meant.en}`,
  };
}

/** A fact with fixed values is compared with a value it can never have. */
function unknownValue(table: FactTable, node: ASTNode): Finding | null {
  if (!LOOKS_ALONG.includes(node.op)) return null;
  const [left, right] = node.args as readonly [ASTNode, ASTNode];
  return foreignTo(table, left, right) ?? foreignTo(table, right, left);
}

function foreignTo(table: FactTable, named: ASTNode, written: ASTNode): Finding | null {
  const path = pathOf(named);
  const fact: Fact | undefined = path ? factIn(table, ...path) : undefined;
  if (!fact?.values) return null;
  const literals = written.op === 'list' ? written.args : [written];
  for (const { op, args, start } of literals) {
    if (op !== 'value' || typeof args !== 'string' || fact.values.includes(args)) continue;
    const meant = nearest(args, fact.values);
    const at = start;
    const name = path?.join('.');
    return {
      at,
      zh: `“${name}”不会是“${args}”。${meant.zh}`,
      en: `"${name}" is never "${args}". ${meant.en}`,
    };
  }
  return null;
}

/** Divisions by a zero that is written out. */
export function findZeroDivisors(root: ASTNode): Finding[] {
  const findings: Finding[] = [];
  visit(root, (node) => {
    if (node.op !== '/' && node.op !== '%') return;
    const [, divisor] = node.args as readonly [ASTNode, ASTNode];
    if (divisor.op === 'value' && Number(divisor.args) === 0)
      findings.push({
        code: 'DIVIDES_BY_ZERO',
        at: divisor.start,
        zh: '除数不能为零。',
        en: 'this divides by zero.',
      });
  });
  return findings;
}

/** Facts and derived values that are named, as `case.hard`. */
export function namesIn(table: FactTable, root: ASTNode): string[] {
  const names = new Set<string>();
  visit(root, (node) => {
    const path = pathOf(node);
    if (path && (path[0] === 'derived' || factIn(table, ...path))) names.add(path.join('.'));
  });
  return [...names];
}
