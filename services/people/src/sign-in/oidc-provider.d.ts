/** The part of oidc-provider 9 that is used here; the package brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export type Payload = {
    readonly jti?: string;
    readonly uid?: string;
    readonly grantId?: string;
    readonly sessionUid?: string;
    readonly [name: string]: unknown;
  };

  export interface Adapter {
    upsert(id: string, payload: Payload, expiresIn: number): Promise<void>;
    find(id: string): Promise<Payload | undefined>;
    findByUid(uid: string): Promise<Payload | undefined>;
    findByUserCode(code: string): Promise<Payload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export type Grant = {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  };

  export type Session = {
    accountId?: string;
    readonly loginTs?: number;
    /** What was granted in this session, by client. */
    authorizations?: object;
    touched: boolean;
    grantIdFor(clientId: string): string | undefined;
  };

  export type Client = { readonly clientId: string; readonly redirectUris: readonly string[] };

  export type OidcContext = {
    type: string;
    body: unknown;
    readonly oidc: {
      readonly provider: Provider;
      readonly session: Session;
      readonly client: Client;
      /** What `findAccount` found for the session; undefined when it found nothing. */
      readonly account?: object;
      readonly result?: { readonly consent?: { readonly grantId?: string } };
    };
  };

  export type InteractionDetails = {
    readonly uid: string;
    readonly prompt: { readonly name: string };
    readonly params: Readonly<Record<string, unknown>>;
  };

  type KoaContext = { set(name: string, value: string): void };

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly issuer: string;
    proxy: boolean;
    readonly Grant: {
      new (values: { accountId: string; clientId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    use(middleware: (ctx: KoaContext, next: () => Promise<void>) => Promise<void>): this;
    on(event: string, listener: (...args: unknown[]) => void): this;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }

  type Check = object;
  type Prompt = { readonly checks: { add(check: Check): void } };

  export const interactionPolicy: {
    base(): { get(name: string): Prompt | undefined };
    readonly Check: new (reason: string, description: string, check: (ctx: OidcContext) => boolean) => Check;
  };

  export const errors: { readonly InvalidGrant: new (detail: string) => Error };
}
