import { type Ask, inParallel, throughGateway } from '../graph/asking.js';
import { documentsFor } from '../graph/documents.js';
import { Harvest } from '../graph/harvest.js';
import { askOn } from '../graph/persistence.js';
import { rootFields } from '../graph/surface.js';
import { RELATIONS, type Relation, VICTIM } from '../relations.js';
import type { Stage } from '../stage.js';
import { Pointed } from './attempt.js';

/** Who is not above the victim: what they see, numbers included, has nothing to do with it. */
const UNCONCERNED: readonly Relation[] = ['child', 'sibling', 'cousin', 'other province'];
const ROLES = ['deputy-affairs-officer', 'upper-tenant-analyst'];

/** What moves with the clock. */
const MOVING = ['asOf', 'secondsBehind', 'checkedAt'];

/** Everything that some people see without naming anything: to be compared with what they see later. */
export async function standingOf({ deployment, schema }: Stage): Promise<Record<string, string>> {
  const roots = rootFields(schema).filter(
    ({ operation, field }) => operation === 'query' && !field.args.some(({ name }) => name === 'id'),
  );
  const documents = documentsFor(schema, { roots, depth: 3, reach: 'REQUIRED', together: 10, page: 5 });
  const people = UNCONCERNED.flatMap((relation) =>
    ROLES.map((role) => `${RELATIONS[relation].code}.${role}`),
  );
  const seen: Record<string, string> = {};
  await inParallel(people, 4, async (login) => {
    const { url, token } = await deployment.as(login);
    const ask: Ask = throughGateway(url, token);
    const nothing = new Pointed(new Harvest(0), { code: VICTIM.code, words: '' }, 0, 5);
    for (const [at, document] of documents.entries())
      for await (const { answer } of askOn(ask, schema, document, () => nothing, new Set()))
        seen[`${login} ${at}`] = JSON.stringify(answer.body.data, (key, value) =>
          MOVING.includes(key) ? null : value,
        );
  });
  return seen;
}
