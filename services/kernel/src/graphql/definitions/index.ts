export * from './definition.type.js';
export * from './definition-draft.type.js';
export * from './definition-version.type.js';
export * from './draft-command.js';
