import { decodeId, type Identified } from '../public-id.js';
import { failure } from './failure.js';

/**
 * Reads a public id of this kind that a client sent, or fails with MALFORMED_ID naming the argument.
 * Whether it exists and is visible is for the reader to find out.
 */
export function readId(kind: string, text: string, field = 'id'): Identified {
  const identified = decodeId(kind, text);
  if (identified) return identified;
  throw failure('MALFORMED_ID', { field });
}
