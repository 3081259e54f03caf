/** Values in one `in (…)`; engines limit the parameters of a statement. */
const AT_ONCE = 500;

/** Asks for many values in parts that a statement can carry, and joins the answers. */
export async function inParts<T, R>(values: readonly T[], ask: (part: T[]) => Promise<R[]>): Promise<R[]> {
  const answers: R[] = [];
  for (let start = 0; start < values.length; start += AT_ONCE) {
    answers.push(...(await ask(values.slice(start, start + AT_ONCE))));
  }
  return answers;
}
