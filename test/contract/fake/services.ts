import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type UseCase, type Viewer } from '@duban/kernel';
import { Context, type Subgraph } from '@duban/kernel/graphql';
import {
  createLog,
  type Runner,
  type ServiceServer,
  startServiceServer,
  type Transaction,
} from '@duban/kernel/runtime';
import { figures } from './figures.js';
import { localities, type NoDeps } from './localities.js';
import { people } from './people.js';

/*
 * A process with the three services of the contract tests and an issuer's key endpoint. The test
 * tells it over the channel what to do; see FakeCommand.
 */
export type FakeCommand =
  | { readonly do: 'keys'; readonly keys: readonly object[] }
  | { readonly do: 'disable' | 'enable'; readonly login: string }
  | { readonly do: 'stop' | 'start'; readonly service: string }
  | { readonly do: 'seen' };

const log = createLog('fake', 'silent');
const keys = process.env.DUBAN_GATEWAY_KEYS ?? '';
const state = { keys: [] as readonly object[], disabled: new Set<string>(), identityCalls: 0, keyFetches: 0 };
const running = new Map<string, ServiceServer>();
const ports = new Map<string, number>();
const subgraphs: Record<string, Subgraph> = { units: localities, people, evaluation: figures };

const runner: Runner<NoDeps> = {
  run: <Input, Value>(story: UseCase<NoDeps, Input, Value>, viewer: Viewer, input: Input) =>
    story.execute({}, viewer, input),
};

/** `4304.deputy` is a deputy; every login exists until it is disabled. */
function viewerOf({ subject, grant }: { subject: string; grant?: string }): Viewer | null {
  if (state.disabled.has(subject) || (grant && grant !== `grant_of_${subject.replaceAll('.', '_')}`))
    return null;
  const [code = '0', role = 'deputy'] = subject.split('.');
  const ids = { personId: null, mandateId: null, unitId: null, sectionId: null };
  const tenant = Number(code) || 1;
  return {
    accountId: subject,
    grantId: grant ?? 'primary',
    login: subject,
    tenant,
    role: role.toUpperCase().replaceAll('-', '_') as Viewer['role'],
    ...ids,
  };
}

async function start(name: string): Promise<void> {
  const { schema } = subgraphs[name] as Subgraph;
  const server = await startServiceServer({
    name,
    port: ports.get(name) ?? 0,
    keys,
    schema,
    log,
    ownsProcess: false,
    health: async () => true,
    context: ({ viewer, requestId }) =>
      new Context<NoDeps>({
        viewer,
        requestId,
        runner,
        deps: () => ({}),
        database: { transaction: (_scope, _mode, work) => work({} as Transaction) },
      }),
    internal: {
      identity: async (body) => {
        state.identityCalls += 1;
        await sleep(5);
        return viewerOf(body as { subject: string; grant?: string });
      },
    },
    open: {
      '/oidc': (request, response) => {
        request
          .resume()
          .once('end', () => response.end(JSON.stringify({ url: request.url, headers: request.headers })));
      },
    },
  });
  ports.set(name, server.port);
  running.set(name, server);
}

async function carryOut(command: FakeCommand): Promise<unknown> {
  if (command.do === 'keys') state.keys = command.keys;
  if (command.do === 'disable') state.disabled.add(command.login);
  if (command.do === 'enable') state.disabled.delete(command.login);
  if (command.do === 'stop') await running.get(command.service)?.close();
  if (command.do === 'start') await start(command.service);
  return { identityCalls: state.identityCalls, keyFetches: state.keyFetches };
}

const issuer = createServer((_request, response) => {
  state.keyFetches += 1;
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: state.keys }));
}).listen(0, '127.0.0.1');

await Promise.all(Object.keys(subgraphs).map(start));
process.on('message', ({ id, command }: { id: number; command: FakeCommand }) => {
  carryOut(command).then((result) => process.send?.({ id, result }));
});
process.on('disconnect', () => process.exit(0));
process.send?.({
  ports: Object.fromEntries(ports),
  jwksUri: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/jwks`,
  sdls: Object.fromEntries(Object.values(subgraphs).map(({ name, sdl }) => [name, sdl])),
});
