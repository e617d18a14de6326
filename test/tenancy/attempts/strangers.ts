import { setTimeout as sleep } from 'node:timers/promises';
import { asGateway, inParallel, throughGateway } from '../graph/asking.js';
import type { EntityDocument } from '../graph/entities.js';
import type { Harvest } from '../graph/harvest.js';
import { MARK_PART, RELATIONS, type Relation, rolesIn, VICTIM } from '../relations.js';
import { type Stage, viewerOf } from '../stage.js';
import { alongside } from './alongside.js';
import { attempt, Pointed, Tally, type Target } from './attempt.js';
import { attemptEntities } from './attempt-entities.js';
import type { Victim } from './leaks.js';
import type { Wishes } from './wishes.js';

/** Somebody of another locality. */
export type Stranger = {
  readonly login: string;
  readonly role: string;
  readonly relation: Relation;
  readonly knows: boolean;
};

/** Every role of every related locality. */
export const strangersOf = ({ deployment }: Stage): Stranger[] =>
  Object.entries(RELATIONS).flatMap(([relation, { code, knows }]) =>
    rolesIn(deployment, code).map((login) => ({
      login,
      role: login.slice(code.length + 1),
      relation: relation as Relation,
      knows,
    })),
  );

/** What strangers try: whose rows, by which ids, who of them. */
export type Aim = {
  readonly stage: Stage;
  readonly victim: Victim;
  readonly harvest: Harvest;
  readonly who: readonly Stranger[];
};

const AT_ONCE = 6;

function targetOf({ stage, victim, harvest }: Aim): Target {
  let turn = 0;
  const source = () => {
    turn += 1;
    return new Pointed(harvest, { code: VICTIM.code, words: MARK_PART }, turn);
  };
  return { schema: stage.schema, victim, source };
}

/** Everybody asks the gateway for what they should ask for, while the victim's own people are at work. */
export async function tryGateway(aim: Aim, wishes: Wishes): Promise<Tally> {
  const { stage, harvest } = aim;
  const own = await stage.deployment.as(`${VICTIM.code}.deputy-affairs-officer`);
  const [proposalId] = harvest.of('proposal');
  const work = () => own.get(OWN_WORK, { proposalId }).then(() => sleep(20));
  return alongside(work, () => trySignedIn(aim, wishes));
}

const OWN_WORK = `query ($proposalId: ID!) {
  proposal(id: $proposalId) { title leadProposer { person { name } } assignments { unit { name } } }
  viewer { locality { units(first: 5) { nodes { name } } trackingEntries(first: 5) { nodes { id } } } } }`;

async function trySignedIn(aim: Aim, wishes: Wishes): Promise<Tally> {
  const tally = new Tally();
  const target = targetOf(aim);
  const refusedTo = new Map<string, Set<string>>();
  const { deployment } = aim.stage;
  await inParallel(aim.who.entries(), AT_ONCE, async ([at, { login, role, knows }]) => {
    const alike = `${role} ${knows}`;
    const refused = refusedTo.get(alike) ?? new Set();
    refusedTo.set(alike, refused);
    const { url, token } = await deployment.as(login);
    const attacker = { name: login, knows, refused, ask: throughGateway(url, token) };
    for (const wish of wishes.of(at)) await attempt(tally, attacker, wish, target);
  });
  return tally;
}

/** Everybody by turns asks each subgraph for entities, with a right signature, as the gateway would for them. */
export async function trySubgraphs(
  aim: Aim,
  documents: Readonly<Record<string, readonly EntityDocument[]>>,
): Promise<Tally> {
  const tally = new Tally();
  const target = targetOf(aim);
  const { deployment, installation } = aim.stage;
  const all = Object.entries(documents).flatMap(([name, some]) =>
    some.map((document) => ({ name, document })),
  );
  await inParallel(aim.who.entries(), AT_ONCE, async ([at, { login, knows }]) => {
    const viewer = await viewerOf(installation, await deployment.as(login));
    for (const [index, { name, document }] of all.entries()) {
      if (index % TURNS !== at % TURNS) continue;
      const url = installation.services[name] as string;
      const ask = asGateway({ name, url, keys: installation.gatewayKeys }, viewer);
      await attemptEntities(tally, { name: `${login} at ${name}`, knows, ask }, document, target);
    }
  });
  return tally;
}

/** Each person asks for one entity in so many. */
const TURNS = 4;
