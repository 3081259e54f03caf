type Values = Record<string, string | string[]>;

/**
 * What a refused form held, so that without script too nobody types a page twice. Each answer falls back to
 * `otherwise` when the form was not refused.
 *
 * @param form what the form action gave back
 */
export function typedIn(form: object | null | undefined) {
  const values = form && 'values' in form ? (form.values as Values) : null;
  return {
    /** A field with one value. */
    text(name: string, otherwise = ''): string {
      const value = values?.[name];
      return typeof value === 'string' ? value : otherwise;
    },
    /** A field that may hold several; sent under its name with `[]`. */
    list(name: string, otherwise: string[] = []): string[] {
      return values === null ? otherwise : [values[`${name}[]`] ?? []].flat();
    },
  };
}

/**
 * The errors of one of several forms of a page: it is the one that sent `name`, which the others do not have. So a
 * reason that is missing is asked for where it is missing.
 *
 * @param form what the form action gave back
 */
export function errorsOf(form: object | null | undefined, name: string): Record<string, string> {
  if (!form || !('values' in form && 'fields' in form)) return {};
  return name in (form.values as Values) ? (form.fields as Record<string, string>) : {};
}
