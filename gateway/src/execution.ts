import type { GatewayKey, Log } from '@duban/kernel/edge';
import { createGatewayRuntime, type GatewayPlugin, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { type GraphQLSchema, validate } from 'graphql';
import { maskedResults } from './masked-results.js';
import { type OperationContext, signedTransport } from './subgraph-transport.js';

/** What an operation may, and how it is to be answered, beside what the services are told. */
type AskedFor = OperationContext & {
  readonly mayIntrospect: boolean;
  /** The client knows application/json only, where a refused document is answered with 200. */
  readonly plainJson: boolean;
};

export type Execution = {
  readonly schema: GraphQLSchema;
  /** Runs a GraphQL-over-HTTP request that has passed everything at the door. */
  run(request: Request, context: AskedFor): Promise<Response>;
  close(): Promise<void>;
};

type Options = { readonly supergraph: string; readonly keys: readonly GatewayKey[]; readonly log: Log };

const MAX_VALIDATION_ERRORS = 5;

/** Validation, planning and execution over the services. Fails when the supergraph cannot be planned for. */
export async function createExecution({ supergraph, keys, log }: Options): Promise<Execution> {
  const transport = signedTransport({
    keys,
    onTrouble: (service, err) => log.warn({ service, err }, 'a service did not answer'),
  });
  const gateway = withoutSignalHandlers(() =>
    createGatewayRuntime<OperationContext>({
      supergraph,
      unifiedGraphHandler,
      transports: { http: transport },
      subgraphErrors: false,
      requestId: false,
      landingPage: false,
      graphiql: false,
      cors: false,
      logging: false,
      maskedErrors: false,
      plugins: () => [fewValidationErrors, maskedResults(log)],
    }),
  );
  const schema = await gateway.getSchema();
  return {
    schema,
    run: async (request, context) => gateway.fetch(request, context as never),
    close: async () => gateway.disposableStack.disposeAsync(),
  };
}

/**
 * The library aborts what is under way as soon as the process is told to stop. The server drains
 * first and then closes it, so its own handlers are taken off again.
 */
function withoutSignalHandlers<Made extends GatewayRuntime>(make: () => Made): Made {
  const events = ['SIGINT', 'SIGTERM', 'exit'] as const;
  const before = new Map(events.map((event) => [event, new Set(process.listeners(event as 'exit'))]));
  const made = make();
  void made.disposableStack;
  for (const event of events) {
    for (const listener of process.listeners(event as 'exit')) {
      if (!before.get(event)?.has(listener)) process.off(event, listener);
    }
  }
  return made;
}

const fewValidationErrors: GatewayPlugin = {
  onValidate({ setValidationFn }) {
    setValidationFn((schema, document, rules) =>
      validate(schema, document, rules, { maxErrors: MAX_VALIDATION_ERRORS }),
    );
  },
};
