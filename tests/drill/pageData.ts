/** What a page's `load` answered, as its `__data.json` tells it: the first node that holds this key. */
export function pageData(text: string, key: string): unknown {
  const { nodes } = JSON.parse(text) as { nodes: ({ data?: unknown[] } | null)[] };
  for (const node of nodes) {
    if (!node?.data) continue;
    const data = hydrated(node.data, 0) as Record<string, unknown>;
    if (key in data) return data[key];
  }
  throw new Error(`no “${key}” in the data of the page`);
}

/** Values stand in one list and name each other by their place in it; a negative place is a value without one. */
function hydrated(flat: unknown[], place: number): unknown {
  const value = place < 0 ? null : flat[place];
  if (Array.isArray(value)) return value.map((one) => hydrated(flat, Number(one)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, hydrated(flat, Number(one))]));
}
