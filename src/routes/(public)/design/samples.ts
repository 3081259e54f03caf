import type { Ledger } from '#lib/domain/facts/study.ts';
import type { PaperItem, QuestionType } from '#lib/ui/paper/item.ts';

/** Longer than any column is wide, without a place to break. */
export const LONG =
  '关于进一步加强全区行政执法人员综合法律知识和业务知识培训并完善学时登记核验与年度考核衔接工作机制的通知';
export const LONG_NAME = '云山区城市管理和综合行政执法局东门街道综合行政执法大队第一中队';

export const choices = [
  { value: 'division', label: '处级领导干部' },
  { value: 'section', label: '科级干部' },
  { value: 'enforcement', label: '行政执法人员' },
];

const options = ['较大数额罚款', '吊销许可证件', '警告', LONG].map((text, at) => ({
  id: `o${at}`,
  label: 'ABCD'.charAt(at),
  text,
}));

export const questions: Record<QuestionType, PaperItem> = {
  single: {
    type: 'single',
    stem: '行政机关拟作出下列哪项行政处罚决定时，应当告知当事人有要求听证的权利？',
    options,
  },
  multiple: { type: 'multiple', stem: '行政机关拟作出下列哪些行政处罚决定时，应当告知听证的权利？', options },
  judgement: {
    type: 'judgement',
    stem: '行政处罚决定应当在作出之日起七个工作日内送达当事人。',
    options: [
      { id: 'r', label: 'A', text: '对' },
      { id: 'w', label: 'B', text: '错' },
    ],
  },
};

export const rows = [
  { name: '陈思远', unit: '区司法局', hours: '52.5', state: '已达标', tone: 'good' },
  { name: '欧阳明月', unit: LONG_NAME, hours: '8', state: '进行中', tone: 'warn' },
  { name: '王敏', unit: '东门街道', hours: '0', state: '未开始', tone: 'bad' },
] as const;

export const columns = [
  { key: 'name', label: '姓名', sortable: true },
  { key: 'unit', label: '单位' },
  { key: 'hours', label: '学时', sortable: true, align: 'end' as const },
  { key: 'state', label: '状态' },
];

const bar = (width: number) =>
  `<svg viewBox="0 0 ${width} 120" width="100%" role="img"><title>各季度场次</title>` +
  [30, 60, 45, 90]
    .map(
      (height, at) =>
        `<rect x="${at * (width / 4) + 12}" y="${110 - height}" width="${width / 4 - 24}" height="${height}" fill="currentColor"/>`,
    )
    .join('') +
  '</svg>';

export const drawing = {
  svg: { wide: bar(640), narrow: bar(320) },
  table: {
    caption: '各季度场次',
    head: ['季度', '场次'],
    rows: [
      ['一季度', '3'],
      ['二季度', '6'],
    ],
  },
};

export const ledger: Ledger = 'training';
