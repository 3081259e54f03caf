const DATABASE = 'xuefa';
const STORE = 'kept';
const PATIENCE_MS = 1000;

/**
 * Text under keys that is on this computer's disk when the browser dies. What `localStorage` holds is written there
 * only seconds later, and lost with the browser until then. Where there is no such store, it keeps nothing.
 */
export class DiskCopy {
  readonly #database: Promise<IDBDatabase | null>;

  constructor(factory: IDBFactory | null) {
    this.#database = factory ? opened(factory) : Promise.resolve(null);
  }

  async get(key: string): Promise<string | null> {
    return Promise.race([this.#read(key), patience()]);
  }

  async #read(key: string): Promise<string | null> {
    const database = await this.#database;
    if (!database) return null;
    const found = database.transaction(STORE).objectStore(STORE).get(key) as IDBRequest<string | undefined>;
    return settled(found, () => found.result ?? null);
  }

  async set(key: string, text: string): Promise<void> {
    await this.#write((store) => store.put(text, key));
  }

  async remove(key: string): Promise<void> {
    await this.#write((store) => store.delete(key));
  }

  async #write(change: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    const database = await this.#database;
    if (!database) return;
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    const changed = change(transaction.objectStore(STORE));
    await settled(changed, () => null);
  }
}

/** Nobody waits longer for a disk that does not answer. */
function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
}

/** Null where the browser refuses, as in a private window of some. */
function opened(factory: IDBFactory): Promise<IDBDatabase | null> {
  const opening = factory.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return settled(opening, () => opening.result);
}

/** A copy that failed is no copy: what the server has and `localStorage` remain. */
function settled<T>(request: IDBRequest, value: () => T): Promise<T | null> {
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(value());
    request.onerror = () => resolve(null);
  });
}
