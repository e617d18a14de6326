import type { MigrationClass } from '@duban/kernel/runtime';
import { CreateUnits1700000100001 } from './0001-units.js';
import { FolderStamp1700000100002 } from './0002-folder-stamp.js';
import { Sharing1700000100003 } from './0003-sharing.js';
import { Successors1700000100004 } from './0004-successors.js';

/** Steps of the schema `units`, in order. */
export const migrations: readonly MigrationClass[] = [
  CreateUnits1700000100001,
  FolderStamp1700000100002,
  Sharing1700000100003,
  Successors1700000100004,
];
