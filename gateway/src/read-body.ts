import type { IncomingMessage } from 'node:http';

/** The body as text. A body that is too large is not read to its end. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<string | 'TOO_LARGE' | 'ABORTED'> {
  if (Number(request.headers['content-length']) > limit) return 'TOO_LARGE';
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Stopping half-way must not take the connection away before the answer is sent.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return 'TOO_LARGE';
      chunks.push(chunk);
    }
  } catch {
    return 'ABORTED';
  }
  return Buffer.concat(chunks).toString('utf8');
}
