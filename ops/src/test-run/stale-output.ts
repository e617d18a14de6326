import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A compiled test whose source is gone would still run, and pass or fail for nobody. */
export function removeStaleOutput(root: string): string[] {
  const stale = projects(root).flatMap((project) =>
    compiled(join(project, 'dist'))
      .filter((file) => !hasSource(project, relative(join(project, 'dist'), file)))
      .flatMap((file) => [file, `${file}.map`, file.replace(/\.js$/, '.d.ts')]),
  );
  for (const file of stale) rmSync(file, { force: true });
  return stale;
}

function projects(root: string): string[] {
  const services = existsSync(join(root, 'services')) ? readdirSync(join(root, 'services')) : [];
  return ['gateway', 'ops', 'test', ...services.map((name) => join('services', name))].map((name) =>
    join(root, name),
  );
}

function compiled(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !name.split(sep).includes('node_modules'))
    .map((name) => join(folder, name));
}

const hasSource = (project: string, output: string): boolean => {
  const source = output.replace(/\.js$/, '.ts');
  return existsSync(join(project, source)) || existsSync(join(project, 'src', source));
};
