import { randomUUID } from 'node:crypto';
import { type Log, maskError } from '@duban/kernel/edge';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

type Result = {
  readonly data?: unknown;
  readonly errors?: readonly (GraphQLError | GraphQLFormattedError)[];
};
type Asked = { readonly mayIntrospect?: boolean; readonly plainJson?: boolean; readonly requestId?: string };
type Processing = { result: Result | Result[]; setResult(result: Result): void; serverContext: Asked };

/** Nothing but documented errors leaves; names are suggested only to those who may see the schema anyway. */
export function maskedResults(log: Log): GatewayPlugin {
  const plugin = {
    onResultProcess({ result, setResult, serverContext }: Processing) {
      if (Array.isArray(result) || !result?.errors) return;
      const { mayIntrospect = false, plainJson = false, requestId = randomUUID() } = serverContext;
      const errors = result.errors.map((error) => {
        const shown = maskError(formatted(error), error, (errorId, err) =>
          log.error({ errorId, requestId, err }, 'operation failed'),
        );
        return rebuilt(error, mayIntrospect ? shown : withoutSuggestion(shown), plainJson);
      });
      const executed = 'data' in result || errors.some(({ path }) => path);
      setResult(executed ? { data: result.data ?? null, errors } : { errors });
    },
  };
  return plugin as unknown as GatewayPlugin;
}

const formatted = (error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError => {
  const { message, path, locations, extensions } = error;
  return { message, path, locations, extensions: { ...extensions, code: codeOf(error) } };
};

const RESOLUTION = /operation named|Must provide operation name|Could not determine what operation/;

/** graphql-js gives no codes to what it finds wrong before execution. */
function codeOf({ message, extensions, path }: GraphQLError | GraphQLFormattedError): unknown {
  if (extensions?.code !== undefined || path) return extensions?.code;
  if (message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  if (/^Variable "\$\w+" (has|got|of) /.test(message)) return 'BAD_USER_INPUT';
  if (RESOLUTION.test(message)) return 'OPERATION_RESOLUTION_FAILURE';
  const { status } = (extensions?.http ?? {}) as { status?: number };
  if (status === 405) return 'METHOD_NOT_ALLOWED';
  return status === 400 ? 'GRAPHQL_VALIDATION_FAILED' : undefined;
}

/**
 * `extensions.http` says which status to answer with; the library takes it out again. What was refused
 * before execution is 400, but 200 where the client names application/json and nothing newer.
 */
function rebuilt(
  error: GraphQLError | GraphQLFormattedError,
  shown: GraphQLFormattedError,
  plainJson: boolean,
): GraphQLError {
  const { nodes, source, positions } = error instanceof GraphQLError ? error : ({} as Partial<GraphQLError>);
  const { message, path, extensions } = shown;
  const refused = !path && extensions?.code !== 'INTERNAL_ERROR';
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    extensions: { ...extensions, ...(refused && { http: statusOf(error, plainJson) }) },
  });
}

function statusOf({ extensions }: GraphQLError | GraphQLFormattedError, plainJson: boolean): object {
  const given = (extensions?.http ?? {}) as { status?: number };
  return given.status === 405 ? given : { status: 400, spec: plainJson };
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
