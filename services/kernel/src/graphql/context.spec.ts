import { describe, expect, test } from '@jest/globals';
import { accept, type Outcome } from '../refusal.js';
import type { Database } from '../runtime/database.js';
import type { Runner, RunOptions } from '../runtime/runner.js';
import type { Scope, Transaction } from '../runtime/scope.js';
import { query, useCase } from '../use-case.js';
import type { Viewer } from '../viewer.js';
import { Context } from './context.js';

type Deps = { readonly tx: number };
const viewer = { accountId: 'a', tenant: 7, role: 'DEPUTY' } as Viewer;

/** A context over a database that writes down what happens to its transactions. */
function recorded({ breaks = false } = {}) {
  const happened: string[] = [];
  let opened = 0;
  const transaction = async (scope: Scope, mode: string, work: (tx: Transaction) => Promise<unknown>) => {
    opened += 1;
    const number = opened;
    happened.push(`begin ${number} ${mode} ${scope.purpose} ${scope.tenants}`);
    const result = await work({ number } as unknown as Transaction);
    if (breaks) return work({ number } as unknown as Transaction);
    happened.push(`end ${number}`);
    return result;
  };
  const runner: Runner<Deps> = {
    run: async <Input, Value>(_story: unknown, _viewer: unknown, _input: Input, options?: RunOptions) => {
      happened.push(options?.transaction ? 'query joined' : `command ${options?.idempotencyKey}`);
      return accept('done') as Outcome<Value>;
    },
  };
  const deps = (tx: Transaction): Deps => ({ tx: (tx as unknown as { number: number }).number });
  const database = { transaction: transaction as Database['transaction'] };
  return { happened, context: new Context<Deps>({ viewer, requestId: 'r', database, runner, deps }) };
}

const rename = useCase({
  action: 'x:rename',
  execute: async (_deps: Deps, _viewer: Viewer, _input: object) => accept(1),
});
const count = query({
  action: 'x:count',
  purpose: 'COUNTS',
  execute: async (_deps: Deps, _viewer: Viewer, _input: object) => accept(1),
});

describe('the context of an operation', () => {
  test('opens one transaction, when it is first needed, and ends it', async () => {
    const { context, happened } = recorded();
    expect(happened).toEqual([]);
    const both = await Promise.all([context.reads(), context.reads()]);
    expect(both).toEqual([{ tx: 1 }, { tx: 1 }]);
    await context.close();
    expect(happened).toEqual(['begin 1 read CASE 7', 'end 1']);
    await expect(context.reads()).rejects.toThrow('over');
  });

  test('queries join the transaction of their purpose', async () => {
    const { context, happened } = recorded();
    await context.reads();
    await context.run(count, {});
    await context.close();
    expect(happened).toEqual([
      'begin 1 read CASE 7',
      'begin 2 read COUNTS 7',
      'query joined',
      'end 1',
      'end 2',
    ]);
  });

  test('a command ends the reads before it and starts new ones after it', async () => {
    const { context, happened } = recorded();
    const before = context.loader('names', async (keys: readonly string[]) => keys);
    expect(await context.reads()).toEqual({ tx: 1 });
    await context.run(rename, {}, { idempotencyKey: 'k' });
    expect(await context.reads()).toEqual({ tx: 2 });
    expect(context.loader('names', async (keys: readonly string[]) => keys)).not.toBe(before);
    await context.close();
    expect(happened).toEqual(['begin 1 read CASE 7', 'end 1', 'command k', 'begin 2 read CASE 7', 'end 2']);
  });

  test('one loader per name: keys of one moment come in one batch', async () => {
    const { context } = recorded();
    const batches: (readonly number[])[] = [];
    const load = (key: number) =>
      context
        .loader('squares', async (keys: readonly number[]) => {
          batches.push(keys);
          return keys.map((each) => each * each);
        })
        .load(key);
    expect(await Promise.all([load(2), load(3), load(2)])).toEqual([4, 9, 4]);
    expect(batches).toEqual([[2, 3]]);
  });

  test('reads that broke are not repeated behind the resolvers’ back', async () => {
    const { context } = recorded({ breaks: true });
    await context.reads();
    await context.close();
  });

  test('a database that cannot be had fails the reads, not the closing', async () => {
    const database = { transaction: () => Promise.reject(new Error('gone')) };
    const { context: other } = recorded();
    const context = new Context<Deps>({
      ...(other as unknown as { parts: object }).parts,
      database,
    } as never);
    await expect(context.reads()).rejects.toThrow('gone');
    await context.close();
  });
});
