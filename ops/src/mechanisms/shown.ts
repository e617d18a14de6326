import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { mentionedIn, type Shown } from './mechanism.js';

const TESTED = ['services', 'gateway', 'ops', 'test'];
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'gates']);

/** Titles of tests and their groups; what is skipped shows nothing. */
const TITLE =
  /\b(?:test|it|describe)(?:\.(?:only|concurrent|failing))*(?:\.each\b[\s\S]*?\]\s*(?:as const\s*)?,?\s*\))?\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;

/** Which tests show which mechanism: the ids in their titles. Gates are left out: they test this very rule. */
export function findShown(root: string): Map<string, Shown[]> {
  const found = new Map<string, Shown[]>();
  for (const file of TESTED.flatMap((folder) => specsUnder(join(root, folder)))) {
    const text = readFileSync(file, 'utf8');
    for (const title of titlesIn(text)) {
      for (const id of mentionedIn(title))
        found.set(id, [...(found.get(id) ?? []), { file: relative(root, file), title }]);
    }
  }
  return found;
}

export const titlesIn = (text: string): string[] =>
  [...text.matchAll(TITLE)].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1'));

function specsUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory())
        return SKIPPED_FOLDERS.has(entry.name) ? [] : specsUnder(join(folder, entry.name));
      return entry.name.endsWith('.spec.ts') ? [join(folder, entry.name)] : [];
    });
}
