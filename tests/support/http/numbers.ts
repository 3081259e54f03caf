import { strFromU8, unzipSync } from 'fflate';
import { checkCharacter } from '#lib/domain/people/identity.ts';
import type { Db } from '#lib/server/db/index.ts';
import { identityColumns, mobileColumns } from '#lib/server/people/rows.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import { isAdmitted, type Look, type SiteRoute } from './site.ts';
import type { Visitor } from './visitor.ts';

/** Identity and mobile numbers of invented people, by the person who bears them. */
type Numbers = ReadonlyMap<string, readonly string[]>;

/** Gives everybody of an installation an identity number and a mobile number of his own. */
async function plantNumbers(db: Db): Promise<Numbers> {
  const numbers = new Map<string, string[]>();
  const people = await db.selectFrom('person').select('id').orderBy('id').execute();
  for (const [n, { id }] of people.entries()) {
    const digits = `440105${1960 + (n % 40)}0101${String(Math.floor(n / 40)).padStart(3, '0')}`;
    const own = [digits + checkCharacter(digits), `139${String(77_000_000 + n)}`];
    const [identity = '', mobile = ''] = own;
    const columns = { ...identityColumns(db, identity), ...mobileColumns(db, mobile) };
    await db.updateTable('person').set(columns).where('id', '=', id).execute();
    numbers.set(id, own);
  }
  return numbers;
}

/** Looks for whole numbers of others in all that a reader is told. */
export class NumberWatch {
  /** Where a number was told, and which. */
  readonly told: string[] = [];
  readonly #db: Db;
  readonly #numbers: Numbers;

  private constructor(db: Db, numbers: Numbers) {
    this.#db = db;
    this.#numbers = numbers;
  }

  /** Over an installation whose people all have numbers from now on. */
  static async over(db: Db): Promise<NumberWatch> {
    return new NumberWatch(db, await plantNumbers(db));
  }

  /** What looks at the answers to somebody, by the name with which he signs in; his own numbers he may read. */
  async reader(login: string): Promise<Look> {
    const account = this.#db.selectFrom('account').select('person_id').where('login', '=', login);
    const readerId = (await account.executeTakeFirstOrThrow()).person_id;
    const others = [...this.#numbers].filter(([id]) => id !== readerId).flatMap(([, own]) => own);
    return (page, { bytes }) => {
      const text = textOf(bytes);
      for (const one of others) if (text.includes(one)) this.told.push(`${login} ${page} ${one}`);
    };
  }
}

/** A page, or every part of a package. */
function textOf(bytes: Uint8Array): string {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isPackage) return new TextDecoder().decode(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

/** Somebody who reads, and what looks at the answers to him. */
export interface Reader {
  role: Role | null;
  visitor: Visitor;
  look: Look;
}

/**
 * Has everybody ask every endpoint that admits him, files and interface, at the address that is found for it. Answers
 * the patterns of those that gave something.
 */
export async function readEndpoints<One extends Reader>(
  site: readonly SiteRoute[],
  readers: readonly One[],
  pathOf: (route: SiteRoute, reader: One) => string | null,
): Promise<string[]> {
  const given = new Set<string>();
  for (const route of site.filter((one) => one.methods.length > 0 && !/sign-/.test(one.pattern))) {
    const method = route.methods.includes('GET') ? 'GET' : (route.methods[0] ?? 'POST');
    for (const reader of readers.filter((one) => isAdmitted(one, route.pattern))) {
      const path = pathOf(route, reader);
      if (path === null) continue;
      const answer = await reader.visitor.send(path, method === 'GET' ? {} : { method, body: '' });
      reader.look(path, answer);
      if (answer.status === 200) given.add(route.pattern);
    }
  }
  return [...given].sort();
}
