import type { Insertable, Updateable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

/** Every version of every law with its number of articles; newest version of a law first. */
export function statutes(db: Db) {
  return db
    .selectFrom('statute')
    .leftJoin('article', 'article.statute_id', 'statute.id')
    .select((column) => [
      'statute.id',
      'statute.title',
      'statute.plain_title',
      'statute.version_on',
      'statute.effective_on',
      column.fn.count<number>('article.id').as('articles'),
    ])
    .groupBy([
      'statute.id',
      'statute.title',
      'statute.plain_title',
      'statute.version_on',
      'statute.effective_on',
    ])
    .orderBy('statute.plain_title')
    .orderBy('statute.version_on', 'desc');
}

export function statuteById(db: Db, id: string) {
  return db.selectFrom('statute').selectAll().where('id', '=', id);
}

export function versionsOf(db: Db, plainTitle: string) {
  return db
    .selectFrom('statute')
    .select(['id', 'version_on', 'effective_on'])
    .where('plain_title', '=', plainTitle)
    .orderBy('version_on', 'desc');
}

export function versionDated(db: Db, asked: { plainTitle: string; versionOn: string }) {
  return db
    .selectFrom('statute')
    .select(['id', 'digest', 'effective_on'])
    .where('plain_title', '=', asked.plainTitle)
    .where('version_on', '=', asked.versionOn);
}

export function articlesOf(db: Db, statuteId: string) {
  return db
    .selectFrom('article')
    .select(['number', 'ordinal', 'chapter', 'body'])
    .where('statute_id', '=', statuteId)
    .orderBy('ordinal');
}

/**
 * The cited article in each version that can be meant, newest version first: with a day, the versions that took
 * effect on it or (where the text names no day) bear it as their date.
 */
export function citedArticle(
  db: Db,
  asked: { plainTitle: string; ordinal: number; effectiveOn: string | null },
) {
  const { effectiveOn } = asked;
  return db
    .selectFrom('article')
    .innerJoin('statute', 'statute.id', 'article.statute_id')
    .select([
      'statute.id as statute_id',
      'statute.title',
      'statute.version_on',
      'statute.effective_on',
      'article.number',
      'article.chapter',
      'article.body',
    ])
    .where('statute.plain_title', '=', asked.plainTitle)
    .where('article.ordinal', '=', asked.ordinal)
    .$if(effectiveOn !== null, (query) =>
      query.where((or) =>
        or.or([
          or('statute.effective_on', '=', effectiveOn),
          or('statute.version_on', '=', effectiveOn ?? ''),
        ]),
      ),
    )
    .orderBy('statute.version_on', 'desc')
    .limit(1);
}

export function insertStatute(db: Db, row: Insertable<Tables['statute']>) {
  return db.insertInto('statute').values(row);
}

export function updateStatute(db: Db, id: string, changes: Updateable<Tables['statute']>) {
  return db.updateTable('statute').set(changes).where('id', '=', id);
}

export function insertArticles(db: Db, rows: Insertable<Tables['article']>[]) {
  return db.insertInto('article').values(rows);
}

export function deleteArticles(db: Db, statuteId: string) {
  return db.deleteFrom('article').where('statute_id', '=', statuteId);
}
