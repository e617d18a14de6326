import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * The code of the locality with this number, as its file under `root` says; null where none has it. Among
 * thousands the one file is read as YAML in which the number stands, and the others only where that fails.
 */
export function findLocalityCode(root: string, number: number): string | null {
  const texts = readdirSync(root)
    .map((folder) => join(root, folder, 'locality.yaml'))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
  const says = (text: string) => text.includes(String(number));
  for (const text of [...texts.filter(says), ...texts.filter((one) => !says(one))]) {
    const file = parse(text) as { readonly number?: number; readonly code?: string } | null;
    if (file?.number === number) return file.code ?? null;
  }
  return null;
}
