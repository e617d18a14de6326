import DataLoader from 'dataloader';
import type { Outcome } from '../refusal.js';
import type { Database } from '../runtime/database.js';
import type { Runner } from '../runtime/runner.js';
import { type Transaction, viewerScope } from '../runtime/scope.js';
import type { UseCase } from '../use-case.js';
import type { Viewer } from '../viewer.js';

/** What a query may see: the locality's cases, or also counts of the localities below. */
export type ReadPurpose = UseCase<never, never, never>['purpose'];

/** What a context is made from: who asks, and the service's runtime. */
export type ContextParts<Deps> = {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly database: Pick<Database, 'transaction'>;
  readonly runner: Runner<Deps>;
  readonly deps: (tx: Transaction) => Deps;
  readonly now?: () => Date;
};

type Session<Deps> = { readonly tx: Transaction; readonly deps: Deps };
type Opened<Deps> = { readonly session: Promise<Session<Deps>>; release(): Promise<void> };

/**
 * One per GraphQL operation: who asks, one read-only transaction (opened when first needed, one per
 * purpose), one set of loaders. After a command both start anew, so that the answer shows what the
 * command did. The server closes it when the response is sent.
 */
export class Context<Deps = unknown> {
  readonly viewer: Viewer;
  readonly requestId: string;
  private readonly parts: ContextParts<Deps>;
  private readonly opened = new Map<ReadPurpose, Opened<Deps>>();
  private readonly loaders = new Map<string, DataLoader<unknown, unknown>>();
  private closed = false;

  constructor(parts: ContextParts<Deps>) {
    this.parts = parts;
    this.viewer = parts.viewer;
    this.requestId = parts.requestId;
  }

  now(): Date {
    return this.parts.now?.() ?? new Date();
  }

  /** The dependencies of queries, inside this operation's read-only transaction. */
  async reads(purpose: ReadPurpose = 'CASE'): Promise<Deps> {
    return (await this.open(purpose)).deps;
  }

  /** Runs a use case through the runner; queries join the operation's read-only transaction. */
  async run<Input, Value>(
    useCase: UseCase<Deps, Input, Value>,
    input: Input,
    options: { readonly idempotencyKey?: string } = {},
  ): Promise<Outcome<Value>> {
    const { runner } = this.parts;
    if (useCase.kind === 'query') {
      const { tx } = await this.open(useCase.purpose);
      return runner.run(useCase, this.viewer, input, { transaction: tx });
    }
    await this.release();
    const outcome = await runner.run(useCase, this.viewer, input, options);
    this.loaders.clear();
    return outcome;
  }

  /**
   * A loader of this operation, by name: the first call decides the batch function, which gets all
   * keys asked for in one tick and answers in their order, null for what is not there. Keys that are
   * objects need `cacheKey`. Ask for the loader each time: a command starts a new set.
   */
  loader<Key, Value>(
    name: string,
    batch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
    cacheKey?: (key: Key) => unknown,
  ): DataLoader<Key, Value> {
    const known = this.loaders.get(name);
    if (known) return known as unknown as DataLoader<Key, Value>;
    const loader = new DataLoader<Key, Value>(batch, {
      maxBatchSize: 1000,
      ...(cacheKey && { cacheKeyFn: cacheKey as (key: Key) => Key }),
    });
    this.loaders.set(name, loader as unknown as DataLoader<unknown, unknown>);
    return loader;
  }

  /** Ends the read-only transactions. Nothing can be read afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    await this.release();
  }

  private open(purpose: ReadPurpose): Promise<Session<Deps>> {
    if (this.closed) return Promise.reject(new Error('The operation is over; nothing can be read any more.'));
    const known = this.opened.get(purpose);
    if (known) return known.session;
    const opened = this.begin(purpose);
    this.opened.set(purpose, opened);
    return opened.session;
  }

  private begin(purpose: ReadPurpose): Opened<Deps> {
    const { database, deps, viewer } = this.parts;
    const ready = Promise.withResolvers<Session<Deps>>();
    const over = Promise.withResolvers<void>();
    let begun = false;
    const done = database
      .transaction(viewerScope(viewer, purpose), 'read', async (tx) => {
        // What was read cannot be read again: a transaction that broke is not repeated here.
        if (begun) throw new Error('the reads of this operation broke off');
        begun = true;
        ready.resolve({ tx, deps: deps(tx) });
        await over.promise;
      })
      .catch(ready.reject);
    return {
      session: ready.promise,
      release: async () => {
        over.resolve();
        await done;
      },
    };
  }

  private async release(): Promise<void> {
    const opened = [...this.opened.values()];
    this.opened.clear();
    this.loaders.clear();
    await Promise.all(opened.map((each) => each.release()));
  }
}
