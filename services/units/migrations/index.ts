import type { MigrationClass } from '@duban/kernel/runtime';
import { CreateUnits1700000100001 } from './0001-units.js';
import { FolderStamp1700000100002 } from './0002-folder-stamp.js';

/** Steps of the schema `units`, in order. */
export const migrations: readonly MigrationClass[] = [CreateUnits1700000100001, FolderStamp1700000100002];
