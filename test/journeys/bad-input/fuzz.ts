import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
} from 'graphql';
import { repository } from '../../start-up/started-platform.js';
import { command, type Question } from './question.js';

/** What people, scripts and attackers put into fields. */
const NASTY: readonly unknown[] = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\udfff公',
    '公\u0007',
    '\u202e反',
    "'; --",
    '%',
    '\\',
    '{}',
    '[]',
    '$1',
    'null',
  ],
  ...[
    'x'.repeat(3000),
    '字'.repeat(25_000),
    '👩‍👩‍👧‍👦'.repeat(500),
    '2023-02-30',
    '0000-00-00',
    '9999-12-31T23:59:59Z',
  ],
  ...['2024-02-30T00:00:00Z', '1970-01-01T00:00:00Z', 'proposal_', 'NaN', '__proto__', 'constructor'],
  ...[null, true, false, -1, 0, 1.5, 2_147_483_647, 2_147_483_648, -2_147_483_649, 1e308, -0],
  ...[[], [[]], {}, { a: 1 }, [null], Array(300).fill('x')],
];

type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

export type Wrong = Pick<Question, 'query' | 'variables'> & { readonly mutation: string };

/**
 * Inputs of the right shape with things in them that do not belong there, for every mutation in turn.
 * Ids are sometimes real ones: of the right or of another kind, of this or of another locality.
 */
export function wrongInputs(count: number, seed: number, ids: readonly string[]): Wrong[] {
  const random = seeded(seed);
  const sdl = readFileSync(join(repository, 'schema', 'supergraph.graphql'), 'utf8');
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return Array.from({ length: count }, (_, at) => {
    const { name, args } = mutations[at % mutations.length] as (typeof mutations)[number];
    const input = valueFor((args[0] as (typeof args)[number]).type, 'input', {
      random,
      ids,
    }) as Wrong['variables'];
    return { mutation: name, ...command(name, input ?? {}) };
  });
}

type Source = { readonly random: Random; readonly ids: readonly string[] };

function valueFor(type: GraphQLInputType, name: string, source: Source): unknown {
  const { random } = source;
  if (isNonNullType(type)) return valueFor(type.ofType, name, source);
  if (name !== 'input' && random() < 0.12) return pick(random, NASTY);
  if (isListType(type))
    return Array.from({ length: Math.floor(random() * 4) }, () => valueFor(type.ofType, name, source));
  if (isEnumType(type)) return pick(random, type.getValues()).name;
  if (!isInputObjectType(type)) return scalarFor(type.name, name, source);
  const fields = Object.values(type.getFields()).filter(
    (field) => isNonNullType(field.type) || random() < 0.4,
  );
  return Object.fromEntries(fields.map((field) => [field.name, valueFor(field.type, field.name, source)]));
}

function scalarFor(type: string, name: string, { random, ids }: Source): unknown {
  const kind = name.replace(/(Id|Ids)$/, '').toLowerCase();
  const fitting = ids.filter((id) => id.startsWith(kind));
  const values: Readonly<Record<string, () => unknown>> = {
    ID: () => (random() < 0.8 && fitting.length > 0 ? pick(random, fitting) : pick(random, ids)),
    Int: () => Math.floor(random() * 3000) - 5,
    Boolean: () => random() < 0.5,
    Date: () => `20${10 + Math.floor(random() * 20)}-0${1 + Math.floor(random() * 9)}-15`,
    DateTime: () => `202${Math.floor(random() * 8)}-0${1 + Math.floor(random() * 9)}-15T08:00:00+08:00`,
    String: () => `${name} ${Math.floor(random() * 1e9)}`,
  };
  return values[type]?.() ?? null;
}
