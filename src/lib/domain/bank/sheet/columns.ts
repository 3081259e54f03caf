import { difficultyWords, pools, poolWords } from '../question.ts';
import { typeWords } from '../types/index.ts';

export const optionKeys = ['optionA', 'optionB', 'optionC', 'optionD', 'optionE', 'optionF'] as const;

export type ColumnKey =
  | 'type'
  | 'stem'
  | (typeof optionKeys)[number]
  | 'answer'
  | 'explanation'
  | 'laws'
  | 'topic'
  | 'audience'
  | 'difficulty'
  | 'points'
  | 'validUntil'
  | 'source'
  | 'code'
  | 'pool';

export interface Column {
  key: ColumnKey;
  /** Heading in the template; a star marks what must be filled in. */
  heading: string;
  /** Headings of other people's files that mean the same. */
  aliases: readonly string[];
  /** In characters. */
  width: number;
  /** Offered as a drop-down list. */
  options?: readonly string[];
}

const column = (key: ColumnKey, heading: string, width: number, more: Partial<Column> = {}): Column => ({
  key,
  heading,
  aliases: [],
  width,
  ...more,
});

/** The template's columns in their order (field study 5.4). */
export const columns: readonly Column[] = [
  column('type', '题型*', 8, { options: typeWords }),
  column('stem', '题干*', 60, { aliases: ['题目', '题目内容', '试题', '问题'] }),
  ...optionKeys.map((key, index) => column(key, `选项${'ABCDEF'.charAt(index)}`, 24)),
  column('answer', '答案*', 10, { aliases: ['正确答案', '正确选项'] }),
  column('explanation', '解析', 50, { aliases: ['题目解析', '答案解析'] }),
  column('laws', '法律依据', 36),
  column('topic', '知识点/领域', 20, { aliases: ['知识点', '领域', '知识点名称', '题目分类'] }),
  column('audience', '适用人员类别', 16, { aliases: ['人员类型', '人员类别'] }),
  column('difficulty', '难度', 8, {
    aliases: ['题目难度', '难度等级'],
    options: Object.values(difficultyWords),
  }),
  column('points', '分值', 8),
  column('validUntil', '有效期至', 14),
  column('source', '来源', 16),
  column('code', '编号', 14, { aliases: ['题号', '试题编号'] }),
  column('pool', '用途', 10, {
    aliases: ['题库', '题库名', '所属题库'],
    options: pools.map((pool) => poolWords[pool]),
  }),
];

function bare(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s*]/gu, '')
    .replace(/\(.*\)$/u, '');
}

/** The column that a heading means; null for an unknown one. */
export function columnOf(heading: string): Column | null {
  const wanted = bare(heading);
  return columns.find((one) => bare(one.heading) === wanted || one.aliases.includes(wanted)) ?? null;
}

/** Heading of a column without its star, as reports name it. */
export function headingOf(key: ColumnKey): string {
  return bare(columns.find((one) => one.key === key)?.heading ?? '');
}
