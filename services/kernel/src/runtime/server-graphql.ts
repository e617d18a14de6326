import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import type { RequestHandler } from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Context } from '../graphql/context.js';
import { createDocumentCheck, type Variables } from '../graphql/document-check.js';
import { isFailureCode } from '../graphql/failure.js';
import { DEADLINE_MS, SUBGRAPH_LIMITS } from '../graphql/limits.js';
import { maskError, type ReportSurprise } from '../graphql/mask-error.js';
import type { Log } from './log.js';
import type { ServiceServerOptions } from './server-options.js';
import { refuse, verifiedOf } from './server-request.js';

// biome-ignore lint/suspicious/noExplicitAny: the server never touches the dependencies
type AnyContext = Context<any>;

/** The handlers of POST /graphql, after the signature: who asks, limits, deadline, execution. */
export async function graphqlRoute(
  options: ServiceServerOptions,
): Promise<{ handlers: RequestHandler[]; stop(): Promise<void> }> {
  const { schema, log, context, deadlineMs = DEADLINE_MS } = options;
  const apollo = apolloServer(schema, log);
  await apollo.start();
  const execute = expressMiddleware(apollo as unknown as ApolloServer<BaseContext>, {
    context: async ({ res }) => res.locals.context as BaseContext,
  });
  const open: RequestHandler = (_request, response, next) => {
    const { viewer, requestId } = verifiedOf(response);
    if (!viewer) return refuse(response, 'UNAUTHENTICATED');
    const made: AnyContext = context({ viewer, requestId });
    response.locals.context = made;
    const late = setTimeout(() => refuse(response, 'TIMED_OUT', { seconds: deadlineMs / 1000 }), deadlineMs);
    response.once('close', () => {
      clearTimeout(late);
      endReads(made, log);
    });
    next();
  };
  return {
    handlers: [limited(schema), open, execute as unknown as RequestHandler],
    stop: () => apollo.stop(),
  };
}

function apolloServer(schema: GraphQLSchema, log: Log): ApolloServer<AnyContext> {
  const report: ReportSurprise = (errorId, error) => log.error({ errorId, err: error }, 'operation failed');
  return new ApolloServer<AnyContext>({
    schema,
    introspection: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: SUBGRAPH_LIMITS.tokens },
    validationOptions: { maxErrors: 5 },
    executionOptions: { maxCoercionErrors: 5 },
    formatError: (formatted, error) => maskError(formatted, error, report),
    logger: quiet(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      closeReads(log),
    ],
  });
}

/**
 * The read-only transaction ends when the answer leaves: a client that reads slowly holds no connection,
 * and nobody waits for the end of what was only read.
 */
const closeReads = (log: Log) => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue }: { contextValue: AnyContext }) => endReads(contextValue, log),
  }),
});

function endReads(context: AnyContext, log: Log): void {
  context.close().catch((err: unknown) => log.warn({ err }, 'closing the reads failed'));
}

const quiet = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message?: string) => log.warn(message),
  error: (message?: string) => log.error(message),
});

function limited(schema: GraphQLSchema): RequestHandler {
  const check = createDocumentCheck(schema, SUBGRAPH_LIMITS);
  return (_request, response, next) => {
    const { query, variables } = (verifiedOf(response).body ?? {}) as {
      query?: unknown;
      variables?: unknown;
    };
    if (typeof query !== 'string') {
      return refuse(response, 'BAD_REQUEST', { reason: '缺少 query。', reasonEn: 'query is missing.' });
    }
    try {
      check(query, (variables ?? {}) as Variables);
    } catch (error) {
      if (!(error instanceof GraphQLError) || !isFailureCode(error.extensions.code)) throw error;
      response.status(400).json({ errors: [error.toJSON()] });
      return;
    }
    next();
  };
}
