/** Forms of 学法活动 that are offered; others may be written freely. One event may have several. */
export const formTags = [
  '第一议题',
  '中心组学习',
  '领导干部集体学法',
  '三会一课',
  '执法大讲堂',
  '法治讲座',
  '专题学习',
  '行政首长讲法',
  '培训',
  '分享会',
  '入职培训',
  '知识竞赛',
  '读书班',
  '述学',
  '宪法宣誓',
  '普法活动',
] as const;

/** Topics that are offered. */
export const topicTags = [
  '法治',
  '习近平法治思想',
  '宪法',
  '党内法规',
  '保密',
  '国家安全',
  '业务法规',
] as const;

export const modes = { onsite: '线下', online: '线上', both: '线上线下结合' } as const;
export type Mode = keyof typeof modes;

/** Whose event it is: attendance of staff is counted by name, the public by heads. */
export const audiences = { staff: '干部职工', public: '社会公众' } as const;
export type Audience = keyof typeof audiences;

export const lecturerKinds = {
  head: '行政首长、主要负责人',
  leader: '其他领导班子成员',
  expert: '专家学者',
  counsel: '法律顾问、律师',
  backbone: '业务骨干',
} as const;
export type LecturerKind = keyof typeof lecturerKinds;

export const statuses = { draft: '登记中', registered: '待核验', verified: '已核验' } as const;
export type EventStatus = keyof typeof statuses;

/** Free tags of a line, parted by blanks, commas or 、; no doubles, at most 12 characters each. */
export function parseTags(text: string): string[] {
  const tags = text.split(/[\s,，、;；]+/u).map((tag) => tag.replace(/^#/, '').slice(0, 12));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
