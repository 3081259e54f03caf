import type { ValueTable } from '../figures/figure.ts';
import { listIn } from '../figures/lists.ts';
import { nameToken, valueName, type Token } from '../figures/names.ts';
import { isFigurePart } from '../figures/parts.ts';

const TOKEN = /\[\[([a-zA-Z]+)(?:@([a-z]+(?:-[a-zA-Z0-9-]+)?))?:([a-zA-Z0-9]+)\]\]/g;
const NAMED = /【([^【】]+)】/g;

/** The token as it is stored in a sentence: `[[participation@leadership:rate]]`. */
export function writeToken({ key, of, part }: Token): string {
  return `[[${valueName(key, of)}:${part}]]`;
}

/** Where tokens stand in a stored sentence; unknown parts are left as text. */
export function tokensIn(text: string): { token: Token; from: number; to: number }[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const [whole, key = '', of = 'all', part = ''] = match;
    if (!isFigurePart(part)) return [];
    return [{ token: { key, of, part }, from: match.index, to: match.index + whole.length }];
  });
}

/** Names of the values of saved lists to which stored sentences are bound, each once. */
export function listValuesIn(texts: readonly string[]): string[] {
  const tokens = texts.flatMap((text) => tokensIn(text).map(({ token }) => token));
  const ofLists = tokens.filter(({ of }) => listIn(of) !== null);
  return [...new Set(ofLists.map(({ key, of }) => valueName(key, of)))];
}

/** A stored sentence as it is edited: each token as its name in 【】. */
export function nameTokens(text: string, values: ValueTable): string {
  const found = tokensIn(text);
  return found.reduceRight((written, { token, from, to }) => {
    const name = nameToken(token, values.get(valueName(token.key, token.of))?.list);
    return `${written.slice(0, from)}【${name}】${written.slice(to)}`;
  }, text);
}

/** An edited sentence as it is stored; names that stand for nothing, or for two numbers, are answered beside it. */
export function readNames(
  written: string,
  known: readonly { name: string; token: Token }[],
): { text: string; unknown: string[] } {
  const byName = new Map(known.map(({ name, token }) => [name, token]));
  for (const { name, token } of known) {
    if (writeToken(byName.get(name) ?? token) !== writeToken(token)) byName.delete(name);
  }
  const unknown: string[] = [];
  const text = written.replace(NAMED, (whole, name: string) => {
    const token = byName.get(name.trim());
    if (token) return writeToken(token);
    unknown.push(name.trim());
    return whole;
  });
  return { text, unknown };
}
