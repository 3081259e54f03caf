import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoServer, type DemoServer } from '../support/http/demoServer.ts';
import { KeptConnection } from '../support/http/keptConnection.ts';

/** More than a connection holds for a server that does not read, and more than the server reads at all. */
const large = 'x'.repeat(900_000);
const tooLarge = 'x'.repeat(2_000_000);
let house: DemoServer;

beforeAll(async () => {
  house = await demoServer({ env: { BODY_SIZE_LIMIT: '1M' } });
}, 120_000);
afterAll(() => house.stop());

it.each([
  ['somebody who has not signed in', '/manage/people/import?/check', 303, large, undefined],
  ['a page that is not there', '/nowhere', 404, large, undefined],
  ['another site', '/sign-in', 403, large, 'https://elsewhere.example'],
  ['more than may be sent', '/sign-in', 413, tooLarge, undefined],
])(
  'a large form of %s is refused, and the connection answers what is asked next',
  async (_, path, status, rest, origin) => {
    const connection = new KeptConnection(house.server);
    expect(await connection.refused(path, 'name=', rest, origin)).toEqual({ status, isReused: false });
    expect(await connection.ask('/sign-in')).toEqual({ status: 200, isReused: true });
    connection.end();
  },
);
