import type { RecordedEvent } from '@duban/kernel';
import {
  type Consumer,
  type Database,
  type Log,
  startConsumer,
  type Transaction,
} from '@duban/kernel/runtime';
import { followMandate } from './mandate-directory.store.js';
import { followOrgans } from './organ-directory.store.js';
import { followPerson } from './person-directory.store.js';
import { followSharing } from './sharing-directory.store.js';
import { followUnit } from './unit-directory.store.js';

type Follow = (tx: Transaction, event: RecordedEvent) => Promise<void>;

/** Keeps the directories of handling units and mandates in step with the services that own them. */
export function followDirectories(database: Database, log: Log): Consumer[] {
  const consumer = (source: string, follow: Follow): Consumer =>
    startConsumer({
      database,
      source,
      consumer: 'proposals',
      log,
      apply: async (tx, _tenant, events) => {
        for (const event of events) await follow(tx, event);
      },
    });
  return [consumer('units', followUnits), consumer('people', followPeople)];
}

async function followUnits(tx: Transaction, event: RecordedEvent): Promise<void> {
  await followOrgans(tx, event);
  await followUnit(tx, event);
  await followSharing(tx, event);
}

async function followPeople(tx: Transaction, event: RecordedEvent): Promise<void> {
  await followPerson(tx, event);
  await followMandate(tx, event);
}
