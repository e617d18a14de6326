import type { RecordedEvent, Viewer } from '@duban/kernel';
import { encodeId } from '@duban/kernel';
import {
  createLog,
  type Database,
  loginRolesOf,
  migrate,
  newId,
  provision,
  roleName,
  systemScope,
  urlOfRole,
} from '@duban/kernel/runtime';
import { throwawayDatabase } from '@duban/kernel/testing';
import { type ExecutionResult, graphql } from 'graphql';
import { migrations } from '../../migrations/index.js';
import { followMandate } from '../follow-directories/mandate-directory.store.js';
import { followPerson } from '../follow-directories/person-directory.store.js';
import { followUnit } from '../follow-directories/unit-directory.store.js';
import type { ProcessOfKinds } from '../process/effective-process.js';
import { loadProcesses } from '../process/load-process/process-version.store.js';
import { proposalsSubgraph } from '../subgraph.js';
import { contexts, openProposals } from '../wiring.js';
import { MANDATES, PERSON, UNITS } from './people.js';
import { baseLayer, baseProcess, ownLayer } from './process-files.kit.js';

export const TENANT = 999_999;
const log = createLog('proposals test', 'silent');
const PLANS = [
  { name: 'units' },
  { name: 'people' },
  { name: 'proposals', consumes: ['units', 'people'] },
] as const;

export const publicId = (kind: string, id: string, tenant = TENANT): string => encodeId({ kind, tenant, id });

/** The service on a database of its own, without HTTP: what a viewer asks is executed in this process. */
export class ProposalsFixture {
  /** What the service takes for now. */
  now = '2026-01-05T02:00:00.000Z';
  private readonly schema = proposalsSubgraph().schema;
  private readonly contextOf: ReturnType<typeof contexts>;

  private constructor(
    readonly database: Database,
    readonly relay: Database,
    /** How another process of the service reaches the database. */
    readonly urls: { readonly app: string; readonly relay: string },
    private readonly end: () => Promise<void>,
  ) {
    this.contextOf = contexts(database, log, () => this.now);
  }

  static async open(): Promise<ProposalsFixture> {
    const server = await throwawayDatabase();
    const secrets = Object.fromEntries(PLANS.flatMap(loginRolesOf).map((role) => [role, 'secret']));
    await provision(server.adminUrl, { services: PLANS, secrets });
    const url = (kind: 'migrator' | 'app' | 'relay') =>
      urlOfRole(server.adminUrl, roleName('proposals', kind), 'secret');
    await migrate({ url: url('migrator'), schema: 'proposals', migrations, log });
    const [database, relay] = [
      await openProposals(url('app'), log, 4),
      await openProposals(url('relay'), log, 2),
    ];
    const urls = { app: url('app'), relay: url('relay') };
    const fixture = new ProposalsFixture(database, relay, urls, async () => {
      await Promise.all([database.close(), relay.close()]);
      await server.close();
    });
    await fixture.loadProcess(TENANT);
    await fixture.loadDirectories(TENANT);
    return fixture;
  }

  close(): Promise<void> {
    return this.end();
  }

  loadProcess(number: number, hash = 'first', process: ProcessOfKinds = baseProcess()): Promise<number[]> {
    const categories = { roads: { name: '道路', canonical: 'URBAN_CONSTRUCTION' } };
    return loadProcesses(this.database, [
      { number, process, categories, hash, layers: [baseLayer(), ownLayer(number)] },
    ]);
  }

  async loadDirectories(tenant: number): Promise<void> {
    const happened = (type: string, payload: object): RecordedEvent =>
      ({ type, payload, occurredAt: '2026-01-01T00:00:00.000Z' }) as RecordedEvent;
    await this.relay.transaction(systemScope(tenant, 'RELAY'), 'write', async (tx) => {
      for (const [name, unitId] of Object.entries(UNITS)) {
        await followUnit(
          tx,
          happened('unit.registered', { unitId, name: `${name}局`, isHandlingUnit: true }),
        );
      }
      await followUnit(tx, happened('unit.closed', { unitId: UNITS.closed, validTo: '2025-01-01' }));
      for (const [name, mandateId] of Object.entries(MANDATES)) {
        const kind = name === 'member' ? 'CPPCC_MEMBER' : 'DEPUTY';
        await followMandate(
          tx,
          happened('mandate.registered', { mandateId, name, kind, from: '2022-01-01', to: null }),
        );
      }
      await followPerson(tx, happened('person.registered', { personId: PERSON }));
      await followMandate(tx, happened('mandate.ended', { mandateId: MANDATES.ended, on: '2025-06-30' }));
    });
  }

  async execute(viewer: Viewer, source: string, variables: object = {}): Promise<ExecutionResult> {
    const contextValue = this.contextOf({ viewer, requestId: 'test' });
    try {
      const variableValues = variables as Record<string, unknown>;
      return await graphql({ schema: this.schema, source, variableValues, contextValue });
    } finally {
      await contextValue.close();
    }
  }

  /** The answer without errors, as plain data. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  async ask(viewer: Viewer, source: string, variables: object = {}): Promise<any> {
    const { data, errors } = await this.execute(viewer, source, variables);
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    return JSON.parse(JSON.stringify(data));
  }

  /** Runs one mutation, which must be accepted; gives what is `shown` of its success. */
  async does(viewer: Viewer, mutation: string, input: object, shown = 'proposal { id version phase }') {
    const answer = await this.tries(viewer, mutation, input, shown);
    if (answer.code) throw new Error(`${mutation}: ${answer.code} ${answer.messageEn}`);
    return answer;
  }

  /** Runs one mutation, which must be refused; gives `{ code, message, messageEn }`. */
  async refuses(viewer: Viewer, mutation: string, input: object) {
    const answer = await this.tries(viewer, mutation, input, '__typename');
    if (!answer.code) throw new Error(`${mutation} was accepted`);
    return answer as { code: string; message: string; messageEn: string };
  }

  /** Runs one mutation; gives what is `shown` of its success, or `{ code, message, messageEn }`. */
  async tries(viewer: Viewer, mutation: string, input: object, shown: string) {
    const noun = mutation.charAt(0).toUpperCase() + mutation.slice(1);
    const source = `mutation ($input: ${noun}Input!) { ${mutation}(input: $input) {
      ... on Refusal { code message messageEn } ... on ${noun}Success { ${shown} } } }`;
    const data = await this.ask(viewer, source, { input: { idempotencyKey: newId(), ...input } });
    return data[mutation];
  }

  at(day: string): this {
    this.now = `${day}T02:00:00.000Z`;
    return this;
  }
}
