import { type ASTNode, Environment, type ParseResult } from '@marcbachmann/cel-js';
import type {
  CompiledExpression,
  DerivedValues,
  ExpressionLanguage,
  ExpressionProblem,
  FactValue,
  KnownFacts,
  Truth,
} from '../../expressions/expression.js';
import { type FactTable, type FactType, factIn, LONGEST_LIST } from '../../expressions/fact-table.js';
import { LIMITS } from './limits.js';
import { type LibraryError, placed, tellLibraryError } from './texts.js';
import { conjuncts, costOf, type Finding, findForeign, findZeroDivisors, namesIn } from './walk.js';

/** An expression that was checked, ready to be evaluated any number of times. */
type Compiled = {
  readonly run: ParseResult;
  readonly ast: ASTNode;
  readonly type: string;
  /** Derived values it needs, those they need themselves first. */
  readonly needs: readonly string[];
  readonly reads: readonly string[];
  readonly cost: number;
};
type Checked = { readonly compiled: Compiled } | { readonly findings: readonly Finding[] };

type Schema = Record<string, FactType>;

const KEPT = 5_000;

/** One definition's vocabulary: the facts, and its own derived values. */
class Vocabulary {
  private readonly environment: Environment;
  private readonly checked = new Map<string, Checked>();
  private readonly weights = new Map<string, number>();
  readonly derived = new Map<string, Compiled>();

  constructor(
    private readonly table: FactTable,
    private readonly written: DerivedValues,
    below: ReadonlyMap<string, Compiled>,
  ) {
    for (const [name, compiled] of below) this.derived.set(name, compiled);
    const { nodes: maxAstNodes, depth: maxDepth, list: maxListElements } = LIMITS;
    this.environment = new Environment({
      unlistedVariablesAreDyn: false,
      limits: { maxAstNodes, maxDepth, maxListElements, maxMapEntries: 1, maxCallArguments: 3 },
    });
    for (const [name, facts] of Object.entries(this.table)) {
      const types = Object.entries(facts).map(([fact, { type }]) => [fact, type] as const);
      this.environment.registerVariable({ name, schema: Object.fromEntries(types) as Schema });
    }
    const types = [...this.derived].map(([name, { type }]) => [name, type] as const);
    if (types.length > 0)
      this.environment.registerVariable({ name: 'derived', schema: Object.fromEntries(types) as Schema });
  }

  /** The same in every vocabulary: it is a matter of form. */
  weight(expression: string): number {
    const known = this.weights.get(expression);
    if (known !== undefined) return known;
    const weight = this.joined(expression);
    if (this.weights.size >= KEPT) this.weights.clear();
    this.weights.set(expression, weight);
    return weight;
  }

  private joined(expression: string): number {
    try {
      return conjuncts(this.environment.parse(expression).ast);
    } catch {
      return 1;
    }
  }

  check(expression: string): Checked {
    const known = this.checked.get(expression);
    if (known) return known;
    const checked = this.examine(expression);
    const [oldest] = this.checked.keys();
    if (this.checked.size >= KEPT && oldest !== undefined) this.checked.delete(oldest);
    this.checked.set(expression, checked);
    return checked;
  }

  private examine(expression: string): Checked {
    if (expression.length > LIMITS.length) return { findings: [tooLong] };
    try {
      const run = this.environment.parse(expression);
      const foreign = findForeign(this.table, run.ast, this.written);
      if (foreign.length > 0) return { findings: foreign };
      const { valid, type, error } = run.check();
      if (!valid)
        return { findings: [tellLibraryError(this.table, expression, error as unknown as LibraryError)] };
      return this.affordable({ run, ast: run.ast, type: String(type), ...this.needs(run.ast) });
    } catch (error) {
      return { findings: [tellLibraryError(this.table, expression, error as LibraryError)] };
    }
  }

