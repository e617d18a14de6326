/**
 * How to write a subgraph with `@duban/kernel/graphql`: a type, a reference, a query, a connection and
 * a mutation with a result union. Shown in one file here; a service has a file per role.
 */
import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { Length } from 'class-validator';
import { type GraphQLSchema, graphql } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from 'type-graphql';
import { encodeId } from '../public-id.js';
import { accept, refuse } from '../refusal.js';
import type { Transaction } from '../runtime/scope.js';
import { useCase } from '../use-case.js';
import type { Viewer } from '../viewer.js';
import { connectionOf, PageArgs } from './connection.js';
import { Context } from './context.js';
import { type KeysetRow, keyset } from './keyset.js';
import { readId } from './public-id.js';
import { answer, resultOf } from './result.js';
import { DateScalar } from './scalars.js';
import { buildSubgraph } from './subgraph.js';

// note.type.ts
@ObjectType({ description: '便签: a note on a desk' })
@Directive('@key(fields: "id")')
class Note {
  @Field(() => ID, { description: '编号: the public id' })
  id: string;

  @Field(() => String, { description: '正文: what it says' })
  text: string;

  @Field(() => DateScalar, { description: '日期: when it was written' })
  writtenOn: string;
}

const NoteOrder = { WRITTEN_ON: 'WRITTEN_ON', TEXT: 'TEXT' } as const;
type NoteOrder = (typeof NoteOrder)[keyof typeof NoteOrder];
registerEnumType(NoteOrder, {
  name: 'NoteOrder',
  description: '排序: what notes are sorted by',
  valuesConfig: { WRITTEN_ON: { description: '日期: newest first' }, TEXT: { description: '正文: by text' } },
});

const NoteList = connectionOf(Note, '便签');

// note-list.query.ts
@ArgsType()
class NoteArgs extends PageArgs {
  @Field(() => NoteOrder, { defaultValue: NoteOrder.WRITTEN_ON, description: '排序: what to sort by' })
  orderBy: NoteOrder;
}

type Row = KeysetRow & { id: string; text: string; writtenOn: string };
type Deps = {
  notes: {
    find(id: string): Row | null;
    page(sql: string, params: readonly unknown[]): Row[];
    count(): number;
    add(text: string): Row;
  };
};

const toNote = (tenant: number, row: Row): Note =>
  Object.assign(new Note(), {
    id: encodeId({ kind: 'note', tenant, id: row.id }),
    text: row.text,
    writtenOn: row.writtenOn,
  });

@Resolver()
class NoteQueries {
  @Query(() => Note, {
    nullable: true,
    description: '便签: one note; null when there is none for the viewer',
  })
  async note(
    @Ctx() context: Context<Deps>,
    @Arg('id', () => ID, { description: '编号: of the note' }) id: string,
  ): Promise<Note | null> {
    const { id: noteId } = readId('note', id);
    const { notes } = await context.reads();
    const row = notes.find(noteId);
    return row && toNote(context.viewer.tenant, row);
  }

  @Query(() => NoteList.Connection, { description: '便签列表: the notes of the viewer’s desk' })
  async notes(@Ctx() context: Context<Deps>, @Args(() => NoteArgs) args: NoteArgs): Promise<object> {
    const { notes } = await context.reads();
    const page = keyset(args, {
      sort: { name: args.orderBy, sql: 'written_on', type: 'date', direction: 'DESC' },
      id: { sql: 'id' },
    });
    const rows = notes.page(
      `SELECT ${page.columns}, * FROM note WHERE ${page.where} ORDER BY ${page.orderBy} LIMIT ${page.limit}`,
      page.params,
    );
    return NoteList.from(
      page.slice(rows),
      (row) => toNote(context.viewer.tenant, row),
      () => notes.count(),
    );
  }
}

// write-note/write-note.ts and write-note.mutation.ts
const writeNote = useCase({
  action: 'note:write',
  async execute({ notes }: Deps, _viewer: Viewer, input: { text: string }) {
    return input.text === 'secret'
      ? refuse('NOTE_TOO_SECRET', { word: input.text })
      : accept(notes.add(input.text));
  },
});

@InputType({ description: '写便签: what to write' })
class WriteNoteInput {
  @Length(1, 100)
  @Field(() => String, { description: '幂等键: the same key with the same input is done once' })
  idempotencyKey: string;

  @Field(() => String, { description: '正文: 1 to 200 characters' })
  text: string;

  @Field(() => Int, { nullable: true, description: '版本: refuse when the desk has changed since' })
  expectedVersion?: number;
}

const WriteNoteResult = resultOf('WriteNote', '写便签', {
  note: { type: () => Note, description: '便签: as written' },
});

@Resolver()
class WriteNoteMutation {
  @Mutation(() => WriteNoteResult.Result, { description: '写便签: adds a note to the desk' })
  async writeNote(
    @Ctx() context: Context<Deps>,
    @Arg('input', () => WriteNoteInput, { description: '内容: what to write' }) {
      idempotencyKey,
      ...input
    }: WriteNoteInput,
  ): Promise<object> {
    const outcome = await context.run(writeNote, input, { idempotencyKey });
    return answer(WriteNoteResult, outcome, (row) => ({ note: toNote(context.viewer.tenant, row) }));
  }
}

