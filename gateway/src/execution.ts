import { randomUUID } from 'node:crypto';
import type { Log } from '@duban/kernel/edge';
import { type GatewayKey, maskError } from '@duban/kernel/edge';
import { createGatewayRuntime, type GatewayPlugin, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, validate } from 'graphql';
import { type OperationContext, signedTransport } from './subgraph-transport.js';

export type Execution = {
  readonly schema: GraphQLSchema;
  /** Runs a GraphQL-over-HTTP request that has passed everything at the door. */
  run(request: Request, context: OperationContext & { readonly mayIntrospect: boolean }): Promise<Response>;
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
      plugins: () => [fewValidationErrors, masked(log) as GatewayPlugin],
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

type Shown = { errors?: readonly (GraphQLError | GraphQLFormattedError)[]; extensions?: unknown };

/** Nothing but documented errors leaves; suggestions of names only for those who may see the schema anyway. */
function masked(log: Log): object {
  return {
    onResultProcess({
      result,
      setResult,
      serverContext,
    }: {
      result: Shown | Shown[];
      setResult(result: Shown): void;
      serverContext: { mayIntrospect?: boolean; requestId?: string };
    }) {
      if (Array.isArray(result) || !result?.errors) return;
      const requestId = serverContext.requestId ?? randomUUID();
      const errors = result.errors.map((error) => {
        const shown = maskError(formattedOf(error), error, (errorId, err) =>
          log.error({ errorId, requestId, err }, 'operation failed'),
        );
        return rebuilt(error, serverContext.mayIntrospect ? shown : withoutSuggestion(shown));
      });
      setResult({ ...result, errors, extensions: undefined });
    },
  };
}

const formattedOf = (error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError => {
  const { message, path, locations, extensions } = error;
  return { message, path, locations, extensions: { ...extensions, code: codeOf(error) } };
};

/** The library leaves out codes for what graphql-js finds wrong. */
function codeOf(error: GraphQLError | GraphQLFormattedError): unknown {
  const { code } = error.extensions ?? {};
  if (code !== undefined) return code;
  if (error.message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  if (/^Variable "\$/.test(error.message)) return 'BAD_USER_INPUT';
  if (/operation named|Must provide operation name|Could not determine what operation/.test(error.message)) {
    return 'OPERATION_RESOLUTION_FAILURE';
  }
  return error.path === undefined && error.locations ? 'GRAPHQL_VALIDATION_FAILED' : undefined;
}

/** `extensions.http` says which status to answer with, and is taken out by the library afterwards. */
function rebuilt(
  original: GraphQLError | GraphQLFormattedError,
  shown: GraphQLFormattedError,
): GraphQLFormattedError {
  const { http } = original.extensions ?? {};
  return http === undefined ? shown : { ...shown, extensions: { ...shown.extensions, http } };
}

function withoutSuggestion(shown: GraphQLFormattedError): GraphQLFormattedError {
  const strip = (text: unknown): string => String(text).replace(/ Did you mean [^?]*\?/g, '');
  const { message, extensions } = shown;
  return {
    ...shown,
    message: strip(message),
    extensions: { ...extensions, messageEn: strip(extensions?.messageEn) },
  };
}
