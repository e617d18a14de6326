import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of `folder` that are not what the code says, each with the first line that differs. */
export function findDrift(folder: string, files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([name, text]) => {
    const file = join(folder, name);
    const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return kept === text ? [] : [`  - schema/${name}${firstDifference(kept, text)}`];
  });
}

/** `:<line>` and the two versions of the first line in which two texts differ. */
export function firstDifference(before: string, now: string): string {
  const [a, b] = [before.split('\n'), now.split('\n')];
  const differing = b.findIndex((line, index) => line !== a[index]);
  const at = differing < 0 ? b.length : differing;
  return `:${at + 1}\n      - ${a[at] ?? '(end)'}\n      + ${b[at] ?? '(end)'}`;
}
