/** What stands at the edge of the platform shares with the services: limits, errors, signatures. No framework. */

export * from '../graphql/document-check.js';
export * from '../graphql/failure.js';
export * from '../graphql/limits.js';
export * from '../graphql/mask-error.js';
export * from '../runtime/config.js';
export * from '../runtime/log.js';
export * from '../runtime/server-lifecycle.js';
export * from '../runtime/signature.js';
