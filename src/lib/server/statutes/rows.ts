import { createHash } from 'node:crypto';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import type { Article, Statute } from '#lib/domain/statutes/statute.ts';
import type { StatutesTables } from '../db/schema/statutes.ts';
import { newId } from '../platform/ids.ts';

export type StatuteRow = StatutesTables['statute'];
export type ArticleRow = StatutesTables['article'];

/** SHA-256 over everything that the files say, so that a repeated import is known as one. */
export function digestOf(statute: Statute): string {
  const { title, versionOn, effectiveOn, preamble, articles, appendix } = statute;
  return createHash('sha256')
    .update(JSON.stringify([title, versionOn, effectiveOn, preamble, appendix, articles]))
    .digest('hex');
}

export function statuteRowOf(statute: Statute, now: string): StatuteRow {
  return {
    id: newId(),
    title: statute.title,
    plain_title: plainTitle(statute.title),
    version_on: statute.versionOn,
    effective_on: statute.effectiveOn,
    preamble: statute.preamble,
    appendix: statute.appendix,
    digest: digestOf(statute),
    imported_at: now,
  };
}

export function articleRowsOf(statuteId: string, articles: readonly Article[]): ArticleRow[] {
  return articles.map(({ number, ordinal, chapter, body }) => ({
    id: newId(),
    statute_id: statuteId,
    number,
    ordinal,
    chapter,
    body,
  }));
}

/** An article as a reader sees it; paragraphs are 款 and 项 in their order. */
export interface ArticleView {
  number: string;
  chapter: string;
  paragraphs: string[];
}

export function articleViewOf(row: Pick<ArticleRow, 'number' | 'chapter' | 'body'>): ArticleView {
  return { number: row.number, chapter: row.chapter, paragraphs: row.body.split('\n') };
}
