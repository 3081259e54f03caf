import { ledgers } from '../hours/ledgers.ts';
import { issuesOf, type Template } from '../imports/template.ts';
import { keyColumns } from '../people/keys.ts';

export type ResultColumn =
  | 'name'
  | 'identity'
  | 'mobile'
  | 'planYear'
  | 'ledger'
  | 'hours'
  | 'title'
  | 'organiser'
  | 'completedOn'
  | 'number'
  | 'note';

const columns: Template<ResultColumn>['columns'] = [
  { key: 'name', heading: '姓名*', otherHeadings: ['学员姓名'], width: 14, example: '示例：张三' },
  ...keyColumns,
  { key: 'planYear', heading: '年度*', otherHeadings: ['学习年度', '计划年度'], width: 10, example: '2026' },
  {
    key: 'ledger',
    heading: '台账*',
    otherHeadings: ['记入台账', '学时类别'],
    width: 16,
    options: Object.values(ledgers).map((book) => book.name),
    example: ledgers.training.name,
  },
  {
    key: 'hours',
    heading: '学时*',
    otherHeadings: ['学分', '课时', '学时数', '学分数', '课时数', '获得学时'],
    width: 10,
    example: '8',
  },
  {
    key: 'title',
    heading: '项目或课程名称*',
    otherHeadings: ['项目名称', '课程名称', '项目/课程名称', '培训名称', '班次名称', '学习内容'],
    width: 32,
    example: '行政执法专题网络培训班',
  },
  {
    key: 'organiser',
    heading: '主办或平台名称*',
    otherHeadings: ['主办单位', '平台名称', '主办/平台名称', '主办', '平台'],
    width: 24,
    example: '省干部网络学院',
  },
  {
    key: 'completedOn',
    heading: '完成日期*',
    otherHeadings: ['完成时间', '结业日期', '结业时间', '学完日期'],
    width: 14,
    example: '2026-05-20',
  },
  {
    key: 'number',
    heading: '证书或记录编号',
    otherHeadings: ['证书编号', '记录编号', '证书/记录编号', '证书号', '编号'],
    width: 22,
    example: '',
  },
  { key: 'note', heading: '备注', otherHeadings: [], width: 24, example: '本行为示例，导入时自动略过' },
];

/** The template for results of another system, column by column. */
export const resultTemplate: Template<ResultColumn> = {
  columns,
  needed: [
    ...([['name'], ['identity', 'mobile'], ['planYear'], ['ledger']] as const),
    ...([['hours'], ['title'], ['organiser'], ['completedOn']] as const),
  ],
};

/** What is wrong in a row of it. */
export const resultIssue = issuesOf(resultTemplate);
