import type { Outcome } from './refusal.js';
import type { Viewer } from './viewer.js';

/**
 * One thing a person can do (command) or ask (query). The story only: it loads, decides, records,
 * and knows no framework. The runner gives it its dependencies inside one transaction.
 */
export type UseCase<Deps, Input, Value> = {
  readonly action: string;
  readonly kind: 'command' | 'query';
  /**
   * What the transaction may see: CASE is the viewer's own locality; COUNTS adds, for aggregates
   * only, the localities below it; SHARED adds the cases of those below that share them; GRANT adds
   * single cases that other localities granted it.
   */
  readonly purpose: 'CASE' | 'COUNTS' | 'SHARED' | 'GRANT';
  execute(deps: Deps, viewer: Viewer, input: Input): Promise<Outcome<Value>>;
};

type Definition<Deps, Input, Value> = {
  readonly action: string;
  readonly purpose?: 'CASE' | 'COUNTS' | 'SHARED' | 'GRANT';
  execute(deps: Deps, viewer: Viewer, input: Input): Promise<Outcome<Value>>;
};

/** A command: read-write, idempotent, one transaction. Without an action it does not compile. */
export const useCase = <Deps, Input, Value>(
  definition: Definition<Deps, Input, Value>,
): UseCase<Deps, Input, Value> => ({
  purpose: 'CASE',
  ...definition,
  kind: 'command',
});

/** A query: runs in a read-only transaction. */
export const query = <Deps, Input, Value>(
  definition: Definition<Deps, Input, Value>,
): UseCase<Deps, Input, Value> => ({
  purpose: 'CASE',
  ...definition,
  kind: 'query',
});
