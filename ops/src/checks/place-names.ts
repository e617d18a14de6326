import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';

/** A place named where no place may be named. */
export type PlaceNamed = { readonly file: string; readonly line: number; readonly word: string };

/** What differs between places lives in their folders; these are about places, or examples. */
const ABOUT_PLACES = [
  /^localities\//,
  /^test\//,
  /^docs\//,
  /^seeds\//,
  /^schema\/locality\//,
  /^README/,
  /\.spec\.ts$/,
  /(^|\/)examples\.graphql$/,
];
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '.git', '.data', '.turbo']);
const READ = /\.(ts|tsx|js|mjs|cjs|json|ya?ml|graphql|csv|txt|sql|html|css|sh)$|(^|\/)(Dockerfile|run)$/;

/** Every mention of a locality's name or code, from the folders under `localities/`, anywhere else in the tree. */
export function findPlaceNames(root: string): PlaceNamed[] {
  const words = placeWords(join(root, 'localities'));
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map(asPattern).join('|'), 'giu');
  return [...filesUnder(root, root)].flatMap((file) => mentions(root, file, pattern));
}

function mentions(root: string, file: string, pattern: RegExp): PlaceNamed[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return lines.flatMap((line, at) =>
    [...line.matchAll(pattern)].map(([word]) => ({ file, line: at + 1, word })),
  );
}

function* filesUnder(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const name = relative(root, path);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) yield* filesUnder(root, path);
    } else if (entry.isFile() && READ.test(name) && entry.name !== 'package-lock.json') {
      if (!ABOUT_PLACES.some((about) => about.test(name))) yield name;
    }
  }
}

type LocalityFile = { number?: number; code?: string; level?: string; names?: { zh?: string; en?: string } };

/** Codes, full names and the names people say; the nation is every text's subject and no secret. */
function placeWords(folder: string): string[] {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const words = files.flatMap((name) => {
    const path = join(folder, name, 'locality.yaml');
    if (!existsSync(path)) return [];
    const { number, code, level, names } = parse(readFileSync(path, 'utf8')) as LocalityFile;
    if (!number || level === 'NATION') return [];
    const chinese = names?.zh ?? '';
    const english = names?.en?.split(/[ ,(]/)[0] ?? '';
    return [String(number), code ?? '', chinese, stem(chinese), english, name];
  });
  return [...new Set(words.filter((word) => word.length >= 2))].sort((a, b) => b.length - a.length);
}

/** 某某市 is also called 某某; a name of two characters is left whole. */
const stem = (name: string): string => (name.length > 2 ? name.replace(/[省市县区]$/, '') : name);

function asPattern(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^[\w-]+$/.test(word) ? `(?<![\\w-])${escaped}(?![\\w-])` : escaped;
}
