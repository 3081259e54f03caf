import { issuesOf, type Template } from '../imports/template.ts';
import { staffClasses } from '../people/classes.ts';
import { levels, ranks, staffKinds, statuses } from '../people/codes.ts';
import { keyColumns } from '../people/keys.ts';

export type ColumnKey =
  | 'name'
  | 'documentKind'
  | 'identity'
  | 'mobile'
  | 'unit'
  | 'department'
  | 'workUnit'
  | 'title'
  | 'level'
  | 'rank'
  | 'staffKind'
  | 'classes'
  | 'cardFields'
  | 'cardNumber'
  | 'cardIssuedOn'
  | 'cardValidTo'
  | 'enteredOn'
  | 'politicalStatus'
  | 'partyBranch'
  | 'status'
  | 'note';

const columns: Template<ColumnKey>['columns'] = [
  { key: 'name', heading: '姓名*', otherHeadings: [], width: 14, example: '示例：张三' },
  {
    key: 'documentKind',
    heading: '证件类型',
    otherHeadings: [],
    width: 12,
    options: ['居民身份证', '护照', '其他'],
    example: '居民身份证',
  },
  ...keyColumns,
  {
    key: 'unit',
    heading: '单位*',
    otherHeadings: ['单位名称', '所在单位', '工作单位名称'],
    width: 24,
    example: '区司法局',
  },
  {
    key: 'department',
    heading: '部门',
    otherHeadings: ['科室', '内设机构', '所在部门'],
    width: 18,
    example: '普法科',
  },
  {
    key: 'workUnit',
    heading: '工作单位(派驻/下沉)',
    otherHeadings: ['工作单位', '派驻单位', '下沉单位'],
    width: 22,
    example: '',
  },
  { key: 'title', heading: '职务', otherHeadings: ['现任职务'], width: 16, example: '科长' },
  {
    key: 'level',
    heading: '职务层次',
    otherHeadings: ['职务级别'],
    width: 14,
    options: Object.values(levels),
    example: '乡科级正',
  },
  { key: 'rank', heading: '职级', otherHeadings: [], width: 14, options: ranks, example: '一级主任科员' },
  {
    key: 'staffKind',
    heading: '编制类别',
    otherHeadings: ['编制', '编制性质'],
    width: 14,
    options: Object.values(staffKinds),
    example: '公务员',
  },
  {
    key: 'classes',
    heading: '人员类别*',
    otherHeadings: ['类别'],
    width: 26,
    options: Object.values(staffClasses),
    example: '科级干部;行政执法人员',
  },
  { key: 'cardFields', heading: '执法领域', otherHeadings: [], width: 16, example: '' },
  {
    key: 'cardNumber',
    heading: '执法证号',
    otherHeadings: ['行政执法证号', '执法证编号'],
    width: 18,
    example: '',
  },
  { key: 'cardIssuedOn', heading: '发证日期', otherHeadings: [], width: 13, example: '' },
  { key: 'cardValidTo', heading: '有效期至', otherHeadings: ['有效期'], width: 13, example: '' },
  {
    key: 'enteredOn',
    heading: '入职日期',
    otherHeadings: ['参加工作时间', '入职时间'],
    width: 13,
    example: '2018-07-01',
  },
  { key: 'politicalStatus', heading: '政治面貌', otherHeadings: [], width: 12, example: '中共党员' },
  { key: 'partyBranch', heading: '所在支部', otherHeadings: ['党支部'], width: 18, example: '' },
  {
    key: 'status',
    heading: '状态',
    otherHeadings: ['在岗状态', '人员状态'],
    width: 12,
    options: Object.values(statuses),
    example: '在岗',
  },
  { key: 'note', heading: '备注', otherHeadings: [], width: 20, example: '本行为示例，导入时自动略过' },
];

/** The template for people, column by column. */
export const rosterTemplate: Template<ColumnKey> = {
  columns,
  needed: [['name'], ['identity', 'mobile'], ['unit'], ['classes']],
};

/** What is wrong in a row of it. */
export const issueAt = issuesOf(rosterTemplate);
