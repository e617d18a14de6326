import { deepStrictEqual } from 'node:assert';
import { step } from '@duban/ops/progress';
import type { Person } from '../kit/person.js';
import { besideByHand } from './beside-by-hand.js';
import type { ByHand } from './by-hand.js';
import { asNodes, FIFTY_CASES, fiftyByHand, type Row } from './fifty-cases.js';
import { COUNTY, type World } from './world.js';

const tenant = Number(COUNTY);

/** 50 cases with unit, proposer and latest feedback through the gateway, against one statement by hand. */
export async function listOfFifty(world: World): Promise<string> {
  const deployment = await world.deployment();
  await world.loaded();
  const person = await deployment.as(`${COUNTY}.deputy-affairs-officer`);
  const hand = await fiftyByHand(world, tenant);
  try {
    await step('比对', 'the two answers, field by field', () => compare(person, hand));
    return await besideByHand(world, () => person.get(FIFTY_CASES), hand);
  } finally {
    await hand.close();
  }
}

async function compare(person: Person, hand: ByHand<Row>): Promise<void> {
  const { proposals } = await person.get(FIFTY_CASES);
  const nodes = asNodes(await hand.ask(), tenant);
  deepStrictEqual(proposals.nodes, nodes);
  if (nodes.length !== 50) throw new Error(`there are ${nodes.length} cases to compare`);
}
