import { People1764000000001 } from './0001-people.js';
import { OwnPasswords1764000000002 } from './0002-own-passwords.js';
import { FolderStamp1764000000003 } from './0003-folder-stamp.js';

/** In the order in which they run. */
export const migrations = [People1764000000001, OwnPasswords1764000000002, FolderStamp1764000000003];
