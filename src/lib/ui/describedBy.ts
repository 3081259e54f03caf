/**
 * The `aria-describedby` of a control inside `Labelled`: its error first, then its hint.
 *
 * @returns the ids with a space between, or undefined when there is neither.
 */
export function describedBy(id: string, parts: { hint?: string; error?: string }) {
  const ids = [parts.error && `${id}-error`, parts.hint && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
