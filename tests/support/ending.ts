/** The signal of a server that is asked to end after somebody has looked at it so many times. */
export function endingAfter(looks: number): AbortSignal {
  let seen = 0;
  return {
    get aborted() {
      seen += 1;
      return seen > looks;
    },
  } as AbortSignal;
}