  private needs(ast: ASTNode): Pick<Compiled, 'needs' | 'reads' | 'cost'> {
    const [needs, reads] = [new Set<string>(), new Set<string>()];
    for (const path of namesIn(this.table, ast)) {
      const below = path.startsWith('derived.') ? this.derived.get(path.slice(8)) : undefined;
      for (const one of below?.needs ?? []) needs.add(one);
      for (const one of below?.reads ?? [path]) reads.add(one);
      if (below) needs.add(path.slice(8));
    }
    const own = [...needs].reduce((sum, name) => sum + costOf((this.derived.get(name) as Compiled).ast), 0);
    return { needs: [...needs], reads: [...reads], cost: costOf(ast) + own };
  }

  private affordable(compiled: Compiled): Checked {
    return compiled.cost <= LIMITS.cost ? { compiled } : { findings: [tooCostly(compiled.cost)] };
  }

  /** The value, or undefined where a fact it asks for is not known. */
  value({ run, needs }: Compiled, facts: KnownFacts): unknown {
    const derived: Record<string, unknown> = {};
    const all = { ...valuesOf(this.table, facts), derived };
    for (const name of needs) {
      const value = attempt((this.derived.get(name) as Compiled).run, all);
      if (value !== undefined) derived[name] = value;
    }
    return attempt(run, all);
  }
}

function attempt(run: ParseResult, context: object): unknown {
  try {
    return run(context as Record<string, unknown>);
  } catch {
    return undefined;
  }
}

/** Facts as the library takes them: integers are bigints, and what is not known is not there. */
function valuesOf(table: FactTable, facts: KnownFacts): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const group of Object.keys(table)) {
    const known: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(facts[group] ?? {})) {
      const type = factIn(table, group, name)?.type;
      const taken = type === undefined ? undefined : taking(type, value);
      if (taken !== undefined) known[name] = taken;
    }
    values[group] = known;
  }
  return values;
}

function taking(type: FactType, value: FactValue): unknown {
  if (value === null || value === undefined) return undefined;
  if (type === 'int') return Number.isSafeInteger(value) ? BigInt(value as number) : undefined;
  if (type !== 'list<string>') return value;
  return Array.isArray(value) && value.length <= LONGEST_LIST ? value : undefined;
}

const tooLong: Finding = {
  at: LIMITS.length,
  zh: `条件最长 ${LIMITS.length} 个字符,请拆成几个派生值。`,
  en: `a condition has at most ${LIMITS.length} characters; split it into derived values.`,
};

const tooCostly = (cost: number): Finding => ({
  code: 'TOO_COSTLY',
  at: 0,
  zh: `条件计算量过大(${cost} 步,最多 ${LIMITS.cost} 步)。请减少列表函数的嵌套。`,
  en: `the condition would take too long (${cost} steps, at most ${LIMITS.cost}). Nest fewer list functions.`,
});

const notACondition = (type: string): Finding => ({
  at: 0,
  zh: `条件须得出真或假,这里得出的是 ${type}。`,
  en: `a condition must come to true or false; this comes to ${type}.`,
});

const notOfType = (type: string, found: string): Finding => ({
  at: 0,
  zh: `表达式须得出 ${type},这里得出的是 ${found}。`,
  en: `the expression must come to ${type}; this comes to ${found}.`,
});

const NO_DERIVED: DerivedValues = {};
const COMPUTED: readonly string[] = ['bool', 'int', 'string'];

