import { LineRuleType, type IParagraphOptions, type IRunOptions } from 'docx';

/** GB/T 9704-2012 in the units of a Word file: half-points for type, twentieths of a point for the rest. */
const MM = 1440 / 25.4;
const POINT = 20;

/** A4; 天头 37, 订口 28, 版心 156 × 225 mm, hence bottom 35 and right 26. */
export const PAGE = {
  size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
  margin: {
    top: Math.round(37 * MM),
    bottom: Math.round(35 * MM),
    left: Math.round(28 * MM),
    right: Math.round(26 * MM),
    header: Math.round(15 * MM),
    /** The page number stands 7 mm below the 版心. */
    footer: Math.round(24 * MM),
  },
};

/** Width of the 版心. */
export const TYPE_AREA = Math.round(156 * MM);

/** 22 lines on 225 mm: 29 pt each, whatever stands in them. */
export const LINE = { line: 29 * POINT, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

/** One character of 3号 type. */
export const CHARACTER = 16 * POINT;

const LATIN = 'Times New Roman';

function face(eastAsia: string, points: number): IRunOptions {
  return {
    font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia },
    size: points * 2,
    language: { eastAsia: 'zh-CN' },
  };
}

/** The faces by what they are for; the fonts belong to the office's computer and are named, never embedded. */
export const FACE = {
  title: face('方正小标宋简体', 22),
  heading1: face('黑体', 16),
  heading2: face('楷体_GB2312', 16),
  body: face('仿宋_GB2312', 16),
  table: face('仿宋_GB2312', 12),
  mark: face('宋体', 9),
  page: { font: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' }, size: 28 },
} satisfies Record<string, IRunOptions>;

/** Two characters of indent at the head of a paragraph. */
export const INDENTED: IParagraphOptions = {
  spacing: LINE,
  indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 },
};

/** Width of a line of type in characters of 3号; Latin letters and digits take half of one. */
export function widthOf(text: string): number {
  return [...text].reduce((width, one) => width + (one < '\u2e80' ? 0.5 : 1), 0);
}
