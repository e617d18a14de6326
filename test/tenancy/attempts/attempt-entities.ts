import type { Raw } from '../graph/asking.js';
import { variablesOf } from '../graph/documents.js';
import type { EntityDocument } from '../graph/entities.js';
import { kindOf } from '../graph/input-values.js';
import { type Attacker, surprisesIn, type Tally, type Target } from './attempt.js';
import { type Leak, leaksIn } from './leaks.js';

/** Asks for three of the victim's entities at once, and notes everything that is shown of them. */
export async function attemptEntities(
  tally: Tally,
  { name, ask, knows }: Omit<Attacker, 'refused'>,
  document: EntityDocument,
  { victim, source }: Omit<Target, 'schema'>,
): Promise<void> {
  const { text, typeName } = document;
  const pointed = source();
  const kind = kindOf('id', typeName);
  const representations = [1, 2, 3].map(() => ({ __typename: typeName, id: pointed.id(kind) }));
  const variables = { representations, ...variablesOf(document, pointed) };
  const answer = await ask({ query: text, variables });
  tally.requests += 1;
  tally.attempts += representations.length;
  const place = typeName === 'Locality' && knows;
  const found = [
    ...leaksIn(answer, victim, pointed.sent, { locality: knows }),
    ...surprisesIn(tally, answer),
    ...(place ? [] : shownIn(answer)),
  ];
  tally.findings.push(...found.map((leak) => ({ ...leak, who: name, query: text })));
}

/** Whatever has a value beside the id that was sent. */
function shownIn({ body }: Raw): Leak[] {
  const entities: readonly (Readonly<Record<string, unknown>> | null)[] = body.data?._entities ?? [];
  return entities.flatMap((entity) =>
    Object.entries(entity ?? {})
      .filter(([name, value]) => value !== null && name !== '__typename' && name !== 'id')
      .map(([name]) => ({ path: `_entities.${name}`, what: 'has a value' })),
  );
}