/** CEL over the fact table. Vocabularies and checked expressions are kept: looking one up costs nothing. */
export function celExpressions(table: FactTable): ExpressionLanguage {
  const vocabularies = new WeakMap<DerivedValues, Vocabulary>();
  const plain = new Vocabulary(table, NO_DERIVED, new Map());
  const vocabularyOf = (derived: DerivedValues): Vocabulary => {
    if (Object.keys(derived).length === 0) return plain;
    const known = vocabularies.get(derived) ?? derivedVocabulary(table, derived).vocabulary;
    vocabularies.set(derived, known);
    return known;
  };
  const compiledOf = (expression: string, derived: DerivedValues): Compiled | null => {
    const checked = vocabularyOf(derived).check(expression);
    return 'compiled' in checked && checked.compiled.type === 'bool' ? checked.compiled : null;
  };
  return {
    holds(expression, facts, derived): Truth {
      const compiled = compiledOf(expression, derived);
      const value = compiled && vocabularyOf(derived).value(compiled, facts);
      return typeof value === 'boolean' ? value : 'UNKNOWN';
    },
    weight: (expression) => plain.weight(expression),
    reads: (expression, derived) => compiledOf(expression, derived)?.reads ?? [],
    checkCondition: (expression, derived) => {
      const checked = vocabularyOf(derived).check(expression);
      if ('findings' in checked) return checked.findings.map((one) => placed(expression, one));
      const { type } = checked.compiled;
      return type === 'bool' ? [] : [placed(expression, notACondition(type))];
    },
    checkDerived: (derived) => derivedVocabulary(table, derived).problems,
    checkValue: (expression, type, derived) => {
      const checked = vocabularyOf(derived).check(expression);
      if ('findings' in checked) return checked.findings.map((one) => placed(expression, one));
      const { type: found, ast } = checked.compiled;
      const wrong = found === type ? findZeroDivisors(ast) : [notOfType(type, found)];
      return wrong.map((one) => placed(expression, one));
    },
    compile: (expression, derived) => {
      const vocabulary = vocabularyOf(derived);
      const checked = vocabulary.check(expression);
      if ('findings' in checked) throw new Error(`not an expression: ${expression}`);
      return compiledExpression(vocabulary, checked.compiled);
    },
  };
}

const compiledExpression = (vocabulary: Vocabulary, compiled: Compiled): CompiledExpression => ({
  reads: compiled.reads,
  value: (facts) => {
    const value = vocabulary.value(compiled, facts);
    if (typeof value === 'bigint') return Number(value);
    return typeof value === 'boolean' ? value : undefined;
  },
});

type Computed = {
  readonly vocabulary: Vocabulary;
  readonly problems: Readonly<Record<string, readonly ExpressionProblem[]>>;
};

/** Takes in one derived value after the other, those without needs first; what is left over needs itself. */
function derivedVocabulary(table: FactTable, derived: DerivedValues): Computed {
  const problems: Record<string, readonly ExpressionProblem[]> = {};
  let waiting = Object.keys(derived).sort();
  let vocabulary = new Vocabulary(table, derived, new Map());
  if (waiting.length > LIMITS.derived) problems[waiting[LIMITS.derived] ?? ''] = [tooManyDerived];
  while (waiting.length > 0) {
    const ready = waiting.filter((name) => namesWaitedFor(derived[name]?.value ?? '', waiting).length === 0);
    const taken = new Map(vocabulary.derived);
    for (const name of ready) {
      const expression = derived[name]?.value ?? '';
      const checked = vocabulary.check(expression);
      if ('findings' in checked) problems[name] = checked.findings.map((one) => placed(expression, one));
      else if (!COMPUTED.includes(checked.compiled.type)) problems[name] = [placed(expression, notAValue)];
      else taken.set(name, checked.compiled);
    }
    if (ready.length === 0) for (const name of waiting) problems[name] = [placed('', inACircle)];
    waiting = ready.length === 0 ? [] : waiting.filter((name) => !ready.includes(name));
    vocabulary = new Vocabulary(table, derived, taken);
  }
  return { vocabulary, problems };
}

const namesWaitedFor = (expression: string, waiting: readonly string[]): string[] =>
  [...expression.matchAll(/\bderived\.(\w+)/g)].flatMap(([, name]) =>
    name !== undefined && waiting.includes(name) ? [name] : [],
  );

const notAValue: Finding = {
  at: 0,
  zh: '派生值须是真假、整数或文字。',
  en: 'a derived value is true or false, a whole number, or text.',
};
const inACircle: Finding = {
  code: 'REFERS_TO_ITSELF',
  at: 0,
  zh: '派生值互相引用成环。',
  en: 'derived values need each other in a circle.',
};
const tooManyDerived: ExpressionProblem = {
  line: 1,
  column: 1,
  zh: `派生值最多 ${LIMITS.derived} 个。`,
  en: `there may be at most ${LIMITS.derived} derived values.`,
};
