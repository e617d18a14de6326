import type { IncomingMessage } from 'node:http';

/** How much of a body that is too large is read and thrown away, so that its sender can hear the answer. */
const PATIENCE = 4;

/**
 * The body as text. What is beyond the limit is not kept, and far beyond it not read: somebody who is
 * still writing when the connection closes sees a broken pipe instead of the reason.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<string | 'TOO_LARGE' | 'ABORTED'> {
  if (Number(request.headers['content-length']) > limit * PATIENCE) return 'TOO_LARGE';
  let chunks: Buffer[] = [];
  let size = 0;
  try {
    // Stopping half-way must not take the connection away before the answer is sent.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit * PATIENCE) return 'TOO_LARGE';
      if (size > limit) chunks = [];
      else chunks.push(chunk);
    }
  } catch {
    return 'ABORTED';
  }
  return size > limit ? 'TOO_LARGE' : Buffer.concat(chunks).toString('utf8');
}
