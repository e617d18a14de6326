import { createHash, randomBytes } from 'node:crypto';
import { CLIENT_ID } from '../sign-in/oidc.provider.js';

type Cookie = { readonly name: string; readonly value: string; readonly path: string };
type Form = Readonly<Record<string, string>>;

/** A browser with cookies that knows one public address and where it is really found. */
export class Browser {
  private cookies: Cookie[] = [];

  constructor(
    private readonly publicUrl: string,
    private readonly realUrl: string,
  ) {}

  async get(url: string): Promise<Response> {
    return this.send(url, {});
  }

  async post(url: string, form: Form, headers: Form = {}): Promise<Response> {
    const body = new URLSearchParams(form).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.send(url, { method: 'POST', body, headers: { ...type, ...headers } });
  }

  private async send(url: string, init: RequestInit & { headers?: Form }): Promise<Response> {
    const target = new URL(url, this.publicUrl);
    const cookie = this.cookies
      .filter(({ path }) => target.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const headers = { accept: 'text/html', ...init.headers, ...(cookie ? { cookie } : {}) };
    const real = target.href.replace(this.publicUrl, this.realUrl);
    const response = await fetch(real, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    this.cookies = this.cookies.filter((each) => each.name !== name || each.path !== path);
    if (value) this.cookies.push({ name, value, path });
  }
}

export const verifierOf = (): string => randomBytes(32).toString('base64url');

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

type Wish = { readonly verifier: string; readonly redirectUri: string; readonly more?: Form };

/** Asks to sign in, as a page would; gives the address of the sign-in form. */
export async function startSignIn(
  browser: Browser,
  { verifier, redirectUri, more = {} }: Wish,
): Promise<Response> {
  const query = new URLSearchParams({
    client_id: CLIENT_ID,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid graph',
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    ...more,
  });
  return browser.get(`/oidc/auth?${query}`);
}

export const locationOf = (response: Response): string => response.headers.get('location') ?? '';

/** From the form to the code that the page gets back. */
export async function submitSignIn(browser: Browser, form: string, login: string, password: string) {
  const answer = await browser.post(form, { login, password, action: 'sign-in' });
  if (answer.status !== 303) return { answer, code: null };
  const resumed = await browser.get(locationOf(answer));
  return { answer: resumed, code: new URL(locationOf(resumed)).searchParams.get('code') };
}

export type Tokens = {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
};

export async function redeem(
  browser: Browser,
  form: Form,
): Promise<{ status: number; body: Tokens & { error?: string } }> {
  const response = await browser.post(
    '/oidc/token',
    { client_id: CLIENT_ID, ...form },
    { accept: 'application/json' },
  );
  return { status: response.status, body: (await response.json()) as Tokens & { error?: string } };
}
