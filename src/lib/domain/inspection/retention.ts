/** For how many days the installation keeps what is not archive. */
export interface Retention {
  /** Entries of the audit log; the Cybersecurity Law asks for six months at least (art. 21, as of 2026 art. 23). */
  audit: number;
  /** Openings of lessons with their spans of reading and reading places; what was completed stays. */
  openings: number;
  /** Sets of practice and mock exams; cards and lines of the wrong-question book that were not touched since. */
  practice: number;
  /** Sign-ins as their person sees them. */
  signIns: number;
  /** 意见建议 that is answered or closed, from its last step on. */
  feedback: number;
}

export type RetentionName = keyof Retention;

export const usualRetention: Retention = {
  audit: 1095,
  openings: 365,
  practice: 365,
  signIns: 365,
  feedback: 1095,
};

/** Days at least and at most. */
export const retentionBounds: Record<RetentionName, readonly [number, number]> = {
  audit: [183, 3650],
  openings: [30, 366],
  /** More than the longest time after which a question comes again. */
  practice: [183, 1095],
  signIns: [183, 1095],
  feedback: [183, 3650],
};

export const retentionLabels: Record<RetentionName, string> = {
  audit: '审计日志',
  openings: '课时打开与阅读记录',
  practice: '练习记录与错题本',
  signIns: '登录记录',
  feedback: '已答复的意见建议',
};

export const retentionNames = Object.keys(usualRetention) as RetentionName[];

/** What is wrong with a number of days; null when nothing is. */
export function retentionFault(name: RetentionName, days: number): string | null {
  const [least, most] = retentionBounds[name];
  if (Number.isInteger(days) && days >= least && days <= most) return null;
  return `${retentionLabels[name]}的保存天数应在 ${least}–${most} 天之间。`;
}

/** Key of the retention among the settings of the installation. */
export const RETENTION_KEY = 'inspection.retention';

/** The retention of a stored setting; what it does not name, or no longer may hold, is as usual. */
export function retentionFrom(text: string | null): Retention {
  if (text === null) return usualRetention;
  const stored = JSON.parse(text) as Partial<Record<RetentionName, unknown>>;
  const kept = retentionNames.map((name): [RetentionName, number] => {
    const days = stored[name];
    const isGood = typeof days === 'number' && retentionFault(name, days) === null;
    return [name, isGood ? days : usualRetention[name]];
  });
  return Object.fromEntries(kept) as Record<RetentionName, number>;
}

/** The retention as it is stored. */
export function retentionText(retention: Retention): string {
  return JSON.stringify({ v: 1, ...retention });
}
