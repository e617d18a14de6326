import { randomUUID } from 'node:crypto';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Where the ids, codes and words of a request come from. */
export type Source = {
  /** An id of a kind, such as `proposal`. Called once for each id in the input. */
  id(kind: string): string;
  /** A locality's code. */
  code(): string;
  /** A part of a text to look for. */
  words(): string;
  /** How many of a list. */
  readonly page: number;
};

/** REQUIRED: nothing that may be left out. POINTED: beside it everything optional that takes an id or looks for a text. */
export type Reach = 'REQUIRED' | 'POINTED';

type Input = GraphQLArgument | GraphQLInputField;

const KINDS: Readonly<Record<string, string>> = {
  leadProposerId: 'mandate',
  respondentId: 'mandate',
  raterId: 'mandate',
  intoId: 'proposal',
  mergeIntoId: 'proposal',
  cosignerIds: 'mandate',
  caseGrantId: 'casegrant',
  withLocalityId: 'locality',
  sheetDraftId: 'sheetdraft',
  successorId: 'unit',
  after: 'proposal',
};

/** Things whose ids are not called by their whole name. */
const THINGS: Readonly<Record<string, string>> = {
  ProcessDraft: 'draft',
  ScoreEvidence: 'evidence',
  ScoreRun: 'run',
  ScoreSheetDraft: 'sheetdraft',
};

const SEARCHES = ['titleContains', 'text', 'name', 'delegation', 'sector'];

/** Texts that must be one of a few, in the base process. */
const WORDS: Readonly<Record<string, string>> = {
  stage: 'office',
  class: 'B',
  claimedClass: 'B',
  tier: 'CONGRESS_LEADER',
  level: 'SATISFIED',
  term: '第十六届',
  caseNumber: '试0001',
  language: 'zh',
  record: 'supervision-plan',
  field: 'content',
};

/** What a locality says of itself and others feel is said so that nobody's sums change by it. */
const CHOICES: Readonly<Record<string, string>> = { SharingLevel: 'METADATA' };

/** The kind of thing an id is asked for: `proposedUnitId` a unit, `id` what the field gives. */
export function kindOf(argument: string, owner: string): string {
  if (argument === 'id' && THINGS[owner]) return THINGS[owner];
  if (argument === 'id') return owner.charAt(0).toLowerCase() + owner.slice(1);
  const word = /([A-Z]?[a-z]+)Ids?$/.exec(argument)?.[1];
  const kind = KINDS[argument] ?? word?.toLowerCase();
  if (!kind) throw new Error(`${owner}(${argument}): of which kind is this id?`);
  return kind;
}

/** Whether an id is sent anywhere in the input. */
export function takesId(type: GraphQLInputType, reach: Reach = 'POINTED'): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return named.name === 'ID';
  return Object.values(named.getFields()).some(
    (field) => isWanted(field, reach) && takesId(field.type, reach),
  );
}

/** Every id in an input, by its path such as `participants.personId`; whether it is required. */
export function idPaths(inputs: readonly Input[], above = ''): { path: string; required: boolean }[] {
  return inputs.flatMap((input) => {
    const named = getNamedType(input.type);
    const path = above + input.name;
    if (isInputObjectType(named)) return idPaths(Object.values(named.getFields()), `${path}.`);
    return named.name === 'ID' ? [{ path, required: isNonNullType(input.type) }] : [];
  });
}

/** Values of a field's arguments or an input's fields; `owner` is what `id` would be an id of. */
export function inputValues(
  inputs: readonly Input[],
  owner: string,
  source: Source,
  reach: Reach,
): Record<string, unknown> {
  const chosen = inputs.filter((input) => isWanted(input, reach));
  return Object.fromEntries(
    chosen.map((input) => [input.name, inputValue(input.type, input.name, owner, source, reach)]),
  );
}

export function isWanted(input: Input, reach: Reach): boolean {
  const required = isNonNullType(input.type) && input.defaultValue === undefined;
  if (required || input.name === 'first') return true;
  return (
    reach === 'POINTED' && (takesId(input.type) || SEARCHES.includes(input.name) || input.name === 'filter')
  );
}

function inputValue(
  type: GraphQLInputType,
  name: string,
  owner: string,
  source: Source,
  reach: Reach,
): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [inputValue(bare.ofType, name, owner, source, reach)];
  if (isEnumType(bare)) return CHOICES[bare.name] ?? bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) return inputValues(Object.values(bare.getFields()), owner, source, reach);
  return name === 'first' ? source.page : scalarOf(getNamedType(type).name, name, owner, source);
}

function scalarOf(type: string, name: string, owner: string, source: Source): unknown {
  const now = new Date();
  if (type === 'ID') return source.id(kindOf(name, owner));
  if (type === 'Int')
    return name === 'year' ? now.getFullYear() : name === 'toYear' ? now.getFullYear() + 1 : 2;
  if (type === 'Boolean') return false;
  if (type === 'Date') return now.toISOString().slice(0, 10);
  if (type === 'DateTime') return now.toISOString();
  if (type === 'Decimal') return '1';
  if (type !== 'String') throw new Error(`${owner}(${name}): how is a ${type} written?`);
  if (name === 'idempotencyKey') return randomUUID();
  if (name === 'code') return owner === 'Locality' ? source.code() : `u-${randomUUID().slice(0, 8)}`;
  return WORDS[name] ?? (SEARCHES.includes(name) ? source.words() : '试');
}
