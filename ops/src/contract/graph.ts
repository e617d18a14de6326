import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { Failure } from '../failure.js';
import { SERVICES } from '../process-table.js';

const run = promisify(execFile);
const printer = fileURLToPath(new URL('print-subgraph.js', import.meta.url));

/** Each subgraph's SDL as its code declares it, by service. */
export async function printSubgraphs(): Promise<Record<string, string>> {
  const printed = await Promise.all(
    SERVICES.map(async ({ name }) => {
      const { stdout } = await run(process.execPath, [printer, name], { maxBuffer: 2 ** 26 }).catch(
        (cause) => {
          const reason = String(cause.stderr ?? cause.message)
            .trim()
            .split('\n')
            .slice(-12)
            .join('\n  ');
          throw new Failure(`子图 ${name} 无法输出。`, `Subgraph ${name} cannot be printed:\n  ${reason}`, {
            cause,
          });
        },
      );
      return [name, `${stdout.trim()}\n`] as const;
    }),
  );
  return Object.fromEntries(printed);
}

/** One graph from the subgraphs, offline. Throws with every composition error. */
export function compose(subgraphs: Readonly<Record<string, string>>): string {
  const services = SERVICES.map(({ name, port }) => ({
    name,
    url: `http://${name}:${port}/graphql`,
    typeDefs: parse(subgraphs[name] ?? ''),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl) return `${supergraphSdl.trim()}\n`;
  const list = (errors ?? []).map((error) => `  - ${error.message}`).join('\n');
  throw new Failure(
    `子图无法合成一张图:\n${list}`,
    `The subgraphs do not compose (${(errors ?? []).length} problems, above).`,
  );
}
