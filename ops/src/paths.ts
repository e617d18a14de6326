import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository: everything is found from here, whatever the working directory is. */
export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const localitiesFolder = resolve(process.env.DUBAN_LOCALITIES ?? join(repository, 'localities'));
export const schemaFolder = join(repository, 'schema');

/** What this installation keeps: database, secrets, logs. Removed, everything starts anew. */
export const dataFolder = resolve(process.env.DUBAN_DATA ?? join(repository, '.data'));

export function makeDataFolder(): void {
  // Others may pass through (the account PostgreSQL runs as), not look around.
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  mkdirSync(join(dataFolder, 'logs'), { recursive: true, mode: 0o700 });
}
