import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AccessTable, ROLES } from '@duban/kernel';
import { repository } from '../paths.js';
import { SERVICES } from '../process-table.js';

/** Every action of every service against every role, as CSV: `x` where the role may try it. */
export async function printAccessMatrix(): Promise<string> {
  const rows = await Promise.all(SERVICES.map(({ name }) => rowsOf(name)));
  const header = ['service', 'action', ...ROLES].join(',');
  return `${[header, ...rows.flat()].join('\n')}\n`;
}

async function rowsOf(service: string): Promise<string[]> {
  const tables = await Promise.all(accessFiles(service).map(loadTables));
  const actions = new Map(tables.flat().flatMap((table) => Object.entries(table)));
  return [...actions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([action, roles]) =>
      [service, action, ...ROLES.map((role) => (roles.includes(role) ? 'x' : ''))].join(','),
    );
}

function accessFiles(service: string): string[] {
  const folder = join(repository, 'services', service, 'dist', 'src');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.access.js'))
    .map((name) => join(folder, name));
}

async function loadTables(file: string): Promise<AccessTable[]> {
  const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  return Object.values(exported).filter(isAccessTable);
}

const isAccessTable = (value: unknown): value is AccessTable =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([action, roles]) => action.includes(':') && Array.isArray(roles));
