import type { Logger } from 'typeorm';

const nothing = (): void => undefined;

/** TypeORM's own logger writes to the console, statements and parameters included. Ours says what there is to say. */
export const SILENT: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