// subgraph.ts
const subgraph = buildSubgraph<Deps>({
  name: 'notes',
  resolvers: [NoteQueries, WriteNoteMutation],
  references: {
    Note: async ({ id }, context) => {
      const { notes } = await context.reads();
      const row = notes.find(readId('note', id).id);
      return row && toNote(context.viewer.tenant, row);
    },
  },
  refusals: {
    NOTE_TOO_SECRET: { zh: '“{word}”不能写在便签上。', en: '"{word}" must not be written on a note.' },
  },
});

const uuid = (digit: number): string => `00000000-0000-7000-8000-00000000000${digit}`;
const rows = [1, 2, 3].map(
  (digit): Row => ({
    id: uuid(digit),
    text: `note ${digit}`,
    writtenOn: `2026-01-0${digit}`,
    cursorKey: `2026-01-0${digit}`,
    cursorId: uuid(digit),
  }),
);
const viewer = { tenant: 1, accountId: uuid(9), role: 'DEPUTY' } as Viewer;

function contextOver(): { context: Context<Deps>; statements: string[]; transactions: string[] } {
  const statements: string[] = [];
  const transactions: string[] = [];
  const deps: Deps = {
    notes: {
      find: (id) => rows.find((row) => row.id === id) ?? null,
      page: (sql) => {
        statements.push(sql);
        return rows.toReversed();
      },
      count: () => rows.length,
      add: (text) => ({ ...(rows[0] as Row), text }),
    },
  };
  const context = new Context<Deps>({
    viewer,
    requestId: 'r1',
    deps: () => deps,
    database: {
      transaction: async (scope, mode, work) => {
        transactions.push(`${mode} ${scope.purpose} ${scope.tenant}`);
        return work({} as Transaction);
      },
    },
    runner: { run: (useCase, who, input) => useCase.execute(deps, who, input) },
  });
  return { context, statements, transactions };
}

const ask = async (schema: GraphQLSchema, source: string, contextValue: Context<Deps>) => {
  const result = await graphql({ schema, source, contextValue });
  await contextValue.close();
  return JSON.parse(JSON.stringify(result));
};

describe('a subgraph written with the kernel', () => {
  test('prints federation 2 SDL with shareable page info and the refusal interface', () => {
    expect(subgraph.sdl).toContain('specs.apollo.dev/federation/v2.9');
    expect(subgraph.sdl).toMatch(/type PageInfo @shareable/);
    expect(subgraph.sdl).toMatch(/type Note @key\(fields: "id"\)/);
    expect(subgraph.sdl).toContain('union WriteNoteResult = WriteNoteSuccess | WriteNoteRefusal');
    expect(subgraph.sdl).toContain('type WriteNoteRefusal implements Refusal');
  });

  test('answers a query and an entity from one read-only transaction', async () => {
    const { context, transactions } = contextOver();
    const id = encodeId({ kind: 'note', tenant: 1, id: uuid(2) });
    const { data } = await ask(
      subgraph.schema,
      `{ note(id: "${id}") { text writtenOn } _entities(representations: [{ __typename: "Note", id: "${id}" }]) { ... on Note { id } } }`,
      context,
    );
    expect(data).toEqual({ note: { text: 'note 2', writtenOn: '2026-01-02' }, _entities: [{ id }] });
    expect(transactions).toEqual(['read CASE 1']);
  });

  test('pages a list and says what follows', async () => {
    const { context, statements } = contextOver();
    const { data } = await ask(
      subgraph.schema,
      '{ notes(first: 2) { totalCount nodes { text } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } }',
      context,
    );
    expect(data.notes.nodes).toEqual([{ text: 'note 3' }, { text: 'note 2' }]);
    expect(data.notes.totalCount).toBe(3);
    expect(data.notes.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      endCursor: data.notes.edges[1].cursor,
    });
    expect(statements[0]).toContain('ORDER BY written_on DESC, id DESC LIMIT 3');
  });

  test('a refusal is a value with a text in both languages', async () => {
    const { context } = contextOver();
    const document = (text: string) =>
      `mutation { writeNote(input: { idempotencyKey: "k", text: "${text}" }) {
        __typename ... on Refusal { code message messageEn } ... on WriteNoteSuccess { note { text } } } }`;
    expect((await ask(subgraph.schema, document('secret'), context)).data.writeNote).toEqual({
      __typename: 'WriteNoteRefusal',
      code: 'NOTE_TOO_SECRET',
      message: '“secret”不能写在便签上。',
      messageEn: '"secret" must not be written on a note.',
    });
    const written = await ask(subgraph.schema, document('hello'), contextOver().context);
    expect(written.data.writeNote).toEqual({ __typename: 'WriteNoteSuccess', note: { text: 'hello' } });
  });

  test('inputs are validated; declared fields without a rule are let through', async () => {
    const { context } = contextOver();
    const result = await ask(
      subgraph.schema,
      'mutation { writeNote(input: { idempotencyKey: "", text: "x" }) { __typename } }',
      context,
    );
    expect(result.errors[0].message).toContain('Argument Validation Error');
  });

  test('a malformed id is an error with a code', async () => {
    const result = await ask(subgraph.schema, '{ note(id: "nonsense") { text } }', contextOver().context);
    expect(result.errors[0].extensions.code).toBe('MALFORMED_ID');
    expect(result.data).toEqual({ note: null });
  });
});
