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
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { CHARACTER, FACE, INDENTED, LINE, PAGE, TYPE_AREA, widthOf } from './gbt9704.ts';

/** A paper in the form of GB/T 9704; knows headings and paragraphs, not what they say. */
export interface OfficialPaper {
  /** Lines of the title, centred. */
  title: string[];
  blocks: PaperBlock[];
  /** Tables on pages of their own after the signature, named under the text. */
  annexes: PaperAnnex[];
  /** Who signs and the day as it is printed, `2026年11月22日`. */
  signature: { unit: string; day: string };
  /** One line on every page: who took it out, when. */
  watermark: string;
}

export interface PaperBlock {
  kind: 'heading1' | 'heading2' | 'body';
  text: string;
}

export interface PaperAnnex {
  title: string;
  head: string[];
  rows: string[][];
  note: string;
  /** Share of each column in the width, in per cent; where left out, the first, which names the row, takes twice that of another. */
  widths?: readonly number[];
}

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
          ...paper.blocks.map(blockOf),
          ...annexNames(paper.annexes),
          ...signature(paper.signature),
          ...paper.annexes.flatMap(annexOf),
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

interface Kept {
  keepNext?: true;
}

/** What stands on one page with what follows it. */
const KEPT: Kept = { keepNext: true };

/** A heading stays with its text, and the last block with all up to the signature: no page bears that alone. */
function blockOf({ kind, text }: PaperBlock, at: number, blocks: readonly PaperBlock[]): Paragraph {
  const kept = kind !== 'body' || at === blocks.length - 1 ? KEPT : {};
  return new Paragraph({ ...INDENTED, ...kept, children: [new TextRun({ ...FACE[kind], text })] });
}

/** 附件说明: a blank line under the text, then the names, indented by two characters, set under each other. */
function annexNames(annexes: readonly PaperAnnex[]): Paragraph[] {
  const lines = annexes.map(({ title }, at) => {
    const text = `${at === 0 ? '附件：' : ''}${at + 1}.${title}`;
    const left = (at === 0 ? 2 : 5) * CHARACTER;
    return new Paragraph({
      ...KEPT,
      spacing: LINE,
      indent: { left },
      children: [new TextRun({ ...FACE.body, text })],
    });
  });
  return lines.length === 0 ? [] : [blank(KEPT), ...lines];
}

/** 附件 and its number flush left in 黑体 at the head of a new page, its title centred, then the table. */
function annexOf(annex: PaperAnnex, at: number): (Paragraph | Table)[] {
  const number = new Paragraph({
    pageBreakBefore: true,
    spacing: LINE,
    children: [new TextRun({ ...FACE.heading1, text: `附件${at + 1}` })],
  });
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { ...LINE, line: 700, after: 120 },
    children: [new TextRun({ ...FACE.title, text: annex.title })],
  });
  const widths = columnWidths(annex);
  const rows = [annex.head, ...annex.rows].map((cells, row) => rowOf(cells, widths, row === 0));
  const table = new Table({
    width: { size: TYPE_AREA, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows,
  });
  const note = new Paragraph({ spacing: LINE, children: [new TextRun({ ...FACE.table, text: annex.note })] });
  return annex.note === '' ? [number, title, table] : [number, title, table, note];
}

function columnWidths({ head, widths }: PaperAnnex): number[] {
  const part = 100 / (head.length + 1);
  const shares = widths ?? head.map((_, at) => (at === 0 ? 2 * part : part));
  return shares.map((share) => Math.round((TYPE_AREA * share) / 100));
}

/** Short cells are centred, names and sentences begin at the left. */
function rowOf(cells: string[], widths: readonly number[], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (text, column) =>
        new TableCell({
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          margins: { top: 60, bottom: 60, left: 100, right: 100 },
          children: [
            new Paragraph({
              alignment: column === 0 || text.length > 24 ? AlignmentType.LEFT : AlignmentType.CENTER,
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
  const line = (text: string, characters: number, kept: Kept = {}) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      ...kept,
      spacing: LINE,
      indent: { right: Math.round(Math.max(0, characters) * CHARACTER) },
      children: [new TextRun({ ...FACE.body, text })],
    });
  return [blank(KEPT), blank(KEPT), line(unit, over, KEPT), line(day, 4)];
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

function blank(kept: Kept = {}): Paragraph {
  return new Paragraph({ spacing: LINE, ...kept, children: [] });
}
