import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatherStatutes } from '#lib/domain/statutes/gather.ts';
import { parseStatuteFile } from '#lib/domain/statutes/parse.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';

const folder = join(process.env.XUEFA_SHARED ?? '../shared', 'statutes');
const isMissing = !existsSync(folder);
if (isMissing) console.info(`statutes are not at ${folder} (XUEFA_SHARED): real laws are not read`);

function readAll() {
  const files = globSync('**/*.md', { cwd: folder }).map((path) => ({
    folder: dirname(path),
    name: basename(path),
    file: parseStatuteFile(readFileSync(join(folder, path), 'utf8')),
  }));
  return gatherStatutes(files).statutes;
}

/** Counted without the parser: lines that open with an article number and a space. */
function linesThatOpenArticles(path: string): number {
  return (
    readFileSync(join(folder, path), 'utf8').match(
      /^第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)? /gmu,
    ) ?? []
  ).length;
}

describe.skipIf(isMissing)('real laws', () => {
  it('have as many articles as lines that open one', () => {
    const statutes = readAll();
    for (const { title, sources, articles } of statutes) {
      if (title.includes('修正案')) continue;
      const counted = sources.reduce((sum, source) => sum + linesThatOpenArticles(source), 0);
      expect(articles.length, title).toBe(counted);
    }
  });

  it('are counted as lawyers count them and dated by the version that they are', () => {
    const statutes = new Map(readAll().map((one) => [`${plainTitle(one.title)} ${one.versionOn}`, one]));
    const facts = (key: string) => [statutes.get(key)?.articles.length, statutes.get(key)?.effectiveOn];
    expect(facts('行政处罚法 2021-01-22')).toEqual([86, '2021-07-15']);
    expect(facts('行政复议法 2023-09-01')).toEqual([90, '2024-01-01']);
    expect(facts('行政复议法 2017-09-01')).toEqual([43, null]);
    expect(facts('公务员法 2018-12-29')).toEqual([113, '2019-06-01']);
    expect(facts('民法典 2021-01-01')).toEqual([1260, '2021-01-01']);
    expect(facts('宪法 2018-03-11')).toEqual([143, '2018-03-11']);
    expect(facts('宪法修正案（2018年） 2018-03-11')).toEqual([21, '2018-03-11']);
    expect(facts('行政诉讼法 2017-06-27')).toEqual([103, '2017-07-01']);
    expect(facts('行政许可法 2019-04-23')).toEqual([83, '2019-04-23']);
    // 452 numbered articles and 53 inserted ones (之一 …).
    expect(facts('刑法 2023-12-29')).toEqual([505, null]);
  });
});
