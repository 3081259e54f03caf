export type KeyAct = { kind: 'choose'; index: number } | { kind: 'move'; by: 1 | -1 } | { kind: 'flag' };

/** What a key means in the exam room: A–F or 1–6 choose, ← → move, M marks; null for every other key. */
export function keyAct(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): KeyAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'ArrowLeft') return { kind: 'move', by: -1 };
  if (event.key === 'ArrowRight') return { kind: 'move', by: 1 };
  const key = event.key.toLowerCase();
  if (key === 'm') return { kind: 'flag' };
  const index = /^[a-f]$/.test(key) ? key.charCodeAt(0) - 97 : /^[1-6]$/.test(key) ? Number(key) - 1 : -1;
  return index >= 0 ? { kind: 'choose', index } : null;
}
