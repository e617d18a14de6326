import type { GraphQLSchema } from 'graphql';
import type { Ask, Raw } from '../graph/asking.js';
import type { Document } from '../graph/documents.js';
import type { Harvest } from '../graph/harvest.js';
import { type Source, takesId } from '../graph/input-values.js';
import { askOn, type Refused } from '../graph/persistence.js';
import { fieldsIn } from '../graph/selection.js';
import { type Leak, leaksIn, type Victim } from './leaks.js';

/** Somebody who asks, and whether they may know that the victim is there. */
export type Attacker = {
  readonly name: string;
  readonly ask: Ask;
  readonly knows: boolean;
  /** What people like this one are refused. */
  readonly refused: Refused;
};

export type Finding = Leak & { readonly who: string; readonly query: string };

/** What many attempts came to. */
export class Tally {
  requests = 0;
  /** Root fields that were answered: with a value, nothing or an error. */
  attempts = 0;
  readonly roots = new Set<string>();
  /** `Type.field` of everything asked for. */
  readonly selected = new Set<string>();
  readonly findings: Finding[] = [];
  /** Codes of errors and refusals, and how often. */
  readonly codes = new Map<string, number>();

  count(code: string): void {
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
  }

  /** Findings, each kind once: who first, how many, and the request to see it with. */
  get found(): string[] {
    const kinds = Map.groupBy(this.findings, ({ path, what }) => `${path.replaceAll(/\d+/g, '#')}: ${what}`);
    return [...kinds].map(([kind, all]) => `${kind} (${all.length}x, ${all[0]?.who}, ${all[0]?.query})`);
  }
}

/** Ids of one locality by turns, so that over many requests all are used; `sent` remembers which. */
export class Pointed implements Source {
  readonly sent = new Set<string>();
  #turn: number;

  constructor(
    private readonly harvest: Pick<Harvest, 'of'>,
    private readonly place: { readonly code: string; readonly words: string },
    turn: number,
    readonly page = 2,
  ) {
    this.#turn = turn;
  }

  id(kind: string): string {
    const known = this.harvest.of(kind);
    if (known.length === 0) throw new Error(`no ${kind} of ${this.place.code} is known`);
    this.#turn += 1;
    const chosen = known[this.#turn % known.length] as string;
    this.sent.add(chosen);
    return chosen;
  }

  code = (): string => this.place.code;
  words = (): string => this.place.words;
}

export type Target = {
  readonly schema: GraphQLSchema;
  readonly victim: Victim;
  readonly source: () => Pointed;
};

/** Asks for everything in a document, and notes all about the answers that must not be. */
export async function attempt(
  tally: Tally,
  { name, ask, knows, refused }: Attacker,
  wanted: Document,
  { schema, victim, source }: Target,
): Promise<void> {
  const pointed = source();
  for await (const { document, answer } of askOn(ask, schema, wanted, () => pointed, refused)) {
    const found = [
      ...leaksIn(answer, victim, pointed.sent, { locality: knows }),
      ...surprisesIn(tally, answer),
      ...acceptedIn(tally, document, answer),
    ];
    tally.findings.push(...found.map((leak) => ({ ...leak, who: name, query: document.text })));
    note(tally, document, answer);
  }
}

function note(tally: Tally, { branches }: Document, { body }: Raw): void {
  tally.requests += 1;
  const failed = new Set((body.errors ?? []).map(({ path }: GivenError) => path?.[0]));
  for (const branch of branches) {
    for (const field of fieldsIn(branch)) tally.selected.add(field);
    const root = branch.field.name;
    if (body.data?.[root] === undefined && !failed.has(root)) continue;
    tally.attempts += 1;
    tally.roots.add(root);
  }
}

type GivenError = {
  readonly path?: readonly unknown[];
  readonly message?: string;
  readonly extensions?: { readonly code?: string };
};

/** Nobody can tell what an attempt would have shown that broke off. */
const SURPRISES = [
  'INTERNAL_ERROR',
  'TIMED_OUT',
  'SERVICE_UNAVAILABLE',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'none',
];

export function surprisesIn(tally: Tally, { body }: Raw): Leak[] {
  const errors: readonly GivenError[] = body.errors ?? [];
  return errors.flatMap(({ path = [], message, extensions }) => {
    const code = extensions?.code ?? 'none';
    tally.count(code);
    return SURPRISES.includes(code) ? [{ path: path.join('.'), what: `${code}: ${message}` }] : [];
  });
}

type Given = { readonly __typename?: string; readonly code?: string } | null;

/** A mutation that was given a foreign id and did something all the same. */
function acceptedIn(tally: Tally, { operation, branches, reach }: Document, { body }: Raw): Leak[] {
  if (operation !== 'mutation') return [];
  return branches.flatMap(({ field }) => {
    const given: Given = body.data?.[field.name] ?? null;
    if (given?.code) tally.count(given.code);
    const pointed = field.args.some(({ type }) => takesId(type, reach));
    const accepted = pointed && given?.__typename?.endsWith('Success');
    return accepted ? [{ path: field.name, what: 'a foreign id was accepted' }] : [];
  });
}
