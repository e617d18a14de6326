import { encodeId, encodeLocalityId, SHARING_SET, type SharingLevel, type Viewer } from '@duban/kernel';
import { contentHash, locateYaml } from '@duban/kernel/runtime';
import { graphql } from 'graphql';
import { loadSheets } from '../runs/load-sheets/load-sheets.js';
import { sheetLoads } from '../runs/load-sheets/load-sheets.store.typeorm.js';
import { effectiveSheets } from '../sheet/effective-sheets.js';
import { buildEvaluationSubgraph } from '../subgraph.js';
import { type Wiring, wire } from '../wiring.js';
import {
  type EvaluationDatabase,
  evaluationDatabase,
  eventsOf,
  eventually,
  type Locality,
  quiet,
} from './evaluation-database.js';
import { JUDGE, LANGUAGE } from './scoring.kit.js';
import type { SyntheticCase } from './synthetic-case.js';

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked
export type Answer = { data: any; errors?: readonly { message: string; extensions: { code: string } }[] };

const { schema } = buildEvaluationSubgraph();

/** For specs: the whole service over a database of its own, with sheets for some localities. */
export class ScoringService {
  private constructor(
    readonly database: EvaluationDatabase,
    readonly wiring: Wiring,
  ) {}

  /** `sheets`: the text of scoring.yaml by the locality's number; cities that are below nobody, unless `places` says more. */
  static async start(
    sheets: Readonly<Record<number, string>>,
    cases: readonly SyntheticCase[],
    places: readonly Locality[] = Object.keys(sheets).map((number) => ({
      number: Number(number),
      level: 'CITY',
      ancestors: [],
    })),
  ) {
    const database = await evaluationDatabase();
    await database.register(places);
    const wiring = await wire({
      databaseUrl: database.url('evaluation', 'app'),
      relayUrl: database.url('evaluation', 'relay'),
      log: quiet,
    });
    const service = new ScoringService(database, wiring);
    const wanted = Object.entries(sheets).map(([number, text]) => loadOf(Number(number), text));
    const loaded = await loadSheets(sheetLoads(wiring.database, LANGUAGE, JUDGE), wanted);
    if (loaded.length !== wanted.length) throw new Error(`sheets were loaded for ${loaded} alone`);
    await service.happened(cases);
    return service;
  }

  /** Records what happened to cases, and waits until the facts have it. */
  async happened(cases: readonly SyntheticCase[]): Promise<void> {
    await this.database.record(eventsOf(cases));
    await this.caughtUp();
  }

  /** Waits until the facts have all that was recorded. */
  async caughtUp(): Promise<void> {
    await eventually(async () =>
      (await Promise.all(this.wiring.consumers.map((consumer) => consumer.caughtUp()))).every(Boolean),
    );
  }

  /** What localities say of what those above see of their cases. */
  async shared(tenant: number, level: SharingLevel): Promise<void> {
    await this.database.say([{ tenant, type: SHARING_SET, payload: { level, reason: '…' } }]);
    await this.caughtUp();
  }

  /** Puts units into the units service's log. */
  async unitsRegistered(
    tenant: number,
    units: readonly { readonly unitId: string; readonly name: string }[],
  ): Promise<void> {
    await this.database.registerUnits(tenant, units);
    await this.caughtUp();
  }

  async ask(viewer: Viewer, source: string, variableValues: Readonly<Record<string, unknown>> = {}) {
    const contextValue = this.wiring.context({ viewer, requestId: 'test' });
    const result = await graphql({ schema, source, contextValue, variableValues });
    await contextValue.close();
    return JSON.parse(JSON.stringify(result)) as Answer;
  }

  /** Statements that something costs. */
  async statements(work: () => Promise<unknown>): Promise<number> {
    const before = this.wiring.database.counts().statements;
    await work();
    return this.wiring.database.counts().statements - before;
  }

  async close(): Promise<void> {
    await this.wiring.close();
    await this.database.close();
  }
}

function loadOf(tenant: number, text: string) {
  const document = locateYaml('scoring.yaml', text).value;
  const layer = { source: 'here', locality: tenant, level: 'CITY' as const, name: '本地', hash: '', text };
  const layers = [{ ...layer, document, yaml: null }];
  const effective = effectiveSheets(layers, LANGUAGE, JUDGE);
  return { number: tenant, effective, layers, hash: contentHash(effective.sheets) };
}

const about = (type: string, id: string, fields: string): string =>
  `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${fields} } } }`;

/** Fields of a unit, and of a locality, as the gateway asks for them. */
export const ofUnit = (tenant: number, unitId: string, fields: string): string =>
  about('Unit', encodeId({ kind: 'unit', tenant, id: unitId }), fields);
export const ofLocality = (number: number, fields: string): string =>
  about('Locality', encodeLocalityId(number), fields);
