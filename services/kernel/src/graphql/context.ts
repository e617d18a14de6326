import DataLoader from 'dataloader';
import type { Outcome } from '../refusal.js';
import type { UseCase } from '../use-case.js';
import type { Viewer } from '../viewer.js';

type Purpose = UseCase<never, never, never>['purpose'];

/** What the runtime's `Database.transaction` takes: what may be seen and who asks. */
export type ReadScope = {
  readonly tenant: number;
  readonly tenants: number[];
  readonly purpose: string;
  readonly actor: string | null;
};

type RunOptions<Tx> = { readonly idempotencyKey?: string; readonly transaction?: Tx };

/** What a context is made from; the runtime's Database and Runner fit as they are. */
export type ContextParts<Deps, Tx> = {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly database: {
    transaction<Value>(scope: ReadScope, mode: 'read', work: (tx: Tx) => Promise<Value>): Promise<Value>;
  };
  readonly runner: {
    run<Input, Value>(
      useCase: UseCase<Deps, Input, Value>,
      viewer: Viewer,
      input: Input,
      options?: RunOptions<Tx>,
    ): Promise<Outcome<Value>>;
  };
  readonly deps: (tx: Tx) => Deps;
  readonly now?: () => Date;
};

type Session<Deps, Tx> = { readonly tx: Tx; readonly deps: Deps };
type Opened<Deps, Tx> = { readonly session: Promise<Session<Deps, Tx>>; release(): Promise<void> };

/**
 * One per GraphQL operation: who asks, one read-only transaction (opened when first needed, one per
 * purpose), one set of loaders. After a command both start anew, so that the answer shows what the
 * command did. The server closes it when the response is sent.
 */
// biome-ignore lint/suspicious/noExplicitAny: resolvers name only the dependencies; the transaction's type stays the shell's affair
export class Context<Deps = unknown, Tx = any> {
  readonly viewer: Viewer;
  readonly requestId: string;
  private readonly parts: ContextParts<Deps, Tx>;
  private readonly opened = new Map<Purpose, Opened<Deps, Tx>>();
  private readonly loaders = new Map<string, DataLoader<unknown, unknown>>();
  private closed = false;

  constructor(parts: ContextParts<Deps, Tx>) {
    this.parts = parts;
    this.viewer = parts.viewer;
    this.requestId = parts.requestId;
  }

  now(): Date {
    return this.parts.now?.() ?? new Date();
  }

  /** The dependencies of queries, inside this operation's read-only transaction. */
  async reads(purpose: Purpose = 'CASE'): Promise<Deps> {
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
   * objects need `cacheKey`.
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
      cacheKeyFn: cacheKey as (key: Key) => Key,
    });
    this.loaders.set(name, loader as unknown as DataLoader<unknown, unknown>);
    return loader;
  }

  /** Ends the read-only transactions. Nothing can be read afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    await this.release();
  }

  private open(purpose: Purpose): Promise<Session<Deps, Tx>> {
    if (this.closed) return Promise.reject(new Error('The operation is over; nothing can be read any more.'));
    const known = this.opened.get(purpose);
    if (known) return known.session;
    const opened = this.begin(purpose);
    this.opened.set(purpose, opened);
    return opened.session;
  }

  private begin(purpose: Purpose): Opened<Deps, Tx> {
    const { database, deps, viewer } = this.parts;
    const ready = Promise.withResolvers<Session<Deps, Tx>>();
    const over = Promise.withResolvers<void>();
    const { tenant, accountId } = viewer;
    const done = database
      .transaction({ tenant, tenants: [tenant], purpose, actor: accountId }, 'read', async (tx) => {
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
