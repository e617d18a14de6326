import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.js';
import { findFreePort, isPortFree } from './free-port.js';
import { dataFolder } from './paths.js';
import { GATEWAY_PORT, SERVICES } from './process-table.js';

/** The gateway's port: PORT, else 4000. */
export function gatewayPort(): number {
  const text = process.env.PORT ?? String(GATEWAY_PORT);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new Failure(
    `PORT=${text} 不是有效的端口号(1 至 65535)。`,
    `PORT=${text} is not a port number (1 to 65535).`,
  );
}

/** The gateway's port is the person's choice, so a taken one is said, not replaced. */
export async function assertGatewayPortFree(port: number, host: string): Promise<void> {
  if (await isPortFree(port, host)) return;
  throw new Failure(
    `端口 ${port} 已被占用。请停止占用它的程序,或用 PORT 指定另一个端口,例如 PORT=${port + 100} npm start。`,
    `Port ${port} is taken. Stop the program that has it, or choose another with PORT, e.g. PORT=${port + 100} npm start.`,
  );
}

/**
 * A free port for each subgraph, by name: the usual one where possible. Beside a gateway that is not
 * at the usual port any will do: two installations that start at once would otherwise both see the
 * usual ones free.
 */
export async function servicePorts(taken: number): Promise<Record<string, number>> {
  const used = new Set([taken]);
  const ports: Record<string, number> = {};
  for (const { name, port } of SERVICES) {
    let free = await findFreePort(taken === GATEWAY_PORT ? port : undefined);
    while (used.has(free)) free = await findFreePort();
    used.add(free);
    ports[name] = free;
  }
  return ports;
}

const postgresPortFile = join(dataFolder, 'postgres.port');

export function keptPostgresPort(): number | undefined {
  try {
    return Number(readFileSync(postgresPortFile, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

export const keepPostgresPort = (port: number): void => writeFileSync(postgresPortFile, `${port}\n`);
