import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePaper } from './docx.ts';

describe('a paper in the form of GB/T 9704', () => {
  let document = '';
  let headers: string[] = [];
  let footers: string[] = [];

  beforeAll(async () => {
    const zip = await JSZip.loadAsync(
      await writePaper({
        title: ['云山区司法局', '2026年度法治政府建设情况报告'],
        blocks: [
          { kind: 'heading1', text: '一、主要工作情况' },
          { kind: 'heading2', text: '（一）学法' },
          { kind: 'body', text: '应考3人，<参考率>66.66%。' },
        ],
        annexes: [
          {
            title: '各部门情况',
            head: ['部门', '应考'],
            rows: [['甲局', '3']],
            note: '注：无。',
            widths: [70, 30],
          },
          {
            title: '指标',
            head: ['指标', '数值', '统计日'],
            rows: [['参考率', '66.66%', '12月31日']],
            note: '',
          },
        ],
        signature: { unit: '云山区司法局', day: '2026年12月31日' },
        watermark: '导出：李明 2026-12-31 09:00:00',
      }),
    );
    document = (await zip.file('word/document.xml')?.async('string')) ?? '';
    headers = await textsOf(zip, /word\/header\d+\.xml/);
    footers = await textsOf(zip, /word\/footer\d+\.xml/);
  });

  it('is A4 with a type area of 156 × 225 mm', () => {
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  });

  it('sets 22 lines a page, two characters of indent and East Asian faces apart', () => {
    expect(document).toContain('w:line="580" w:lineRule="exact"');
    expect(document).toContain('w:firstLineChars="200"');
    expect(document).toMatch(/w:rFonts[^>]*w:eastAsia="仿宋_GB2312"/);
    expect(document).toMatch(/w:rFonts[^>]*w:ascii="Times New Roman"/);
    for (const face of ['方正小标宋简体', '黑体', '楷体_GB2312'])
      expect(document).toContain(`w:eastAsia="${face}"`);
  });

  it('keeps every text, escaped', () => {
    expect(document).toContain('应考3人，&lt;参考率&gt;66.66%。');
    expect(document).toContain('2026年12月31日');
    expect(document).toContain('甲局');
  });

  it('keeps headings with their text and the last text with the signature, so that no page bears that alone', () => {
    const kept = (text: string) => {
      const paragraph = document.split('<w:p>').find((one) => one.includes(text)) ?? '';
      return paragraph.includes('<w:keepNext/>');
    };
    expect(['一、主要', '（一）学法', '应考3人', '附件：1.', '2.指标'].map(kept)).toEqual(
      [...Array(5)].fill(true),
    );
    expect(kept('2026年12月31日')).toBe(false);
  });

  it('gives the column that names the row twice the width of the others', () => {
    const [, columns = ''] = document.split('附件2').at(-1)?.split('<w:tblGrid>') ?? [];
    const widths = [...columns.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([4422, 2211, 2211]);
  });

  it('names its annexes under the text, before the signature, and sets each on a page of its own', () => {
    const order = [
      '附件：1.各部门情况',
      '2.指标',
      '2026年12月31日',
      '>附件1<',
      '甲局',
      '注：无。',
      '>附件2<',
      '参考率',
    ];
    const places = order.map((text) => document.lastIndexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
    expect(document).toMatch(/<w:gridCol w:w="6191"\/><w:gridCol w:w="2653"\/>/);
  });

  it('numbers pages between dashes, odd ones right and even ones left, under one line of watermark', () => {
    expect(footers).toHaveLength(2);
    for (const footer of footers) expect(footer).toMatch(/— [\s\S]*PAGE[\s\S]* —/);
    expect(footers.map((footer) => /w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual(['left', 'right']);
    for (const header of headers) expect(header).toContain('导出：李明');
  });
});

function textsOf(zip: JSZip, name: RegExp): Promise<string[]> {
  return Promise.all(zip.file(name).map((file) => file.async('string')));
}
