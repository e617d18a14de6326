import { createServer } from 'node:net';

/** A port nobody listens on at this moment: `wanted` when it is free, else any. */
export async function findFreePort(wanted?: number): Promise<number> {
  if (wanted && (await isPortFree(wanted))) return wanted;
  return (await listenBriefly(0)) as number;
}

export const isPortFree = async (port: number, host = '127.0.0.1'): Promise<boolean> =>
  (await listenBriefly(port, host)) !== null;

function listenBriefly(port: number, host = '127.0.0.1'): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
