import { createHash } from 'node:crypto';
import { type Database, systemScope } from '@duban/kernel/runtime';
import { type Adapter, errors, type Payload } from 'oidc-provider';
import { NOWHERE } from '../nowhere.js';

/** Kinds the provider asks for by a client's word without ever having stored one. */
const NEVER_STORED: readonly string[] = ['Client', 'AccessToken', 'ClientCredentials'];

/** Not the value that lets somebody in, only what finds it again. */
const keyOf = (kind: string, value: string): string =>
  createHash('sha256').update(`${kind}:${value}`).digest('base64url');

const scopeOf = (key: string) =>
  ({
    tenant: NOWHERE,
    tenants: [],
    purpose: 'SIGN_IN',
    actor: null,
    settings: { 'app.sign_in_key': key },
  }) as const;

const TABLE = `people.sign_in_state WHERE tenant_id = ${NOWHERE}`;

const UPSERT = `
INSERT INTO people.sign_in_state (tenant_id, key, kind, uid, grant_key, payload, expires_at)
VALUES (${NOWHERE}, $1, $2, $3, $4, $5, now() + make_interval(secs => $6))
ON CONFLICT (tenant_id, key) DO UPDATE SET uid = excluded.uid, grant_key = excluded.grant_key,
  payload = excluded.payload, expires_at = excluded.expires_at`;

const FIND = `
SELECT payload || CASE WHEN consumed_at IS NULL THEN '{}'::jsonb
  ELSE jsonb_build_object('consumed', extract(epoch FROM consumed_at)::int) END AS payload
FROM ${TABLE} AND expires_at > now() AND`;

// The clause "consumed_at IS NULL" makes one of two simultaneous uses of a code or token the second.
const CONSUME = `
UPDATE people.sign_in_state SET consumed_at = now() WHERE tenant_id = ${NOWHERE} AND key = $1 AND consumed_at IS NULL RETURNING key`;

// A session lives as long as somebody uses its tokens, but not longer than its day.
const PROLONG = `
UPDATE people.sign_in_state SET
  expires_at = to_timestamp(least(extract(epoch FROM now()) + $2, (payload->>'loginTs')::bigint + $3)),
  payload = jsonb_set(payload, '{exp}', to_jsonb(least(extract(epoch FROM now())::bigint + $2, (payload->>'loginTs')::bigint + $3)))
WHERE tenant_id = ${NOWHERE} AND kind = 'Session' AND uid = $1 AND payload->>'loginTs' IS NOT NULL`;

export type SessionLimits = { readonly idleSeconds: number; readonly longestSeconds: number };

/** Without the thing's own name, and without the session's cookie that a sign-in in progress remembers. */
const withoutSecrets = ({ jti: _, ...payload }: Payload): string =>
  JSON.stringify(payload, (name, value) => (name === 'cookie' ? undefined : value));

/** What sign-in keeps, one adapter for each kind of thing. The values handed out are stored as hashes only. */
export const signInState =
  (database: Database, { idleSeconds, longestSeconds }: SessionLimits) =>
  (kind: string): Adapter => {
    const run = <Row>(key: string, sql: string, params: readonly unknown[] = [key]) =>
      database.transaction(scopeOf(key), 'write', (tx) => tx.query<Row>(sql, params));
    const findBy = (column: 'key' | 'uid', key: string) =>
      database.transaction(scopeOf(key), 'read', async (tx) => {
        const [row] = await tx.query<{ payload: Payload }>(`${FIND} ${column} = $1`, [key]);
        return row?.payload;
      });
    return {
      upsert: async (id, payload, expiresIn) => {
        const uid = payload.uid ? keyOf('uid', payload.uid) : null;
        const grant = payload.grantId ? keyOf('grant', payload.grantId) : null;
        const key = keyOf(kind, id);
        await run(key, UPSERT, [key, kind, uid, grant, withoutSecrets(payload), expiresIn]);
        if (kind !== 'RefreshToken' || !payload.sessionUid) return;
        const session = keyOf('uid', payload.sessionUid);
        await run(session, PROLONG, [session, idleSeconds, longestSeconds]);
      },
      find: async (id) => {
        if (NEVER_STORED.includes(kind)) return undefined;
        const payload = await findBy('key', keyOf(kind, id));
        return payload && { ...payload, jti: id };
      },
      findByUid: (uid) => findBy('uid', keyOf('uid', uid)),
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const used = await run(keyOf(kind, id), CONSUME);
        if (used.length === 0) throw new errors.InvalidGrant('already used');
      },
      destroy: async (id) => {
        await run(keyOf(kind, id), `DELETE FROM ${TABLE} AND key = $1`);
      },
      revokeByGrantId: async (grantId) => {
        const key = keyOf('grant', grantId);
        await run(key, `DELETE FROM ${TABLE} AND grant_key = $1 AND kind = $2`, [key, kind]);
      },
    };
  };

/** Removes what has expired. Nothing depends on it: what has expired is not found either way. */
export const sweepSignInState = (database: Database): Promise<void> =>
  database.transaction(systemScope(NOWHERE), 'write', async (tx) => {
    await tx.query(`DELETE FROM ${TABLE} AND expires_at < now()`);
  });
