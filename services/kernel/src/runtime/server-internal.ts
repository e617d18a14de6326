import type { RequestHandler } from 'express';
import type { Viewer } from '../viewer.js';
import { refuse, verifiedOf } from './server-request.js';

/** Answers a signed question of another part of the platform. What it gives is sent as JSON. */
export type InternalHandler = (body: unknown, viewer: Viewer | null) => Promise<unknown>;

/** `POST /internal/<name>`. */
export function internalRoute(handlers: Readonly<Record<string, InternalHandler>>): RequestHandler {
  return async (request, response) => {
    const name = String(request.params.name);
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (!handler) return refuse(response, 'NOT_FOUND');
    const { body, viewer } = verifiedOf(response);
    response.setHeader('cache-control', 'no-store');
    response.json((await handler(body, viewer)) ?? null);
  };
}
