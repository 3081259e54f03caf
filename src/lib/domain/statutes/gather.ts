import { firstDayOf } from './amended.ts';
import { effectiveDayIn, lastDayIn } from './dates.ts';
import type { StatuteFile } from './parse.ts';
import type { Article, Statute } from './statute.ts';

/** A file with the folder in which it lies; both only name it to the reader. */
export interface NamedFile {
  folder: string;
  name: string;
  file: StatuteFile;
}

export interface Gathering {
  statutes: (Statute & { sources: string[] })[];
  /** Files without any article, e.g. a README. */
  skipped: string[];
  /** Files that cannot be taken, each with a Chinese sentence. */
  problems: { source: string; message: string }[];
}

const sourceOf = (file: NamedFile) => (file.folder === '' ? file.name : `${file.folder}/${file.name}`);
const firstOrdinal = (file: NamedFile) => file.file.articles[0]?.ordinal ?? 0;

/** One law in several files: all of a folder bear one title, and no article is in two of them. */
function isOneLaw(files: readonly NamedFile[]): boolean {
  const ordinals = files.flatMap(({ file }) => file.articles.map((article) => article.ordinal));
  return (
    files.length > 1 &&
    new Set(files.map(({ file }) => file.title)).size === 1 &&
    new Set(ordinals).size === ordinals.length
  );
}

function groupsOf(files: readonly NamedFile[]): NamedFile[][] {
  const folders = Map.groupBy(files, (file) => file.folder);
  return [...folders.values()].flatMap((group) =>
    isOneLaw(group)
      ? [group.toSorted((a, b) => firstOrdinal(a) - firstOrdinal(b))]
      : group.map((file) => [file]),
  );
}

/** One law of its files; of several the latest head names the version. Null without title or day. */
function statuteOf(files: readonly NamedFile[]): Statute | null {
  const articles: Article[] = files.flatMap(({ file }) => file.articles);
  const versionOn =
    files
      .map(({ file }) => lastDayIn(file.head) ?? '')
      .sort()
      .at(-1) ?? '';
  const title = files[0]?.file.title ?? '';
  if (versionOn === '' || title === '') return null;
  return {
    title,
    versionOn,
    effectiveOn: firstDayOf({ title, versionOn, named: effectiveDayIn(articles.at(-1)?.body ?? '') }),
    preamble: joined(files.map(({ file }) => file.preamble)),
    articles,
    appendix: joined(files.map(({ file }) => file.appendix)),
  };
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

/** Laws of a set of files: one a file, except where a folder is one law in parts (民法典). */
export function gatherStatutes(files: readonly NamedFile[]): Gathering {
  const gathering: Gathering = { statutes: [], skipped: [], problems: [] };
  const laws = files.filter(({ file }) => file.articles.length > 0);
  for (const file of files) if (file.file.articles.length === 0) gathering.skipped.push(sourceOf(file));
  for (const group of groupsOf(laws)) {
    const sources = group.map(sourceOf);
    const statute = statuteOf(group);
    if (statute) gathering.statutes.push({ ...statute, sources });
    else {
      const message =
        group[0]?.file.title === ''
          ? '缺少以“# ”开头的标题行，请补上法律名称。'
          : '标题下没有通过或修订日期，无法确定版本，请补上一行日期。';
      gathering.problems.push({ source: sources.join('、'), message });
    }
  }
  return gathering;
}
