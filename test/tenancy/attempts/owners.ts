import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { Person } from '../../kit/person.js';
import { inParallel, type Raw, throughGateway } from '../graph/asking.js';
import { type Document, documentsFor } from '../graph/documents.js';
import { Harvest, neverUsedId } from '../graph/harvest.js';
import { askOn } from '../graph/persistence.js';
import { type Field, rootFields } from '../graph/surface.js';
import { rolesIn } from '../relations.js';
import type { Story } from '../stories/story.js';
import { Pointed } from './attempt.js';

/** What a locality's own people are shown: that the tests against others are not about nothing. */
export class Owned {
  calls = 0;
  withData = 0;
  /** `Type.field` of everything that had a value for somebody. */
  readonly answered = new Set<string>();

  constructor(
    readonly schema: GraphQLSchema,
    readonly harvest: Harvest,
  ) {}

  /** One person's answers to one wish, the later ones without what was refused before. */
  gather({ branches }: Document, answers: readonly Raw[]): void {
    const data = answers.flatMap(({ body }) => (body.data ? [body.data] : []));
    for (const { field } of branches) {
      this.calls += 1;
      if (data.some((one) => hasData(one[field.name]))) this.withData += 1;
    }
    this.harvest.gather(data);
    const type = this.schema.getQueryType();
    if (type) for (const one of data) this.#look(type, one);
  }

  #look(type: GraphQLCompositeType, value: object): void {
    const given = value as Readonly<Record<string, unknown>>;
    const object = isObjectType(type) ? type : this.schema.getType(String(given.__typename));
    if (!isObjectType(object)) return;
    for (const field of Object.values(object.getFields()))
      this.#lookAt(object.name, field, given[field.name]);
  }

  #lookAt(type: string, field: Field, value: unknown): void {
    const values = [value].flat().filter((one) => one !== null && one !== undefined);
    if (values.length === 0) return;
    this.answered.add(`${type}.${field.name}`);
    const inner = getNamedType(field.type);
    if (isCompositeType(inner)) for (const one of values) this.#look(inner, one as object);
  }
}

/** Not null, and no empty page. */
const hasData = (value: unknown): boolean =>
  value !== null && value !== undefined && (value as { totalCount?: number }).totalCount !== 0;

type Place = { readonly tenant: number };

/**
 * Those who see most ask as deep as strangers will; the others, when all are asked, at first hand.
 * What stands deeper, or beyond a page, is known from the story that was told.
 */
export async function askAsOwners(
  { deployment, code, shown }: Story,
  schema: GraphQLSchema,
  { tenant }: Place,
  who: 'ALL' | 'SOME' = 'ALL',
): Promise<Owned> {
  const owned = new Owned(schema, new Harvest(tenant));
  const queries = rootFields(schema).filter(({ operation }) => operation === 'query');
  const takesId = ({ field }: Root) => field.args.some(({ name }) => name === 'id');
  const lists = queries.filter((root) => !takesId(root));
  const singles = queries.filter(takesId);
  const make = (roots: Root[], depth: number, page: number): Wish[] =>
    documentsFor(schema, { roots, depth, reach: 'REQUIRED', together: 10, page }).map((document) => ({
      document,
      page,
    }));
  // First the lists, which give the ids for the rest.
  const deep = [...make(lists, 2, 30), ...make(lists, 3, 2), ...make(singles, 3, 2)];
  const shallow = [...make(lists, 1, 30), ...make(singles, 1, 2)];
  const seeMost = SEE_MOST.map((role) => `${code}.${role}`);
  await inParallel(who === 'ALL' ? rolesIn(deployment, code) : seeMost, 6, async (login) => {
    const seesMost = seeMost.includes(login);
    await askAs(owned, await deployment.as(login), code, seesMost ? deep : shallow);
  });
  owned.harvest.gather(shown);
  return owned;
}

type Root = ReturnType<typeof rootFields>[number];
type Wish = { readonly document: Document; readonly page: number };

const SEE_MOST = ['tenant-admin', 'deputy-affairs-officer', 'unit-head', 'deputy'];

/** The things themselves by the ids that the person was shown, else by those that others were. */
async function askAs(owned: Owned, person: Person, code: string, wishes: readonly Wish[]): Promise<void> {
  const own = new Harvest(owned.harvest.tenant);
  const ask = throughGateway(person.url, person.token);
  const refused = new Set<string>();
  for (const [turn, { document, page }] of wishes.entries()) {
    const known = (kind: string) => [own.of(kind), owned.harvest.of(kind), [neverUsedId(kind, own.tenant)]];
    const of = (kind: string) => known(kind).find((ids) => ids.length > 0) ?? [];
    const source = new Pointed({ of }, { code, words: '' }, turn, page);
    const answers: Raw[] = [];
    for await (const { answer } of askOn(ask, owned.schema, document, () => source, refused)) {
      own.gather(answer.body.data);
      answers.push(answer);
    }
    owned.gather(document, answers);
  }
}
