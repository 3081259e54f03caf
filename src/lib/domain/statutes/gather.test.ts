import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatherStatutes } from './gather.ts';
import { parseStatuteFile } from './parse.ts';

const folder = 'tests/fixtures/statutes';
const files = globSync('**/*.md', { cwd: folder })
  .sort()
  .map((path) => ({
    folder: dirname(path),
    name: basename(path),
    file: parseStatuteFile(readFileSync(join(folder, path), 'utf8')),
  }));
const { statutes, skipped, problems } = gatherStatutes(files);
const law = (title: string) => {
  const found = statutes.find((statute) => statute.title === title);
  if (!found) throw new Error(`${title} was not read`);
  return found;
};

describe('a law in Markdown', () => {
  const lending = law('中华人民共和国借阅管理法');

  it('has the last day of its head block as version and the day of its last article as first day', () => {
    expect([lending.versionOn, lending.effectiveOn]).toEqual(['2019-03-05', '2019-07-01']);
  });

  it('has its articles in order; a number that leads backwards is a quotation', () => {
    expect(lending.articles.map((article) => article.number)).toEqual([
      '第一条',
      '第二条',
      '第三条',
      '第三条之一',
      '第五条',
      '第六条',
    ]);
    expect(lending.articles[4]?.body).toBe('书应当按时归还。\n第四条 这一行引自另一部法律，不是本法的条文。');
  });

  it('keeps paragraphs apart, drops comments, and names the headings above each article', () => {
    expect(lending.articles[1]?.body).toBe('本法所称借阅，包括：\n（一）带回家读；\n（二）在馆里读。');
    expect(lending.articles[3]?.chapter).toBe('第二章 借阅 · 第一节 期限');
    expect(lending.articles[5]?.chapter).toBe('第三章 附则');
  });

  it('keeps preamble and annexes outside the articles', () => {
    expect(lending.preamble).toBe('书是借来读的。');
    expect(lending.appendix).toBe('附件一\n1．借书单样式');
  });

  it('that amends keeps what it quotes within the amending article', () => {
    const amendment = law('中华人民共和国借阅管理法修正案（2022年）');
    expect(amendment.articles.map((article) => article.number)).toEqual([
      '第三十二条',
      '第三十三条',
      '第三十四条',
    ]);
    expect(amendment.articles[1]?.body).toContain('第五十二条 夜间借阅不收费。');
    expect(amendment.effectiveOn).toBeNull();
  });

  it('that is a decision is read by its points', () => {
    const decision = law('关于修改《中华人民共和国借阅管理法》的决定');
    expect(decision.articles.map((article) => article.number)).toEqual(['第一条', '第二条']);
    expect(decision.preamble).toContain('作如下修改');
    expect(decision.effectiveOn).toBe('2023-03-01');
  });

  it('in the files of a folder is one law in the order of its articles', () => {
    const code = law('中华人民共和国图书管理法典');
    expect(code.sources).toEqual(['图书管理法典/b-总则.md', '图书管理法典/a-附则.md']);
    expect(code.articles.map((article) => article.chapter)).toEqual([
      '总则 · 第一章 一般规定',
      '总则 · 第一章 一般规定',
      '附则',
    ]);
    expect([code.versionOn, code.effectiveOn]).toEqual(['2021-01-01', '2021-01-01']);
  });
});

describe('a folder of laws', () => {
  it('skips what has no articles and finds nothing wrong', () => {
    expect(skipped).toEqual(['./README.md']);
    expect(problems).toEqual([]);
    expect(statutes).toHaveLength(4);
  });

  it('names a file without title or date', () => {
    const named = (name: string, text: string) => ({ folder: '', name, file: parseStatuteFile(text) });
    const bad = gatherStatutes([
      named('a.md', '2020年1月1日 通过\n\n第一条 没有标题。'),
      named('b.md', '# 某法\n\n第一条 没有日期。'),
    ]);
    expect(bad.statutes).toEqual([]);
    expect(bad.problems.map((problem) => problem.source)).toEqual(['a.md', 'b.md']);
  });

  it('holds two versions of one law side by side', () => {
    const version = (year: number) => ({
      folder: '某法',
      name: `${year}.md`,
      file: parseStatuteFile(`# 某法\n\n${year}年1月1日 通过\n\n第一条 内容。`),
    });
    const versions = gatherStatutes([version(2001), version(2011)]).statutes;
    expect(versions.map((one) => one.versionOn)).toEqual(['2001-01-01', '2011-01-01']);
  });
});
