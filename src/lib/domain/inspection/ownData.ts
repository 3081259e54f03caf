/** The kinds of data that are held about a person: name, what for, how long. */
export const ownKinds = [
  { key: 'person', name: '基本信息', purpose: '识别本人，归入单位', kept: '在职期间及归档期' },
  { key: 'posts', name: '任职', purpose: '确定学习要求与统计单位', kept: '归档，长期' },
  { key: 'classes', name: '人员类别', purpose: '确定必学内容', kept: '归档，长期' },
  { key: 'account', name: '账号', purpose: '登录', kept: '账号存续期间' },
  { key: 'signIns', name: '登录记录', purpose: '发现冒用', kept: '按保存期限到期删除' },
  { key: 'completions', name: '完成的课时', purpose: '认定学习', kept: '归档，长期' },
  { key: 'entries', name: '学时学分台账', purpose: '认定学习', kept: '归档，长期' },
  { key: 'claims', name: '申报的学时', purpose: '认定外部培训', kept: '归档，长期' },
  { key: 'attendance', name: '参加的学法活动', purpose: '认定学习、年度报告', kept: '归档，长期' },
  { key: 'attempts', name: '考试作答与成绩', purpose: '认定考试结果', kept: '归档，长期' },
  { key: 'waivers', name: '免训与减免', purpose: '核定要求', kept: '归档，长期' },
] as const;

export type OwnKind = (typeof ownKinds)[number]['key'];

/** Headings of stored columns in an export. */
const headings: Record<string, string> = {
  name: '姓名',
  identity_last4: '身份证号后四位',
  mobile_last4: '手机号后四位',
  entered_on: '入职日期',
  political_status: '政治面貌',
  party_branch: '所在党支部',
  note: '备注',
  unit: '单位',
  title: '名称或职务',
  level_code: '职级层次',
  rank_code: '职级',
  staff_kind: '人员性质',
  status: '状态',
  valid_from: '起',
  valid_to: '止',
  class_code: '人员类别',
  login: '账号',
  state: '状态',
  created_at: '建立时间',
  password_set_at: '设置口令时间',
  email_confirmed_at: '确认邮箱时间',
  at: '时间',
  outcome: '结果',
  method: '方式',
  address: '网络地址',
  agent: '设备',
  plan_year: '年度',
  completed_at: '完成时间',
  reversed_at: '撤销时间',
  ledger: '台账',
  source_kind: '来源',
  seconds: '秒',
  hundredths: '百分之一学时',
  reason: '原因',
  entered_at: '登记时间',
  organiser: '主办单位',
  held_on: '日期',
  minutes: '分钟',
  asked_at: '提出时间',
  decided_reason: '审核意见',
  number: '第几次',
  started_at: '开始时间',
  ended_at: '结束时间',
  score_hundredths: '成绩（百分之一分）',
  ground: '事由',
};

export function ownHeading(column: string): string {
  return headings[column] ?? column;
}
