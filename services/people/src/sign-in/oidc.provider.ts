import {
  type Adapter,
  interactionPolicy,
  type OidcContext,
  type Payload,
  Provider,
  type Session,
} from 'oidc-provider';
import { contentSecurityPolicy, errorPage, signedOutPage, signOutPage } from './sign-in.page.js';
import { cookieKeys, type SigningKeys } from './signing-keys.file.js';

/** The public client of pages and tools: no secret, PKCE instead. */
export const CLIENT_ID = 'duban-console';

/** Resource indicators are URIs; the audience in the token is the platform's short name. */
const GRAPH = 'urn:duban:graph';
const AUDIENCE = 'duban';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** A session that nobody uses ends after half an hour, a used one after twelve hours. */
export const SESSION_LIMITS = { idleSeconds: 30 * MINUTE, longestSeconds: 12 * HOUR } as const;
const ACCESS_TOKEN_SECONDS = 10 * MINUTE;

export type ProviderOptions = {
  /** Public address ending in /oidc. */
  readonly issuer: string;
  readonly redirectUris: readonly string[];
  readonly keys: SigningKeys;
  readonly adapter: (kind: string) => Adapter;
  /** Whether the subject is an account that may be used now, in a session or with a token begun then (ISO). */
  readonly isUsable: (subject: string, begunAt: string) => Promise<boolean>;
  readonly failed: (error: unknown) => void;
};

/** The bundled OpenID provider: authorization code with PKCE, JWT access tokens, rotating refresh tokens. */
export function createProvider(options: ProviderOptions): Provider {
  const { issuer, keys, adapter, isUsable } = options;
  const provider = new Provider(issuer, {
    adapter,
    jwks: keys,
    clients: [client(options.redirectUris)],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientAuthMethods: ['none'],
    responseTypes: ['code'],
    scopes: ['openid'],
    pkce: { required: () => true },
    cookies: { keys: cookieKeys(keys) },
    features: features(),
    ttl: lifetimes(),
    interactions: {
      policy: policy(),
      url: (_: unknown, { uid }: { uid: string }) => `${new URL(issuer).pathname}/interaction/${uid}`,
    },
    findAccount: async ({ oidc }: OidcContext, subject: string, token?: { readonly iat: number }) =>
      (await isUsable(subject, begunAt(token?.iat ?? oidc.session.loginTs))) ? account(subject) : undefined,
    loadExistingGrant: existingOrNewGrant,
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    expiresWithSession: async () => true,
    clientBasedCORS: (_: unknown, origin: string, { redirectUris }: { redirectUris: readonly string[] }) =>
      redirectUris.some((uri) => new URL(uri).origin === origin),
    renderError: (ctx: OidcContext, out: Payload) => show(ctx, errorPage(String(out.error))),
  });
  return harden(provider, options);
}

/** A session whose account cannot be used any more is nobody's: whoever sits there now is asked to sign in. */
function policy() {
  const prompts = interactionPolicy.base();
  const gone = new interactionPolicy.Check('account_gone', 'authentication is required', ({ oidc }) => {
    const { session, account: found } = oidc;
    if (session.accountId === undefined || found !== undefined) return false;
    delete session.accountId;
    delete session.authorizations;
    session.touched = true;
    return true;
  });
  prompts.get('login')?.checks.add(gone);
  return prompts;
}

const client = (redirectUris: readonly string[]) => ({
  client_id: CLIENT_ID,
  client_name: '督办 Duban',
  redirect_uris: redirectUris,
  post_logout_redirect_uris: redirectUris,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
});

/** Seconds as the protocol counts them; nothing known of the beginning counts as long ago. */
const begunAt = (seconds = 0): string => new Date(seconds * 1000).toISOString();

const account = (subject: string) => ({
  accountId: subject,
  claims: async () => ({ sub: subject }),
});

const features = () => ({
  devInteractions: { enabled: false },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  userinfo: { enabled: false },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: async (ctx: OidcContext, form: string) => show(ctx, signOutPage(form)),
    postLogoutSuccessSource: async (ctx: OidcContext) => show(ctx, signedOutPage()),
  },
  resourceIndicators: {
    enabled: true,
    defaultResource: async () => GRAPH,
    useGrantedResource: async () => true,
    getResourceServerInfo: async () => ({
      scope: 'graph',
      audience: AUDIENCE,
      accessTokenFormat: 'jwt',
      accessTokenTTL: ACCESS_TOKEN_SECONDS,
      jwt: { sign: { alg: 'ES256' } },
    }),
  },
});

const lifetimes = () => ({
  AccessToken: ACCESS_TOKEN_SECONDS,
  AuthorizationCode: MINUTE,
  IdToken: ACCESS_TOKEN_SECONDS,
  Interaction: 15 * MINUTE,
  Grant: SESSION_LIMITS.longestSeconds + HOUR,
  RefreshToken: SESSION_LIMITS.idleSeconds,
  Session: (_: unknown, { loginTs }: Session) => remaining(loginTs),
});

function remaining(loginTs: number | undefined): number {
  const now = Math.floor(Date.now() / 1000);
  const left =
    loginTs === undefined ? SESSION_LIMITS.idleSeconds : loginTs + SESSION_LIMITS.longestSeconds - now;
  return Math.max(1, Math.min(SESSION_LIMITS.idleSeconds, left));
}

/** The only client is the platform's own, so nobody is asked for consent. */
async function existingOrNewGrant({ oidc }: OidcContext) {
  const { clientId } = oidc.client;
  const known = oidc.session.grantIdFor(clientId);
  const existing = known === undefined ? undefined : await oidc.provider.Grant.find(known);
  if (existing) return existing;
  const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId ?? '' });
  grant.addOIDCScope('openid');
  grant.addResourceScope(GRAPH, 'graph');
  await grant.save();
  return grant;
}

function show(ctx: OidcContext, page: string): void {
  ctx.type = 'html';
  ctx.body = page;
}

/** The gateway in front decides on TLS: addresses and secure cookies follow from the issuer, never from a header. */
function harden(provider: Provider, { redirectUris, failed }: ProviderOptions): Provider {
  provider.proxy = true;
  provider.on('server_error', (_, error) => failed(error));
  return provider.use(async (ctx, next) => {
    ctx.set('content-security-policy', contentSecurityPolicy(redirectUris));
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('referrer-policy', 'same-origin');
    await next();
  });
}
