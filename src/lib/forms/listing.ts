export type Direction = 'asc' | 'desc';

/** What a list page asks for, read from its address. `page` begins with 1. */
export interface Listing {
  q: string;
  sort: string;
  direction: Direction;
  page: number;
  pageSize: number;
}

interface Rules {
  /** Keys of the columns that the list can be sorted by. */
  sortable: readonly string[];
  /** A key of `sortable`, with '-' before it for descending. */
  defaultSort: string;
  /** Rows a page; 20 unless told. */
  pageSize?: number;
}

/**
 * Reads `?q=&sort=&page=` of a list. `sort` is a column's key, with '-' before it for descending.
 * Anything that the list does not know falls back to its defaults: an address is never an error.
 */
export function parseListing(url: URL, rules: Rules): Listing {
  const wanted = url.searchParams.get('sort') ?? '';
  const known = rules.sortable.includes(wanted.replace(/^-/, ''));
  const sort = known ? wanted : rules.defaultSort;
  const page = Number(url.searchParams.get('page') ?? '1');
  return {
    q: (url.searchParams.get('q') ?? '').trim().slice(0, 100),
    sort: sort.replace(/^-/, ''),
    direction: sort.startsWith('-') ? 'desc' : 'asc',
    page: Number.isSafeInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1,
    pageSize: rules.pageSize ?? 20,
  };
}

/** The address of the same list with some of its parameters set; null takes one away. */
export function listingHref(query: string, changes: Record<string, string | null>): string {
  const params = new URLSearchParams(query);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) params.delete(key);
    else params.set(key, value);
  }
  const text = params.toString();
  return text === '' ? '?' : `?${text}`;
}
