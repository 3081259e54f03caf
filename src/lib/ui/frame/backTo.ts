/**
 * The address to return to after a small form: a path of this site, or the home page.
 * '//other' and '/\other' lead elsewhere in a browser and are refused.
 */
export function backTo(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])/.test(asked)) return '/';
  return asked;
}
