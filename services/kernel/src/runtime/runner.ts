import { type AccessTable, mayTry } from '../access.js';
import { type Outcome, type Refused, refuse } from '../refusal.js';
import { checkText } from '../text.js';
import type { UseCase } from '../use-case.js';
import type { Viewer } from '../viewer.js';
import type { Database } from './database.js';
import { StaleVersion, sqlStateOf } from './errors.js';
import { findAnswer, type KeyedRequest, keyedRequest, storeAnswer } from './idempotency.js';
import type { Log } from './log.js';
import { type Scope, type Transaction, viewerScope } from './scope.js';

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
  /** For queries: an open read transaction of the same viewer to join instead of opening one. */
  readonly transaction?: Transaction;
  /** For long work from the command line: milliseconds a statement, or a pause between two, may take. */
  readonly statementTimeoutMs?: number;
};

export type Runner<Deps> = {
  /**
   * Runs a use case for a viewer. Refused: ROLE_NOT_ALLOWED, IDEMPOTENCY_KEY_REUSED, STALE_VERSION
   * (after several writers in a row were faster), and whatever the use case refuses; a refusal
   * leaves nothing behind. An accepted value must be plain JSON, since a repetition reads it back.
   */
  run<Input, Value>(
    useCase: UseCase<Deps, Input, Value>,
    viewer: Viewer,
    input: Input,
    options?: RunOptions,
  ): Promise<Outcome<Value>>;
};

/** The one runner: access, transaction, scope, idempotency, effect, answer. */
export function createRunner<Deps>(options: RunnerOptions<Deps>): Runner<Deps> {
  const { access, log } = options;
  return {
    async run(useCase, viewer, input, runOptions = {}) {
      const started = performance.now();
      const outcome = mayTry(access, useCase.action, viewer.role)
        ? await dispatch(options, useCase, viewer, input, runOptions)
        : refuse('ROLE_NOT_ALLOWED');
      const { action, kind } = useCase;
      const result = outcome.accepted ? 'accepted' : outcome.code;
      const ms = Math.round(performance.now() - started);
      log[kind === 'command' ? 'info' : 'debug']({
        action,
        result,
        tenant: viewer.tenant,
        role: viewer.role,
        ms,
      });
      return outcome;
    },
  };
}

async function dispatch<Deps, Input, Value>(
  { database, deps }: RunnerOptions<Deps>,
  useCase: UseCase<Deps, Input, Value>,
  viewer: Viewer,
  input: Input,
  { idempotencyKey, transaction, statementTimeoutMs }: RunOptions,
): Promise<Outcome<Value>> {
  const work = (tx: Transaction): Promise<Outcome<Value>> => useCase.execute(deps(tx), viewer, input);
  const scope = { ...viewerScope(viewer, useCase.purpose), statementTimeoutMs };
  if (useCase.kind === 'query') {
    const joins = transaction?.mode === 'read' && sameView(transaction.scope, scope);
    return joins ? work(transaction) : database.transaction(scope, 'read', work);
  }
  if (idempotencyKey === undefined) return command(database, scope, work);
  const wrongKey = checkText('idempotencyKey', idempotencyKey, { max: 100 });
  if (wrongKey) return wrongKey;
  const request = keyedRequest(idempotencyKey, useCase.action, input);
  return command(database, { ...scope, idempotencyKey }, (tx) => answerOnce(tx, request, () => work(tx)));
}

const sameView = (open: Scope, wanted: Scope): boolean =>
  open.tenant === wanted.tenant && open.actor === wanted.actor && open.purpose === wanted.purpose;

/** A refusal travels as an exception through the transaction, so that whatever was written before it is rolled back. */
class RolledBack extends Error {
  constructor(readonly refused: Refused) {
    super(refused.code);
  }
}

const RETRIES = 5;
const UNIQUE_VIOLATION = '23505';

async function command<Value>(
  database: Database,
  scope: Scope,
  work: (tx: Transaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  let contested: string | null = null;
  for (let tried = 0; ; tried++) {
    try {
      return await database.transaction(scope, 'write', async (tx) => {
        if (contested !== null) await queueFor(tx, contested);
        const outcome = await work(tx);
        if (!outcome.accepted) throw new RolledBack(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.refused;
      // Somebody was faster: the use case decides again on what is there now. A unique violation
      // can be the same thing, seen by a read table; twice in a row it is a mistake of ours.
      const stale = error instanceof StaleVersion;
      if (stale && tried === RETRIES) return refuse('STALE_VERSION', { current: error.current });
      if (!stale && (tried > 0 || sqlStateOf(error) !== UNIQUE_VIOLATION)) throw error;
      contested = stale ? error.stream : null;
    }
  }
}

/** Those who lost a race for the same stream take turns, so that many at once all come to an end. */
const queueFor = (tx: Transaction, stream: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [tx.tenant, `${tx.schema}/${stream}`]);

async function answerOnce<Value>(
  tx: Transaction,
  request: KeyedRequest,
  work: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const found = await findAnswer(tx, request);
  if (found) return 'accepted' in found ? found : { accepted: true, value: found.answer as Value };
  const outcome = await work();
  if (!outcome.accepted) return outcome;
  return { accepted: true, value: (await storeAnswer(tx, request, outcome.value)) as Value };
}
