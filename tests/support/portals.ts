import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody whom a portal knows. */
export interface PortalPerson {
  sub: string;
  name?: string;
  phone_number?: string;
  identity_number?: string;
}

export interface TestPortal {
  /** Address without a path. */
  origin: string;
  clientId: string;
  secret: string;
  /** Who sits before the portal and is signed in there. */
  person: PortalPerson;
  stop(): Promise<void>;
}

const CLIENT = { clientId: 'xuefa', secret: 'a secret of the portal, long enough for it' };

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stopping(server: Server): () => Promise<void> {
  return () =>
    new Promise((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

function configuration(portal: { person: PortalPerson }, redirectUris: string[]): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        ...{ client_id: CLIENT.clientId, client_secret: CLIENT.secret, redirect_uris: redirectUris },
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' } as never],
    },
    cookies: { keys: ['a key of the portal’s cookies'] },
    claims: { openid: ['sub'], profile: ['name'], phone: ['phone_number'], identity: ['identity_number'] },
    scopes: ['openid', 'profile', 'phone', 'identity'],
    features: { devInteractions: { enabled: false } },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    interactions: { url: (_context, interaction) => `/here/${interaction.uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...portal.person, sub }) }),
    renderError: (context, out) => {
      context.body = JSON.stringify(out);
    },
  };
}

/** A real OpenID provider on loopback, before which `person` is signed in and agrees to everything. */
export async function openOidcPortal(redirectUris: string[], person: PortalPerson): Promise<TestPortal> {
  const server = createServer();
  const origin = await listen(server);
  const portal: TestPortal = { ...CLIENT, origin, person, stop: stopping(server) };
  const provider = new Provider(origin, configuration(portal, redirectUris));
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/here/')) return answer(request, response);
    const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: portal.person.sub } });
    }
    const known = grantId ? await provider.Grant.find(grantId) : undefined;
    const grant =
      known ?? new provider.Grant({ accountId: session?.accountId, clientId: String(params.client_id) });
    grant.addOIDCScope(String(params.scope));
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  });
  return portal;
}

/** A plain OAuth 2.0 portal whose answers lie deep, as those of the provinces do. */
export async function openOauthPortal(person: PortalPerson): Promise<TestPortal> {
  const server = createServer();
  const origin = await listen(server);
  const portal: TestPortal = { ...CLIENT, origin, person, stop: stopping(server) };
  server.on('request', async (request, response) => {
    const url = new URL(request.url ?? '/', origin);
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (url.pathname === '/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'code of the portal');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href });
      return response.end();
    }
    if (url.pathname === '/token') {
      const body = new URLSearchParams(Buffer.concat(await request.toArray()).toString('utf8'));
      const isRight =
        body.get('client_secret') === CLIENT.secret && body.get('code') === 'code of the portal';
      return isRight
        ? json(200, { access_token: 'token', token_type: 'bearer' })
        : json(400, { error: 'invalid_grant' });
    }
    const { sub, name, phone_number: mobile } = portal.person;
    if (request.headers.authorization !== 'Bearer token') return json(401, {});
    return json(200, { code: 0, data: { user: { id: Number(sub), realName: name, mobile } } });
  });
  return portal;
}

/** Follows a portal's ways as a browser would, until it sends it to `end`; answers that whole address. */
export async function throughPortal(url: string, end: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = url;
  for (let hop = 0; hop < 12; hop += 1) {
    if (next.startsWith(end)) return new URL(next);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: cookie ? { cookie } : {} });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location)
      throw new Error(`the portal stopped at ${next}: ${response.status} ${await response.text()}`);
    next = new URL(location, next).href;
  }
  throw new Error('the portal leads in a circle');
}
