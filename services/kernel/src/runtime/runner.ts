import type { AccessTable } from '../access.js';
import type { Outcome } from '../refusal.js';
import type { UseCase } from '../use-case.js';
import type { Viewer } from '../viewer.js';
import type { Database } from './database.js';
import type { Log } from './log.js';
import type { Transaction } from './scope.js';

export type RunnerOptions<Deps> = {
  readonly database: Database;
  readonly access: AccessTable;
  readonly log: Log;
  /** What a use case gets, made of one open transaction. */
  readonly deps: (tx: Transaction) => Deps;
};

export type RunOptions = {
  /** 1 to 100 characters, for commands. The same key with the same input gives the stored answer. */
  readonly idempotencyKey?: string;
  /** For queries: an open read transaction to join instead of opening one. */
  readonly transaction?: Transaction;
};

export type Runner<Deps> = {
  run<Input, Value>(
    useCase: UseCase<Deps, Input, Value>,
    viewer: Viewer,
    input: Input,
    options?: RunOptions,
  ): Promise<Outcome<Value>>;
};

/** The one runner: access, transaction, scope, idempotency, effect, answer. */
export function createRunner<Deps>(_options: RunnerOptions<Deps>): Runner<Deps> {
  throw new Error('not yet');
}
