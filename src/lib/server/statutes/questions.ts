import type { Day } from '#lib/domain/shared/time.ts';
import { ordinalOf, parseArticleNumber } from '#lib/domain/statutes/number.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import type { Db } from '../db/index.ts';
import * as queries from './queries.ts';
import { articleViewOf, type ArticleView } from './rows.ts';

export interface CitedArticle extends ArticleView {
  statuteId: string;
  /** As the law's own heading has it. */
  title: string;
  versionOn: Day;
  effectiveOn: Day | null;
}

export interface AskedArticle {
  /** With or without 中华人民共和国 and 书名号. */
  title: string;
  /** 第四十四条, 第44条 or 第一百二十条之一. */
  number: string;
  /** The cited version's first day; without it the newest imported version answers. */
  effectiveOn?: Day | null;
}

/** The cited article, or null when that version of the law is not imported or has no such article. */
export async function articleOf(db: Db, asked: AskedArticle): Promise<CitedArticle | null> {
  const number = parseArticleNumber(asked.number);
  if (!number) return null;
  const row = await queries
    .citedArticle(db, {
      plainTitle: plainTitle(asked.title),
      ordinal: ordinalOf(number),
      effectiveOn: asked.effectiveOn ?? null,
    })
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...articleViewOf(row),
    statuteId: row.statute_id,
    title: row.title,
    versionOn: row.version_on,
    effectiveOn: row.effective_on,
  };
}

/** True when some version of the law is imported. */
export async function isImported(db: Db, title: string): Promise<boolean> {
  return (await queries.versionsOf(db, plainTitle(title)).executeTakeFirst()) !== undefined;
}
