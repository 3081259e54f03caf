import { takesSeveral, type PaperItem } from './item.ts';
import { keyAct } from './keys.ts';

/**
 * The choice after a key on a question that stands alone: a letter or number takes an option, or takes it back where
 * several may be chosen; null for a key that means nothing here.
 */
export function withKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  item: PaperItem,
  chosen: readonly string[],
): string[] | null {
  const act = keyAct(event);
  const id = act?.kind === 'choose' ? item.options[act.index]?.id : undefined;
  if (id === undefined) return null;
  if (!takesSeveral(item)) return [id];
  const after = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
  return item.options.map((option) => option.id).filter((one) => after.includes(one));
}
