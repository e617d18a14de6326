import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Provider } from 'oidc-provider';
import { changePassword } from '../change-password/change-password.js';
import { changePasswordPage } from '../change-password/change-password.page.js';
import type { PendingChanges } from '../change-password/pending-change.store.js';
import type { PasswordProblem } from '../password.js';
import { SignInBusy } from './password.hash.js';
import { type PendingChange, type SignInDeps, signIn } from './sign-in.js';
import { contentSecurityPolicy, expiredPage, type SignInProblem, signInPage } from './sign-in.page.js';

const MAX_FORM = 8_192;

export type SignInHttpOptions = SignInDeps & {
  readonly pending: PendingChanges;
  /** The provider in force: it is another one after the signing keys have changed. */
  readonly provider: () => Provider;
  readonly redirectUris: readonly string[];
  /** No refusal is answered sooner, so that its reason cannot be read off the clock. */
  readonly refuseAfterMs: number;
  readonly failed: (error: unknown) => void;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Everything under /oidc: the provider's own routes, and the page where a person signs in. */
export function signInHandler(options: SignInHttpOptions): Handler {
  return (request, response) => {
    const { provider, failed } = options;
    trustIssuer(request, provider().issuer);
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const answered = path.startsWith('/interaction/')
      ? interact(options, request, response)
      : provider().callback()(request, response);
    answered.catch((error: unknown) => {
      failed(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

/** Whatever stood before us said about the address, the issuer is what people see. */
function trustIssuer(request: IncomingMessage, issuer: string): void {
  const { protocol, host } = new URL(issuer);
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  request.headers['x-forwarded-host'] = host;
}

async function interact(
  options: SignInHttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const provider = options.provider();
  const show = (status: number, page: string) => showPage(response, status, page, options.redirectUris);
  const details = await provider.interactionDetails(request, response).catch(() => null);
  if (!details) return show(400, expiredPage());
  const action = `${new URL(provider.issuer).pathname}/interaction/${details.uid}`;
  if (request.method === 'GET') return show(200, signInPage(action, hint(details.params), null));
  if (request.method !== 'POST' || isCrossSite(request, provider.issuer)) return show(405, expiredPage());
  const form = await readForm(request);
  if (!form) return show(413, expiredPage());
  if (form.get('action') === 'cancel') {
    return provider.interactionFinished(request, response, { error: 'access_denied' });
  }
  const step = form.get('action') === 'change-password' ? change : attempt;
  const outcome = await step(options, details.uid, form);
  if (typeof outcome === 'string')
    return show(STATUS[outcome], signInPage(action, form.get('login') ?? '', outcome));
  if ('problems' in outcome)
    return show(outcome.problems.length > 0 ? 422 : 200, changePasswordPage(action, outcome.problems));
  const login = { accountId: outcome.subject, remember: false, amr: ['pwd'] };
  return provider.interactionFinished(request, response, { login });
}

const STATUS: Readonly<Record<SignInProblem, number>> = { REFUSED: 401, BUSY: 503 };

/** Signed in, or a password to be chosen (again, for these reasons), or why not. */
type Step = { readonly subject: string } | { readonly problems: readonly PasswordProblem[] } | SignInProblem;

async function attempt(options: SignInHttpOptions, uid: string, form: URLSearchParams): Promise<Step> {
  const earliest = sleep(options.refuseAfterMs);
  const typed = { login: (form.get('login') ?? '').trim(), password: form.get('password') ?? '' };
  const signedIn = await unlessBusy(signIn(options, typed));
  if (signedIn === 'BUSY') return signedIn;
  if (signedIn && 'subject' in signedIn) return signedIn;
  if (signedIn) return askForChange(options.pending, uid, signedIn.change);
  await earliest;
  return 'REFUSED';
}

async function askForChange(pending: PendingChanges, uid: string, change: PendingChange): Promise<Step> {
  await pending.put(uid, change);
  return { problems: [] };
}

/** Only whoever has just come with the right password, in this very sign-in, gets as far as here. */
async function change(options: SignInHttpOptions, uid: string, form: URLSearchParams): Promise<Step> {
  const { accounts, passwords, pending } = options;
  const found = await pending.find(uid);
  if (!found) return 'REFUSED';
  const typed = { password: form.get('password') ?? '', repeated: form.get('repeated') ?? '' };
  const outcome = await unlessBusy(changePassword({ accounts, passwords }, found, typed));
  if (outcome === 'BUSY' || (outcome && 'problems' in outcome)) return outcome;
  await pending.drop(uid);
  return outcome ?? 'REFUSED';
}

async function unlessBusy<Result>(work: Promise<Result>): Promise<Result | 'BUSY'> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SignInBusy) return 'BUSY';
    throw error;
  }
}

const hint = (params: Readonly<Record<string, unknown>>): string =>
  typeof params.login_hint === 'string' ? params.login_hint.slice(0, 100) : '';

/** Browsers say where a form came from; the cookie alone (SameSite=Lax) already keeps other sites out. */
const isCrossSite = ({ headers }: IncomingMessage, issuer: string): boolean =>
  headers.origin !== undefined && headers.origin !== new URL(issuer).origin;

async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_FORM) return null;
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

function showPage(
  response: ServerResponse,
  status: number,
  page: string,
  redirectUris: readonly string[],
): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(redirectUris),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  });
  response.end(page);
}
