import { Agent, type IncomingHttpHeaders, request as send } from 'node:http';
import { request as sendSecurely } from 'node:https';

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

type Question = {
  readonly method?: 'GET' | 'POST';
  /** Made anew for each attempt: a signature is good for one. */
  readonly headers?: () => Record<string, string>;
  readonly body?: string;
  readonly timeoutMs: number;
};

/** It took longer than it was allowed to. */
export class AskTimedOut extends Error {
  override readonly name = 'AskTimedOut';
}

const agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 64 });
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/**
 * One HTTP question over kept connections. A connection that the other side closed just as it was
 * used again is tried once more; nothing else is.
 */
export async function ask(url: string, question: Question): Promise<Answer> {
  try {
    return await askOnce(url, question);
  } catch (error) {
    if (!(error instanceof StaleConnection)) throw error;
    return askOnce(url, question);
  }
}

class StaleConnection extends Error {}

function askOnce(url: string, { method = 'POST', headers, body, timeoutMs }: Question): Promise<Answer> {
  const secure = url.startsWith('https:');
  return new Promise((resolve, reject) => {
    const outgoing = (secure ? sendSecurely : send)(url, {
      method,
      ...(secure ? {} : { agent }),
      headers: { ...headers?.(), ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
    });
    const late = setTimeout(() => outgoing.destroy(new AskTimedOut('no answer in time')), timeoutMs);
    outgoing.once('close', () => clearTimeout(late));
    outgoing.once('error', (error: NodeJS.ErrnoException) => {
      const stale = outgoing.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      reject(stale ? new StaleConnection(error.message, { cause: error }) : error);
    });
    outgoing.once('response', (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_ANSWER_BYTES) outgoing.destroy(new Error('the answer is too large'));
        else chunks.push(chunk);
      });
      incoming.once('error', reject);
      incoming.once('end', () => {
        const { statusCode = 0, headers } = incoming;
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    outgoing.end(body);
  });
}
