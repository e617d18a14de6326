import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  parse,
} from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { fillText, KERNEL_REFUSALS, type RefusalCatalogue, type RefusalParams } from '../refusal.js';
import type { Context } from './context.js';
import { allowDeclaredInputs, checkInput } from './input-check.js';

const FEDERATION = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@override", "@tag"]
)`;

type Class = abstract new (...args: never[]) => unknown;

/** What the gateway sends to find an entity again: its key fields. */
export type Reference = { readonly __typename: string; readonly id: string };

/** Finds an entity for the viewer; null for what does not exist or is not visible, which is the same. */
export type ResolveReference<Deps> = (
  reference: Reference,
  context: Context<Deps>,
  info: GraphQLResolveInfo,
) => Promise<object | null> | object | null;

type SubgraphOptions<Deps> = {
  readonly name: string;
  readonly resolvers: NonEmptyArray<Class>;
  /** One entry for each entity the subgraph answers for, also those it only extends. */
  readonly references?: Readonly<Record<string, ResolveReference<Deps>>>;
  /** The service's own refusals; the kernel's are added. */
  readonly refusals: RefusalCatalogue;
  /** Types that no field names but that must be in the schema (entities reached by reference only). */
  readonly types?: readonly Class[];
};

export type Subgraph = {
  readonly name: string;
  /** Executable, with `_service` and `_entities`. */
  readonly schema: GraphQLSchema;
  /** As committed in schema/subgraphs and composed. */
  readonly sdl: string;
};

/** The one place that turns decorated classes into a federated subgraph. */
export function buildSubgraph<Deps>(options: SubgraphOptions<Deps>): Subgraph {
  const { name, resolvers, references = {}, types = [] } = options;
  allowDeclaredInputs();
  const decorated = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<new () => unknown>,
    orphanedTypes: types as (new () => unknown)[],
    validateFn: checkInput,
    skipCheck: true,
  });
  const sdl = `${FEDERATION}\n\n${printSchemaWithDirectives(decorated)}\n`;
  const map = createResolversMap(decorated) as Record<string, Record<string, unknown>>;
  addReferences(name, map, references as Record<string, ResolveReference<unknown>>);
  addRefusalTexts(decorated, map, { ...KERNEL_REFUSALS, ...options.refusals });
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: map as never }]);
  return { name, schema, sdl };
}

function addReferences(
  subgraph: string,
  map: Record<string, Record<string, unknown>>,
  references: Readonly<Record<string, ResolveReference<unknown>>>,
): void {
  for (const [typeName, resolve] of Object.entries(references)) {
    const fields = map[typeName];
    if (!fields)
      throw new Error(
        `Subgraph ${subgraph} resolves references to ${typeName}, which no query or mutation leads to: name its class under types.`,
      );
    fields.__resolveReference = resolve;
  }
}

type RefusalSource = { readonly code: string; readonly params: RefusalParams };

/** Texts are looked up where they are shown, so that rules and stores need not know any language. */
function addRefusalTexts(
  schema: GraphQLSchema,
  map: Record<string, Record<string, unknown>>,
  catalogue: RefusalCatalogue,
): void {
  const show =
    (language: 'zh' | 'en'): GraphQLFieldResolver<RefusalSource, unknown> =>
    ({ code, params }) => {
      const text = catalogue[code];
      if (!text) throw new Error(`The refusal ${code} is not in the catalogue of this subgraph.`);
      return fillText(text[language], params);
    };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Refusal')) continue;
    map[type.name] = { ...map[type.name], message: show('zh'), messageEn: show('en') };
  }
}
