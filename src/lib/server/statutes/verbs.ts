import { DomainError } from '#lib/domain/shared/errors.ts';
import { isDay, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { standingsOf, type VersionStanding } from '#lib/domain/statutes/standing.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as queries from './queries.ts';
import { articleViewOf, type ArticleView } from './rows.ts';

export interface StatuteLine {
  id: string;
  title: string;
  versionOn: Day;
  effectiveOn: Day | null;
  articles: number;
  standing: VersionStanding;
}

export interface StatuteList {
  lines: StatuteLine[];
  /** Versions in all pages. */
  total: number;
}

/** What a list page asks for; the cli takes everything. */
export interface StatuteListing {
  q: string;
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
}

const EVERYTHING: StatuteListing = { q: '', direction: 'asc', page: 1, pageSize: Infinity };

/** Versions of laws, newest first within a law, laws by title; `q` is looked for in the titles. */
export async function listStatutes(act: Act, asked = EVERYTHING): Promise<StatuteList> {
  access.require(act, 'statutes.list');
  const rows = await queries.statutes(act.db).execute();
  const day = shanghaiDay(act.now);
  const wanted = asked.q.replace(/[\s《》]/gu, '').toLowerCase();
  const laws = [...Map.groupBy(rows, (row) => row.plain_title).values()].filter(([first]) =>
    first?.title.toLowerCase().includes(wanted),
  );
  const byTitle = new Intl.Collator('zh-u-co-pinyin').compare;
  laws.sort(([a], [b]) => byTitle(a?.plain_title ?? '', b?.plain_title ?? ''));
  if (asked.direction === 'desc') laws.reverse();
  const lines = laws.flatMap((versions) => linesOf(versions, day));
  const start = (asked.page - 1) * (asked.pageSize === Infinity ? 0 : asked.pageSize);
  return { lines: lines.slice(start, start + asked.pageSize), total: lines.length };
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof queries.statutes>['execute']>>[number];

function linesOf(versions: readonly VersionRow[], day: Day): StatuteLine[] {
  const standings = standingsOf(versions.map(datesOf), day);
  return versions.map((row) => ({
    ...datesOf(row),
    title: row.title,
    articles: row.articles,
    standing: standings.get(row.id) ?? 'undated',
  }));
}

function datesOf(row: { id: string; version_on: Day; effective_on: Day | null }) {
  return { id: row.id, versionOn: row.version_on, effectiveOn: row.effective_on };
}

export interface StatuteView {
  id: string;
  title: string;
  versionOn: Day;
  effectiveOn: Day | null;
  preamble: string[];
  appendix: string[];
  /** In reading order; a law without chapters has one without a name. */
  chapters: { name: string; articles: ArticleView[] }[];
  articles: number;
  /** This and the other versions of the law, newest first. */
  versions: { id: string; versionOn: Day; effectiveOn: Day | null; standing: VersionStanding }[];
}

async function statuteOrThrow(db: Db, id: string) {
  return queries
    .statuteById(db, id)
    .executeTakeFirstOrThrow(() => new DomainError('notFound', '没有找到这部法律，它可能还没有导入。'));
}

/** A law by chapter, with its other versions beside it. */
export async function readStatute(act: Act, id: string): Promise<StatuteView> {
  access.require(act, 'statutes.read');
  const statute = await statuteOrThrow(act.db, id);
  const versions = (await queries.versionsOf(act.db, statute.plain_title).execute()).map(datesOf);
  const standings = standingsOf(versions, shanghaiDay(act.now));
  const articles = (await queries.articlesOf(act.db, id).execute()).map(articleViewOf);
  const chapters = Map.groupBy(articles, (article) => article.chapter);
  return {
    ...datesOf(statute),
    title: statute.title,
    preamble: paragraphsOf(statute.preamble),
    appendix: paragraphsOf(statute.appendix),
    chapters: [...chapters].map(([name, within]) => ({ name, articles: within })),
    articles: articles.length,
    versions: versions.map((version) => ({ ...version, standing: standings.get(version.id) ?? 'undated' })),
  };
}

function paragraphsOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** Enters or corrects the day on which a version took effect, which its text does not name or names for the first version only. */
export async function enterEffectiveDate(act: Act, asked: { id: string; effectiveOn: Day }): Promise<void> {
  access.require(act, 'statutes.date');
  if (!isDay(asked.effectiveOn)) {
    const sentence = '请填写存在的日期，例如 2021-07-15。';
    throw new DomainError('invalid', sentence, { fields: { effectiveOn: sentence } });
  }
  await inTransaction(act, async (own) => {
    const statute = await statuteOrThrow(own.db, asked.id);
    if (statute.effective_on === asked.effectiveOn) return;
    await queries.updateStatute(own.db, statute.id, { effective_on: asked.effectiveOn }).execute();
    await audit.record(own, {
      verb: 'statutes.dateEntered',
      subject: { kind: 'statute', id: statute.id },
      details: { title: statute.title, before: statute.effective_on, after: asked.effectiveOn },
    });
  });
}
