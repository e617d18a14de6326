import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../paths.js';

/*
 * Prints one subgraph's SDL. A process of its own for each: what decorators register is shared by
 * all classes of a process, and the subgraphs are strangers.
 */
type Subgraph = { readonly sdl: string };
type Exported = Readonly<Record<string, Subgraph | (() => Subgraph | Promise<Subgraph>)>>;

const [service = ''] = process.argv.slice(2);
const file = join(repository, 'services', service, 'dist', 'src', 'subgraph.js');
const exported = (await import(pathToFileURL(file).href)) as Exported;
const [, found] = Object.entries(exported).find(([name]) => /subgraph$/i.test(name)) ?? [];
if (!found) throw new Error(`${file} exports no subgraph`);
const { sdl } = typeof found === 'function' ? await found() : found;
process.stdout.write(sdl, () => process.exit(0));
