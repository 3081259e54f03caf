const MOST_STARS = 2;

/** A name as strangers may read it: the first character, the others hidden, 张**. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name.trim();
  return first + '*'.repeat(Math.min(MOST_STARS, rest.length));
}
