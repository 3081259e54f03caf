import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { askFixed } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { rootName } from './queries.place.ts';

/** The name over the door, for everybody: '云山区学法系统', or '学法系统' before the first unit is founded. */
export async function placeName(act: Act): Promise<string> {
  access.require(act, 'units.placeName');
  const [root] = await askFixed(act.db, rootName, shanghaiDay(act.now));
  return `${root?.name ?? ''}学法系统`;
}
