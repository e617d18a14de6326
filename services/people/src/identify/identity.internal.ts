import type { Viewer } from '@duban/kernel';
import { type IdentifyDeps, identify } from './identify.js';

type Options = IdentifyDeps & {
  /** What accounts call the subject of a token. */
  readonly subjectOf: (subject: string) => string;
};

/**
 * `POST /internal/identity {subject, grant?}`: what the gateway asks after it has verified a token.
 * Gives the viewer, or null: why there is none is nobody's business outside.
 */
export const identityHandler =
  ({ subjectOf, ...deps }: Options) =>
  async (body: unknown): Promise<Viewer | null> => {
    const { subject, grant = null } = (body ?? {}) as { subject?: unknown; grant?: unknown };
    if (typeof subject !== 'string' || (grant !== null && typeof grant !== 'string')) return null;
    const identified = await identify(deps, { subject: subjectOf(subject), grant });
    return 'viewer' in identified ? identified.viewer : null;
  };
