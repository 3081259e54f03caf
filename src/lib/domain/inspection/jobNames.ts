/** What the installation does by itself, as its administrators call it. */
export const jobNames: Record<string, string> = {
  'access.sweep': '清理过期的登录和登录码',
  'mail.send': '发送邮件',
  'audit.seal': '审计日志封存',
  'grading.resumeRegrades': '改判重新计分',
  'exams.beat': '服务心跳',
  'exams.keepTime': '到时收卷',
  'exams.endDeferrals': '缓考到期',
  'units.imports': '导入单位',
  'people.imports': '导入名册',
  'outside.imports': '导入外部成绩',
  'people.settleDepartures': '离任到期处理',
  'plans.turnDay': '学习计划换日',
  'plans.followOwed': '学习计划补做',
  'events.resumeRuns': '核验活动入账',
  'certificates.resumeRuns': '批量开具证明',
  'inspection.keepWithin': '按保存期限清理',
  'hours.turnYear': '学时跨年结转',
  'completion.turnDay': '达标情况换日',
  'completion.recountOwed': '达标情况补算',
};

/** Name of a job on screen; its own where nobody has named it. */
export function jobName(job: string): string {
  return jobNames[job] ?? job;
}
