/** The wanted things in the order in which they stood, new ones after them. */
export function keptInOrder(before: readonly string[], wanted: readonly string[]): string[] {
  return [...before.filter((id) => wanted.includes(id)), ...wanted.filter((id) => !before.includes(id))];
}

/** One thing a place further up or down; at the end of the list, or unknown, nothing moves. */
export function movedBy(ids: readonly string[], id: string, direction: 'up' | 'down'): string[] {
  const at = ids.indexOf(id);
  const to = direction === 'up' ? at - 1 : at + 1;
  const other = ids[to];
  if (at === -1 || other === undefined) return [...ids];
  return ids.map((one, index) => {
    if (index === at) return other;
    return index === to ? id : one;
  });
}
