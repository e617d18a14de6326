import { createHash, randomBytes } from 'node:crypto';

type Cookie = { readonly name: string; readonly value: string; readonly path: string };
type Fields = Readonly<Record<string, string>>;

export type Shown = { readonly status: number; readonly location: string | null; readonly page: string };
export type Tokens = Readonly<Record<'access_token' | 'refresh_token' | 'id_token' | 'error', string>>;

const CLIENT = 'duban-console';

/** A browser with cookies that reads forms as they stand on the page, and a page that signs people in. */
export class Browser {
  #cookies: Cookie[] = [];
  readonly verifier = randomBytes(32).toString('base64url');

  constructor(
    /** Address of the gateway as people know it. */
    readonly publicUrl: string,
    /** Where it is found from here. */
    readonly url: string,
  ) {}

  get redirectUri(): string {
    return `${this.publicUrl}/graphiql`;
  }

  /** Asks to be signed in, as the console does, and follows to the form. `more` changes what is asked. */
  async askToSignIn(more: Fields = {}): Promise<Shown> {
    const query = new URLSearchParams({
      client_id: CLIENT,
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: 'openid graph',
      state: 'a-state',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    });
    for (const [name, value] of [...query]) if (value === '') query.delete(name);
    const answer = await this.#send(`/oidc/auth?${query}`, {});
    return answer.location?.includes('/interaction/') ? this.#send(answer.location, {}) : answer;
  }

  /** Fills in the form on a page and sends it; follows until the page that asked, or another form, is reached. */
  async fillIn(form: Shown, typed: Fields): Promise<Shown> {
    const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(form.page) ?? [];
    const [, button = ''] = /<button type="submit" name="action" value="([^"]+)"/.exec(form.page) ?? [];
    const fields = [...form.page.matchAll(/<input [^>]*name="([^"]+)"/g)].map(([, name = '']) => name);
    const body = new URLSearchParams({ action: button });
    for (const name of fields) body.set(name, typed[name] ?? '');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    let answer = await this.#send(action, { method: 'POST', body: body.toString(), headers });
    while (answer.location?.startsWith(`${this.publicUrl}/oidc/`))
      answer = await this.#send(answer.location, {});
    return answer;
  }

  /** The code for tokens, as the console asks for them. */
  async redeem(
    shown: Shown,
    more: Fields = {},
  ): Promise<{ readonly status: number; readonly tokens: Tokens }> {
    const code = new URL(shown.location ?? this.publicUrl).searchParams.get('code') ?? '';
    const { verifier: code_verifier, redirectUri: redirect_uri } = this;
    return this.token({ grant_type: 'authorization_code', code, redirect_uri, code_verifier, ...more });
  }

  async token(form: Fields): Promise<{ readonly status: number; readonly tokens: Tokens }> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    const body = new URLSearchParams({ client_id: CLIENT, ...form }).toString();
    const { status, page } = await this.#send('/oidc/token', { method: 'POST', body, headers });
    return { status, tokens: JSON.parse(page) as Tokens };
  }

  async #send(url: string, init: RequestInit & { headers?: Fields }): Promise<Shown> {
    const target = new URL(url, this.publicUrl);
    const cookie = this.#cookies
      .filter(({ path }) => target.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const headers = { accept: 'text/html', ...init.headers, ...(cookie ? { cookie } : {}) };
    const real = target.href.replace(this.publicUrl, this.url);
    const response = await fetch(real, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return {
      status: response.status,
      location: response.headers.get('location'),
      page: await response.text(),
    };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    this.#cookies = this.#cookies.filter((each) => each.name !== name || each.path !== path);
    if (value) this.#cookies.push({ name, value, path });
  }
}
