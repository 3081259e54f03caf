import { describe, expect, it } from 'vitest';
import { blocksOf } from './markdown.ts';

const htmlOf = (markdown: string): string =>
  blocksOf(markdown)
    .map((block) => block.html)
    .join('\n');

describe('Markdown', () => {
  it('becomes one block per paragraph, heading, list or table', () => {
    const blocks = blocksOf(
      '## 听证\n\n第一段。\n\n- 五日\n- 七日\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n',
    );
    expect(blocks.map((block) => block.html.slice(0, 4))).toEqual(['<h2>', '<p>第', '<ul>', '<tab']);
    expect(blocks[1]?.text).toBe('第一段。');
  });

  it('lets no script, handler, style, image, frame or foreign scheme through', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '段落 <img src=x onerror=alert(1)> <b style="color:red" onclick="x()">粗</b>',
      '<iframe src="https://example.com"></iframe>',
      '[链接](javascript:alert(1)) [链接](data:text/html,x) ![图](https://example.com/a.png)',
      '[链接](//example.com)',
      '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    ].join('\n\n');
    expect(htmlOf(hostile)).not.toMatch(
      /script|onerror|onclick|style|<img|<iframe|<svg|javascript|data:|href="\/\//i,
    );
    expect(htmlOf(hostile)).toContain('段落');
  });

  it('keeps links to pages, without telling where they were followed from', () => {
    expect(htmlOf('[官网](https://example.gov.cn/a)')).toContain(
      '<a href="https://example.gov.cn/a" rel="noopener noreferrer">官网</a>',
    );
  });

  it('gives text as it reads', () => {
    expect(blocksOf('甲 < 乙 & **丙**')[0]?.text).toBe('甲 < 乙 & 丙');
    expect(blocksOf('\n\n---\n\n')).toEqual([]);
  });
});
