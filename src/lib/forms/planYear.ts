/** The plan year that an address names, 2000 to 2100; null where it names none, or something else. */
export function parsePlanYear(text: string | null): number | null {
  return text !== null && /^(20\d\d|2100)$/.test(text) ? Number(text) : null;
}

/** The plan year of `?year=`; `otherwise` where it is missing or makes no sense: an address is never an error. */
export function askedYear<Otherwise>(url: URL, otherwise: Otherwise): number | Otherwise {
  return parsePlanYear(url.searchParams.get('year')) ?? otherwise;
}
