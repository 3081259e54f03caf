import * as client from 'openid-client';

/** A portal as it is spoken to: OpenID Connect finds its own addresses, plain OAuth 2.0 is told them. */
export interface PortalConnection {
  kind: 'oidc' | 'oauth';
  /** Address of the issuer (OpenID Connect). */
  issuer: string;
  /** Addresses of plain OAuth 2.0. */
  authorizeUrl: string;
  tokenUrl: string;
  userUrl: string;
  clientId: string;
  /** Null for a client without one. */
  secret: string | null;
  scope: string;
  /** Names of the fields in the portal's answer; dots lead into it, e.g. `data.user.id`. */
  fields: PortalFields;
  /** Where the portal sends people back to. */
  redirectUri: string;
}

export interface PortalFields {
  subject: string;
  name: string;
  mobile: string;
  identity: string;
}

/** What must be remembered in the browser between going and coming back. */
export interface PortalMemory {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the portal says it has before it; empty where it does not tell. */
export type PortalPerson = PortalFields;

/** The portal cannot be reached, or it refuses; `message` is for the log and never shown. */
export class PortalFault extends Error {
  readonly kind: 'down' | 'refused';

  constructor(kind: 'down' | 'refused', cause: unknown) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
    this.name = 'PortalFault';
    this.kind = kind;
  }
}

/** One way to speak to a portal, whatever its protocol. */
export interface Portal {
  /** Where to send the browser, and what to remember meanwhile. */
  begin(): Promise<{ url: string; memory: PortalMemory }>;
  /** Who came back under `url`. Throws `PortalFault`. */
  finish(url: URL, memory: PortalMemory): Promise<PortalPerson>;
}

/** A portal that does not answer within this is down: people must not wait at the door. */
const TIMEOUT_SECONDS = 5;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** True for an address that a portal may have: TLS, except on the machine itself. */
export function isPortalAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

function authentication({ secret }: PortalConnection): client.ClientAuth {
  return secret === null ? client.None() : client.ClientSecretPost(secret);
}

async function configured(connection: PortalConnection): Promise<client.Configuration> {
  const { kind, clientId, issuer, authorizeUrl, tokenUrl } = connection;
  const address = new URL(kind === 'oidc' ? issuer : authorizeUrl);
  const execute = address.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  if (kind === 'oidc') {
    const options = { execute, timeout: TIMEOUT_SECONDS };
    return client.discovery(address, clientId, undefined, authentication(connection), options);
  }
  const endpoints = { authorization_endpoint: authorizeUrl, token_endpoint: tokenUrl };
  const server = { issuer: issuer || address.origin, ...endpoints };
  const own = new client.Configuration(server, clientId, undefined, authentication(connection));
  own.timeout = TIMEOUT_SECONDS;
  for (const step of execute) step(own);
  return own;
}

/**
 * Knocks at the portal before a browser is sent there: its addresses are known from before, and a person who is sent to
 * a portal that is down would stand before the browser's own error page. Any answer but a gateway's will do.
 */
async function knock(config: client.Configuration): Promise<void> {
  const { token_endpoint: address = '' } = config.serverMetadata();
  const signal = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
  const { status } = await fetch(address, { method: 'HEAD', redirect: 'manual', signal });
  if (status >= 502 && status <= 504) throw new PortalFault('down', `the portal answers ${status}`);
}

/** A field of an answer by its dotted name, as text. */
function fieldOf(answer: unknown, name: string): string {
  let found = answer;
  for (const part of name === '' ? [''] : name.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return '';
    found = (found as Record<string, unknown>)[part];
  }
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

function personIn(answer: unknown, fields: PortalFields): PortalPerson {
  const person = {
    subject: fieldOf(answer, fields.subject),
    name: fieldOf(answer, fields.name),
    mobile: fieldOf(answer, fields.mobile),
    identity: fieldOf(answer, fields.identity),
  };
  if (person.subject === '') throw new PortalFault('refused', `the answer has no field ${fields.subject}`);
  return person;
}

/** Who answered and said no; anything else is a portal that cannot be reached. */
function faultOf(error: unknown): PortalFault {
  if (error instanceof PortalFault) return error;
  if (error instanceof client.AuthorizationResponseError) return new PortalFault('refused', error);
  if (error instanceof client.ResponseBodyError) {
    return new PortalFault(error.status >= 500 ? 'down' : 'refused', error);
  }
  const code = error instanceof client.ClientError ? (error.code ?? '') : '';
  const isRefusal = /^OAUTH_(INVALID|JWT|JSON|MISSING|KEY|UNSUPPORTED)/.test(code);
  return new PortalFault(isRefusal ? 'refused' : 'down', error);
}

/** Speaks OpenID Connect (code flow, PKCE, nonce) or OAuth 2.0 (code flow, PKCE) to one portal. */
export function portalOver(connection: PortalConnection): Portal {
  const { kind, fields, redirectUri, scope, userUrl } = connection;
  let known: Promise<client.Configuration> | null = null;
  const configuration = async (): Promise<client.Configuration> => {
    known ??= configured(connection);
    try {
      return await known;
    } catch (error) {
      known = null;
      throw error;
    }
  };
  const begin: Portal['begin'] = async () => {
    try {
      const config = await configuration();
      await knock(config);
      const memory = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope,
        state: memory.state,
        ...(kind === 'oidc' ? { nonce: memory.nonce } : {}),
        code_challenge: await client.calculatePKCECodeChallenge(memory.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, memory };
    } catch (error) {
      throw faultOf(error);
    }
  };
  const finish: Portal['finish'] = async (url, memory) => {
    try {
      const config = await configuration();
      const tokens = await client.authorizationCodeGrant(config, url, {
        expectedState: memory.state,
        pkceCodeVerifier: memory.verifier,
        ...(kind === 'oidc' ? { expectedNonce: memory.nonce, idTokenExpected: true } : {}),
      });
      if (kind === 'oauth') {
        const { access_token } = tokens;
        const answer = await client.fetchProtectedResource(config, access_token, new URL(userUrl), 'GET');
        return personIn(await answer.json(), fields);
      }
      const claims = tokens.claims();
      const hasMore = config.serverMetadata().userinfo_endpoint !== undefined;
      const more = hasMore ? await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '') : {};
      return personIn({ ...claims, ...more }, fields);
    } catch (error) {
      throw faultOf(error);
    }
  };
  return { begin, finish };
}
