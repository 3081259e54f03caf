import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { CHARACTER, FACE, INDENTED, LINE, PAGE, widthOf } from './gbt9704.ts';

/** A paper in the form of GB/T 9704; knows headings and paragraphs, not what they say. */
export interface OfficialPaper {
  /** Lines of the title, centred. */
  title: string[];
  blocks: PaperBlock[];
  /** Who signs and the day as it is printed, `2026年11月22日`. */
  signature: { unit: string; day: string };
  /** One line on every page: who took it out, when. */
  watermark: string;
}

export type PaperBlock =
  | { kind: 'heading1' | 'heading2' | 'body'; text: string }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][]; note: string };

/** Word file of a paper. */
export function writePaper(paper: OfficialPaper): Promise<Buffer> {
  const [odd, even] = [AlignmentType.RIGHT, AlignmentType.LEFT].map(pageNumber);
  const document = new Document({
    title: paper.title.join(''),
    creator: paper.signature.unit,
    description: paper.watermark,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: FACE.body } } },
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: watermark(paper.watermark), even: watermark(paper.watermark) },
        footers: { default: odd, even },
        children: [
          ...titleLines(paper.title),
          ...paper.blocks.flatMap(blockOf),
          ...signature(paper.signature),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function titleLines(lines: string[]): (Paragraph | Table)[] {
  const title = lines.map(
    (text) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { ...LINE, line: 700 },
        children: [new TextRun({ ...FACE.title, text })],
      }),
  );
  return [...title, blank()];
}

function blockOf(block: PaperBlock): (Paragraph | Table)[] {
  if (block.kind === 'table') return tableOf(block);
  return [new Paragraph({ ...INDENTED, children: [new TextRun({ ...FACE[block.kind], text: block.text })] })];
}

function tableOf(block: Extract<PaperBlock, { kind: 'table' }>): (Paragraph | Table)[] {
  const caption = new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: LINE,
    children: [new TextRun({ ...FACE.heading1, text: block.caption })],
  });
  const rows = [block.head, ...block.rows].map((cells, at) => rowOf(cells, at === 0));
  const table = new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows });
  const note = new Paragraph({ spacing: LINE, children: [new TextRun({ ...FACE.table, text: block.note })] });
  return block.note === '' ? [caption, table] : [caption, table, note];
}

function rowOf(cells: string[], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (text, column) =>
        new TableCell({
          verticalAlign: VerticalAlign.CENTER,
          margins: { top: 60, bottom: 60, left: 100, right: 100 },
          children: [
            new Paragraph({
              alignment: column === 0 ? AlignmentType.LEFT : AlignmentType.CENTER,
              children: [new TextRun({ ...FACE.table, bold: isHead, text })],
            }),
          ],
        }),
    ),
  });
}

/** The day ends four characters before the margin; who signs is centred over it, within the type area. */
function signature({ unit, day }: OfficialPaper['signature']): Paragraph[] {
  const over = 4 + (widthOf(day) - widthOf(unit)) / 2;
  const line = (text: string, characters: number) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: LINE,
      indent: { right: Math.round(Math.max(0, characters) * CHARACTER) },
      children: [new TextRun({ ...FACE.body, text })],
    });
  return [blank(), blank(), line(unit, over), line(day, 4)];
}

/** 4号 half-width Song between dashes, one character from the edge. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const indent = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 };
  const number = new TextRun({ ...FACE.page, children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [number] })] });
}

function watermark(text: string): Header {
  const run = new TextRun({ ...FACE.mark, color: '808080', text });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

function blank(): Paragraph {
  return new Paragraph({ spacing: LINE, children: [] });
}
