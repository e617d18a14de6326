/** A condition that asks for a fact nobody knows is neither true nor false. */
export type Truth = true | false | 'UNKNOWN';

export type FactValue = string | number | boolean | readonly string[] | null | undefined;

/** Facts by group and name: `{case: {hard: true}}`. What is null or absent is not known. */
export type KnownFacts = Readonly<Record<string, Readonly<Record<string, FactValue>>>>;

/** A value of its own that a locality computes from facts; expressions read it as `derived.<name>`. */
export type DerivedValue = {
  readonly label?: { readonly zh: string; readonly en: string };
  readonly value: string;
};
export type DerivedValues = Readonly<Record<string, DerivedValue>>;

/** The faults that have a name of their own; all others are matters of form. */
export type ExpressionFault = 'UNKNOWN_FACT' | 'DIVIDES_BY_ZERO' | 'REFERS_TO_ITSELF' | 'TOO_COSTLY';

/** What is wrong with an expression; `line` and `column` count inside it, from 1. */
export type ExpressionProblem = {
  readonly code?: ExpressionFault;
  readonly line: number;
  readonly column: number;
  readonly zh: string;
  readonly en: string;
};

/** What understands CEL. Rules are handed it; they know no library. */
export interface ConditionLanguage {
  /** Never throws: what cannot be evaluated is not known. */
  holds(expression: string, facts: KnownFacts, derived: DerivedValues): Truth;
  /** How many conditions it joins with `&&`: what makes a rule the more specific one. */
  weight(expression: string): number;
  /** The facts it reads, also through derived values, e.g. `case.hard`. */
  reads(expression: string, derived: DerivedValues): readonly string[];
  /** Empty when it is a condition: well-formed, of known facts, of type bool, and cheap. */
  checkCondition(expression: string, derived: DerivedValues): readonly ExpressionProblem[];
  /** By name; empty when every one can be computed and none needs itself. */
  checkDerived(derived: DerivedValues): Readonly<Record<string, readonly ExpressionProblem[]>>;
}

export type ValueType = 'bool' | 'int';

/** An expression that was checked once, to be evaluated over many rows of facts. */
export type CompiledExpression = {
  /** The facts it reads, e.g. `item.rounds`: nothing else can change its value. */
  readonly reads: readonly string[];
  /** Undefined where a fact it asks for is not known. */
  value(facts: KnownFacts): boolean | number | undefined;
};

/** What understands CEL and computes with it. */
export interface ExpressionLanguage extends ConditionLanguage {
  /** Empty when it is well-formed, of known facts, of that type, and cheap. */
  checkValue(expression: string, type: ValueType, derived: DerivedValues): readonly ExpressionProblem[];
  /** Throws for an expression that was not checked. */
  compile(expression: string, derived: DerivedValues): CompiledExpression;
}
