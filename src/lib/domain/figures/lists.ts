import { figureKeys, figures } from './registry/index.ts';

const LIST = 'list-';

/** Of whom a value speaks that is counted over the people of a saved list alone: `list-<id>`. */
export function ofList(listId: string): string {
  return LIST + listId;
}

/** Id of the saved list of which a value speaks; null for everybody and for a class. */
export function listIn(of: string): string | null {
  return of.startsWith(LIST) ? of.slice(LIST.length) : null;
}

/** A saved list in words, with the day of its people: `相关业务干部职工（2026-03-02）`. */
export function listLabel({ name, heldOn }: { name: string; heldOn: string }): string {
  return `${name}（${heldOn}）`;
}

/** Names of all values that a saved list has: those of the figures that count people. */
export function valuesOfList(listId: string): string[] {
  return figureKeys.filter((key) => figures[key].byClass).map((key) => `${key}@${ofList(listId)}`);
}
