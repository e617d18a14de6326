import { randomUUID } from 'node:crypto';
import { decodeId, encodeId, encodeLocalityId } from '@duban/kernel';

const PUBLIC_ID = /^([a-z]+)_[\w-]{27}$/;

/** What a public id says, whatever kind it is of; null for any other text. */
export function readPublicId(text: string) {
  const kind = PUBLIC_ID.exec(text)?.[1];
  return kind === undefined ? null : decodeId(kind, text);
}

/** An id of the right shape that nothing ever had. */
export const neverUsedId = (kind: string, tenant: number): string =>
  kind === 'locality' ? encodeLocalityId(tenant) : encodeId({ kind, tenant, id: randomUUID() });

/** Every text in an answer, with where it stands. What a cursor holds is text, too. */
export function* textsIn(value: unknown, path = ''): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') {
    yield [path, value];
    yield* textsInCursor(value, path);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, path ? `${path}.${key}` : key);
  }
}

function* textsInCursor(text: string, path: string): Generator<readonly [path: string, text: string]> {
  if (!/^[\w-]{16,}$/.test(text)) return;
  const inner = Buffer.from(text, 'base64url').toString('utf8');
  if (!inner.startsWith('["')) return;
  try {
    yield* textsIn(JSON.parse(inner), `${path} (cursor)`);
  } catch {
    // Not a cursor after all.
  }
}

/** The ids of one locality by kind, as its own people are shown them. */
export class Harvest {
  readonly #ids = new Map<string, string[]>();

  constructor(readonly tenant: number) {}

  gather(answer: unknown): void {
    for (const [, text] of textsIn(answer)) {
      const read = readPublicId(text);
      if (read?.tenant !== this.tenant) continue;
      const known = this.#ids.get(read.kind) ?? [];
      if (!known.includes(text)) this.#ids.set(read.kind, [...known, text]);
    }
  }

  of(kind: string): readonly string[] {
    return this.#ids.get(kind) ?? [];
  }

  get kinds(): readonly string[] {
    return [...this.#ids.keys()].sort();
  }

  get size(): number {
    return [...this.#ids.values()].reduce((sum, ids) => sum + ids.length, 0);
  }
}
