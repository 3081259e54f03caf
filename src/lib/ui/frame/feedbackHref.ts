/**
 * The address of 意见建议 with the page it is written from; where the page failed, with the id under which that was
 * logged.
 */
export function feedbackHref(path: string, errorId = ''): string {
  const from = `/feedback?from=${encodeURIComponent(path)}`;
  return errorId === '' ? from : `${from}&kind=problem&error=${encodeURIComponent(errorId)}`;
}
