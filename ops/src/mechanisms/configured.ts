import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { type Configured, mentionedIn } from './mechanism.js';

const FILES = ['locality.yaml', 'people.yaml', 'process.yaml', 'scoring.yaml'];

/** Where each mechanism is configured: the ids in the comments of the localities' files. */
export function findConfigured(root: string): Map<string, Configured[]> {
  const folder = join(root, 'localities');
  const found = new Map<string, Configured[]>();
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    for (const file of FILES.filter((one) => existsSync(join(folder, name, one)))) {
      const text = readFileSync(join(folder, name, file), 'utf8');
      for (const [id, path] of configuredIn(text)) {
        found.set(id, [...(found.get(id) ?? []), { file: `localities/${name}/${file}`, path }]);
      }
    }
  }
  return found;
}

/** Pairs of an id and the path of its line; a comment on a line of its own belongs to the next line that says something. */
export function configuredIn(text: string): [string, string][] {
  const paths = pathsByLine(text);
  const last = Math.max(0, ...paths.keys());
  return text.split('\n').flatMap((line, at) => {
    const comment = line.match(/(?:^|\s)#(.*)$/)?.[1] ?? '';
    const ids = mentionedIn(comment);
    if (ids.length === 0) return [];
    const next = Array.from({ length: last - at }, (_, on) => at + 1 + on).find((one) => paths.has(one));
    const path = next === undefined ? '' : (paths.get(next) as string);
    return ids.map((id): [string, string] => [id, path]);
  });
}

/** The path of the first key or list item of each line, counted from one. */
function pathsByLine(text: string): Map<number, string> {
  const lines = new LineCounter();
  const paths = new Map<number, string>();
  const note = (offset: number, path: string): void => {
    const { line } = lines.linePos(offset);
    if (!paths.has(line)) paths.set(line, path);
  };
  visit(parseDocument(text, { lineCounter: lines }), {
    Pair(_, { key }, ancestors) {
      if (isScalar(key) && key.range) note(key.range[0], [...pathOf(ancestors), String(key.value)].join('.'));
    },
    Node(key, node, ancestors) {
      if (typeof key === 'number' && node.range) note(node.range[0], [...pathOf(ancestors), key].join('.'));
    },
  });
  return paths;
}

/** Keys from the top of the document to a node with these ancestors. */
function pathOf(ancestors: readonly unknown[]): string[] {
  return ancestors.flatMap((ancestor, at) => {
    if (isPair(ancestor)) return [String((ancestor.key as { value?: unknown } | null)?.value ?? '')];
    const items = (ancestor as { items?: readonly unknown[] }).items;
    const child = ancestors[at + 1] as Node | undefined;
    return items && child && !isPair(child) ? [String(items.indexOf(child))] : [];
  });
}
