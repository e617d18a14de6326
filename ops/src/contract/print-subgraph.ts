import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../paths.js';

/*
 * Prints one subgraph's SDL. A process of its own for each: what decorators register is shared by
 * all classes of a process, and the subgraphs are strangers.
 */
type BuildSubgraph = () => { readonly sdl: string } | Promise<{ readonly sdl: string }>;

const [service = ''] = process.argv.slice(2);
const file = join(repository, 'services', service, 'dist', 'src', 'subgraph.js');
const exported = (await import(pathToFileURL(file).href)) as Record<string, BuildSubgraph>;
const [, build] = Object.entries(exported).find(([name]) => /^build\w*Subgraph$/.test(name)) ?? [];
if (!build) throw new Error(`${file} exports no build…Subgraph()`);
const { sdl } = await build();
process.stdout.write(sdl, () => process.exit(0));
