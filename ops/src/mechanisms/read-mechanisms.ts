import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findConfigured } from './configured.js';
import { type MechanismFindings, type MechanismList, mentionedIn } from './mechanism.js';
import { findShown } from './shown.js';

export const LIST_FILE = 'docs/mechanisms.yaml';
/** Ids that no test shows yet, a line each. It may only shrink, and ends empty. */
export const NOT_YET_SHOWN_FILE = 'docs/mechanisms-not-yet-shown.txt';

/** The list, and what the tree under `root` says about each of its mechanisms. */
export function readMechanisms(root: string): MechanismFindings {
  const open = join(root, NOT_YET_SHOWN_FILE);
  return {
    list: parse(readFileSync(join(root, LIST_FILE), 'utf8')) as MechanismList,
    configured: findConfigured(root),
    shown: findShown(root),
    notYetShown: existsSync(open) ? mentionedIn(readFileSync(open, 'utf8')) : [],
  };
}
