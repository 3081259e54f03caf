import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { gatherStatutes, type NamedFile } from '#lib/domain/statutes/gather.ts';
import { parseStatuteFile } from '#lib/domain/statutes/parse.ts';
import type { Statute } from '#lib/domain/statutes/statute.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as queries from './queries.ts';
import { articleRowsOf, digestOf, statuteRowOf } from './rows.ts';

/** A Markdown file as it was found; `folder` is relative to the folder asked for. */
export interface SourceFile {
  folder: string;
  name: string;
  text: string;
}

export interface ImportedStatute {
  title: string;
  versionOn: Day;
  /** Null where neither the text nor a person has named it. */
  effectiveOn: Day | null;
  articles: number;
  state: 'imported' | 'replaced' | 'unchanged';
  sources: string[];
}

export interface ImportReport {
  statutes: ImportedStatute[];
  /** Files without articles. */
  skipped: string[];
}

/** Articles in one statement; engines limit the parameters of one. */
const ROWS_A_STATEMENT = 100;

/**
 * Imports statutes from Markdown, all or none. A law already there in the same version is left alone, or replaced
 * where its text differs; an effective date that a person entered stays. Throws `invalid` with the files at fault in
 * `details` when one of them cannot be taken.
 */
export async function importStatutes(act: Act, files: readonly SourceFile[]): Promise<ImportReport> {
  access.require(act, 'statutes.import');
  const { statutes, skipped, problems } = gatherStatutes(
    files.map(({ text, ...place }): NamedFile => ({ ...place, file: parseStatuteFile(text) })),
  );
  if (problems.length > 0) {
    const named = problems.map(({ source, message }) => `${source}：${message}`).join('\n');
    throw new DomainError('invalid', `有 ${problems.length} 个文件无法导入，全部未写入。\n${named}`, {
      details: problems,
    });
  }
  if (statutes.length === 0) {
    throw new DomainError('invalid', '没有找到含有条文的 Markdown 文件（扩展名为 .md），请检查文件夹。');
  }
  refuseTwins(statutes);
  return inTransaction(act, async (own) => {
    const imported: ImportedStatute[] = [];
    for (const { sources, ...statute } of statutes)
      imported.push({ ...(await write(own, statute)), sources });
    const changed = imported.filter((one) => one.state !== 'unchanged');
    if (changed.length > 0) {
      await audit.record(own, {
        verb: 'statutes.imported',
        details: {
          statutes: changed.map(({ title, versionOn, articles }) => ({ title, versionOn, articles })),
        },
      });
    }
    return { statutes: imported, skipped };
  });
}

function refuseTwins(statutes: readonly (Statute & { sources: string[] })[]): void {
  const groups = Map.groupBy(statutes, (statute) => `${plainTitle(statute.title)} ${statute.versionOn}`);
  for (const [, [first, second]] of groups) {
    if (!first || !second) continue;
    const named = [...first.sources, ...second.sources].join('、');
    throw new DomainError(
      'invalid',
      `《${first.title}》${first.versionOn} 的版本出现了两次（${named}），请只留一份；全部未写入。`,
    );
  }
}

async function write(act: Act, statute: Statute): Promise<Omit<ImportedStatute, 'sources'>> {
  const { title, versionOn } = statute;
  const known = await queries
    .versionDated(act.db, { plainTitle: plainTitle(title), versionOn })
    .executeTakeFirst();
  const effectiveOn = statute.effectiveOn ?? known?.effective_on ?? null;
  const outcome = { title, versionOn, effectiveOn, articles: statute.articles.length };
  if (known?.digest === digestOf(statute))
    return { ...outcome, effectiveOn: known.effective_on, state: 'unchanged' };
  const row = {
    ...statuteRowOf(statute, act.now),
    effective_on: effectiveOn,
    ...(known && { id: known.id }),
  };
  if (known) {
    await queries.deleteArticles(act.db, known.id).execute();
    await queries.updateStatute(act.db, known.id, row).execute();
  } else await queries.insertStatute(act.db, row).execute();
  const articles = articleRowsOf(row.id, statute.articles);
  for (let start = 0; start < articles.length; start += ROWS_A_STATEMENT) {
    await queries.insertArticles(act.db, articles.slice(start, start + ROWS_A_STATEMENT)).execute();
  }
  return { ...outcome, state: known ? 'replaced' : 'imported' };
}
