import { issuesOf, type Template } from '../../imports/template.ts';

export type TreeColumnKey = 'above' | 'name' | 'order' | 'note';

/** The template for units, column by column. */
export const treeTemplate: Template<TreeColumnKey> = {
  columns: [
    {
      key: 'above',
      heading: '上级单位',
      otherHeadings: ['上级', '主管单位', '上级部门', '上级单位名称', '所属单位'],
      width: 36,
      example: '（名称或“区政府/司法局”样的路径；上级可在同一文件中）',
    },
    {
      key: 'name',
      heading: '单位名称*',
      otherHeadings: ['单位', '名称', '部门', '部门名称', '机构名称', '科室'],
      width: 28,
      example: '示例：普法科',
    },
    { key: 'order', heading: '排序', otherHeadings: ['序号', '顺序', '排序号'], width: 10, example: '1' },
    {
      key: 'note',
      heading: '备注',
      otherHeadings: ['说明'],
      width: 30,
      example: '本行为示例，导入时自动略过',
    },
  ],
  needed: [['name'], ['above']],
};

/** What is wrong in a row of it. */
export const treeIssue = issuesOf(treeTemplate);
