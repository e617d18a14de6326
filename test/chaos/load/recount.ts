import type { Person } from '../../kit/person.js';
import type { Evidence } from './evidence.js';

/** Figures of a place, and the same counted straight from the events of the localities in it. */
export type Counts = Readonly<Record<string, number>>;

const STREAMS = (condition: string): string =>
  `(SELECT count(DISTINCT (tenant_id, stream))::int FROM proposals.event WHERE tenant_id = ANY($1::int[]) AND ${condition})`;

const FROM_EVENTS: Readonly<Record<string, string>> = {
  RECEIVED: `type = 'proposal.submitted'`,
  ACCEPTED: `type = 'proposal.docketed'`,
  HANDED_OVER_COUNT: `type = 'proposal.handed_over'`,
  REPLY_RATE: `type = 'reply.issued'`,
  COMPLETION_RATE: `type = 'proposal.closed'`,
  CONTACT_RATE: `type = 'contact.recorded'`,
  SOLVED_RATE: `type = 'class.confirmed' AND payload->'outcomes' ? 'SOLVED'`,
  SATISFACTION_STRICT: `type = 'feedback.given' AND payload->>'axis' = 'RESULT' AND payload->>'canonicalLevel' = 'SATISFIED'`,
};

export async function countedFromEvents(evidence: Evidence, tenants: readonly number[]): Promise<Counts> {
  const columns = Object.entries(FROM_EVENTS).map(
    ([metric, condition]) => `${STREAMS(condition)} AS "${metric}"`,
  );
  const [row] = await evidence.rows<Counts>(`SELECT ${columns.join(', ')}`, [[...tenants]]);
  return row as Counts;
}

export async function figuresAsCounts(person: Person, code: string): Promise<Counts> {
  const asked = Object.keys(FROM_EVENTS).map((metric) => `${metric}: metric(name: ${metric}) { numerator }`);
  const { locality } = await person.get(
    `query ($code: String!) { locality(code: $code) { figures(filter: {}) { ${asked.join(' ')} } } }`,
    { code },
  );
  const figures = locality.figures as Record<string, { numerator: number }>;
  return Object.fromEntries(Object.entries(figures).map(([metric, { numerator }]) => [metric, numerator]));
}
