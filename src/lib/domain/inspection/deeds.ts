/** Acts of the log by the room of their verb, as screens name them. */
export const deedRooms: Record<string, string> = {
  access: '账号与登录',
  installation: '安装',
  keys: '密钥',
  people: '人员',
  units: '单位',
  files: '文件',
  statutes: '法律法规',
  bank: '题库',
  question: '题目',
  blueprint: '组卷',
  courses: '课程',
  study: '学习',
  plans: '计划与指派',
  hours: '学时',
  events: '学法活动',
  exam: '考试',
  exams: '考试设置',
  exemption: '免考缓考',
  attempt: '作答',
  regrade: '更正评分',
  reports: '报告与指标',
  feedback: '意见建议',
  inspection: '审计',
};

/** Acts that everybody who reads a log looks for, by name; the others are named by their room and verb. */
const names: Record<string, string> = {
  'access.signedIn': '登录',
  'access.signInFailed': '登录失败',
  'access.signedOut': '退出',
  'access.granted': '授权',
  'access.grantWithdrawn': '收回授权',
  'access.codeIssued': '发一次性码',
  'access.codeRefused': '一次性码无效',
  'access.passwordSet': '设置口令',
  'access.passwordChanged': '修改口令',
  'access.policySet': '修改账号策略',
  'access.accountClosed': '停用账号',
  'access.accountReopened': '恢复账号',
  'access.signedOutByForce': '强制退出',
  'access.secondFactorReset': '重置二次验证',
  'access.unlocked': '解除锁定',
  'keys.rotated': '更换密钥',
  'people.viewed': '查看个人资料',
  'people.revealed': '查看完整号码',
  'hours.ledgerViewed': '查看学时台账',
  'access.accountViewed': '查看账号',
  'exam.candidateViewed': '查看考试情况',
  'people.exported': '导出人员',
  'people.imported': '导入人员',
  'units.moved': '调整单位隶属',
  'units.closed': '撤销单位',
  'units.merged': '单位并入撤销',
  'units.reopened': '收回撤销',
  'units.tagged': '标注单位行业',
  'units.renamed': '单位改名',
  'people.unitMerged': '并入单位',
  'people.postChanged': '调整任职',
  'people.secondaryPostAdded': '登记兼职',
  'people.secondaryPostEnded': '结束兼职',
  'people.merged': '合并重复档案',
  'people.parted': '撤回档案合并',
  'people.rowsMoved': '档案合并转记',
  'people.moved': '调动',
  'people.added': '新增人员',
  'people.corrected': '更正人员',
  'bank.exported': '导出题库',
  'events.exported': '导出学法活动',
  'exam.candidatesExported': '导出应考人员',
  'hours.claimsExported': '导出学时申报',
  'hours.reversed': '冲销学时',
  'plans.assignmentExported': '导出指派完成情况',
  'plans.behindExported': '导出督学名单',
  'reports.exported': '导出报告',
  'reports.figureExported': '导出指标',
  'reports.overviewExported': '导出总览',
  'reports.frozen': '封存报告',
  'question.keyAmended': '更正答案',
  'regrade.done': '重新评分',
  'feedback.sent': '提出意见建议',
  'feedback.taken': '受理意见建议',
  'feedback.answered': '答复意见建议',
  'feedback.insisted': '意见尚未解决',
  'feedback.closed': '办结意见建议',
  'feedback.exported': '导出意见建议',
  'inspection.logExported': '导出审计日志',
  'inspection.logCut': '归档审计日志',
  'inspection.retentionSet': '修改保存期限',
  'inspection.swept': '清理到期记录',
  'inspection.ownDataExported': '导出本人资料',
};

/** A verb of the log in Chinese: its own name, else its room's with the verb. */
export function deedName(verb: string): string {
  const named = names[verb];
  if (named) return named;
  const [room = '', act = ''] = verb.split('.');
  return `${deedRooms[room] ?? room}：${act}`;
}

export const namedDeeds = Object.keys(names);

/** Ways in which somebody saw or took out one person's data. */
export const lookingDeeds = [
  ...['people.viewed', 'people.revealed'],
  ...['hours.ledgerViewed', 'access.accountViewed', 'exam.candidateViewed'],
] as const;
