/** What stands at the edge of the platform shares with the services: limits, errors, signatures. No framework. */
export * from '../runtime/config.js';
export * from '../runtime/log.js';
export * from '../runtime/signature.js';
export * from './document-check.js';
export * from './failure.js';
export * from './limits.js';
export * from './mask-error.js';
