import { isBehindKind } from '#lib/domain/plans/behind.ts';

/** Which of the people behind the address of the desk asks for. */
export function behindFilter(url: URL) {
  const why = url.searchParams.get('why') ?? '';
  return { unitId: url.searchParams.get('unit') ?? '', kind: isBehindKind(why) ? why : null };
}
