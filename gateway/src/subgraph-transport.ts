import type { Viewer } from '@duban/kernel';
import {
  type FailureCode,
  failure,
  type GatewayKey,
  SIGNATURE_HEADER,
  signRequest,
} from '@duban/kernel/edge';
import type { Transport, TransportEntry } from '@graphql-mesh/transport-common';
import type { ExecutionRequest, ExecutionResult } from '@graphql-tools/utils';
import { type DocumentNode, GraphQLError, Kind, print } from 'graphql';
import { AskTimedOut, ask } from './http-client.js';
import { identityHeader } from './identity.js';

/** What every operation carries from the edge to the services. */
export type OperationContext = {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** When the whole operation has to be over, in milliseconds since 1970. */
  readonly deadline: number;
};

type Options = {
  readonly keys: readonly GatewayKey[];
  /** Told why a service could not be asked; the client only learns that it could not. */
  readonly onTrouble: (service: string, reason: unknown) => void;
};

/**
 * How the planner's fetches reach the services: one signed POST each, never shared between
 * operations. Whatever goes wrong on the way becomes an error of the field, never an empty value.
 */
export function signedTransport({ keys, onTrouble }: Options): Transport {
  return {
    getSubgraphExecutor: ({ subgraphName, transportEntry }) => {
      const address = endpointOf(transportEntry);
      return async (request: ExecutionRequest) => {
        const context = request.context as OperationContext;
        const body = JSON.stringify({
          query: textOf(request.document),
          variables: request.variables,
          operationName: request.operationName,
        });
        try {
          return await fetchFrom(subgraphName, address, context, body, keys);
        } catch (reason) {
          onTrouble(subgraphName, reason);
          return unanswered(request.document, codeOf(reason));
        }
      };
    },
  };
}

const endpointOf = ({ location }: TransportEntry): URL => new URL(location as string);

const codeOf = (reason: unknown): FailureCode =>
  reason instanceof AskTimedOut ? 'TIMED_OUT' : 'SERVICE_UNAVAILABLE';

async function fetchFrom(
  service: string,
  address: URL,
  { viewer, requestId, deadline }: OperationContext,
  body: string,
  keys: readonly GatewayKey[],
): Promise<ExecutionResult> {
  const timeoutMs = deadline - Date.now();
  if (timeoutMs <= 0) throw new AskTimedOut('no time left');
  const identity = identityHeader(viewer, requestId);
  const [signedIdentity] = Object.values(identity) as [string];
  const path = address.pathname;
  const headers = () => ({
    ...identity,
    accept: 'application/json',
    'content-type': 'application/json',
    [SIGNATURE_HEADER]: signRequest(keys, { service, method: 'POST', path, identity: signedIdentity, body }),
  });
  const answer = await ask(address.href, { headers, body, timeoutMs });
  if (answer.status === 504) throw new AskTimedOut(`${service} ran out of time`);
  if (answer.status === 401 || answer.status >= 500) throw new Error(`${service} answered ${answer.status}`);
  return parseAnswer(service, answer.body);
}

function parseAnswer(service: string, text: string): ExecutionResult {
  const { data, errors } = JSON.parse(text) as ExecutionResult;
  if (data === undefined && !errors?.length) throw new Error(`${service} answered without data or errors`);
  if (!errors?.length) return { data };
  return {
    data,
    errors: errors.map(({ message, path, extensions }) => new GraphQLError(message, { path, extensions })),
  };
}

/** An error for each root field; for fetches of entities it stands at the first of them. */
function unanswered(document: DocumentNode, code: FailureCode): ExecutionResult {
  const { message, extensions } = failure(code, { seconds: 10 });
  const at = (path: (string | number)[]) => new GraphQLError(message, { path, extensions });
  const errors = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((field) => {
          if (field.kind !== Kind.FIELD) return [];
          const key = (field.alias ?? field.name).value;
          return [at(field.name.value === '_entities' ? [key, 0] : [key])];
        })
      : [],
  );
  return { data: null, errors };
}

const texts = new WeakMap<DocumentNode, string>();

/** Plans are remembered, and with them their documents' texts. */
function textOf(document: DocumentNode): string {
  let text = texts.get(document);
  if (text === undefined) {
    text = print(document);
    texts.set(document, text);
  }
  return text;
}
