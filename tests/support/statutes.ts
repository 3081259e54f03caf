import { ordinalOf, parseArticleNumber, type ArticleNumber } from '#lib/domain/statutes/number.ts';
import { newId } from '#lib/server/platform/ids.ts';
import type { World } from './world.ts';

/** A version of the 行政处罚法 with its first article. Rows only: no import is tested by it. */
export async function law(world: World, effectiveOn: string, body: string): Promise<void> {
  const id = newId();
  const text = { preamble: '', appendix: '', digest: effectiveOn, imported_at: world.now };
  await world.db
    .insertInto('statute')
    .values({
      ...{ id, title: '中华人民共和国行政处罚法', plain_title: '行政处罚法', version_on: effectiveOn },
      ...{ effective_on: effectiveOn, ...text },
    })
    .execute();
  const number = '第一条';
  const article = { id: newId(), statute_id: id, number, chapter: '', body };
  const ordinal = ordinalOf(parseArticleNumber(number) as ArticleNumber);
  await world.db
    .insertInto('article')
    .values({ ...article, ordinal })
    .execute();
}
