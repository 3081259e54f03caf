/** What the room issues: a year's hours and courses, or its exams. */
export const certificateKinds = {
  study: {
    name: '学习证明',
    letters: 'XZ',
    proves: '年度培训学时、学法考试学分和必修课程完成情况',
  },
  transcript: { name: '成绩单', letters: 'CJ', proves: '年度学法考试的各次成绩与最好成绩' },
} as const;

export type CertificateKind = keyof typeof certificateKinds;

export function isCertificateKind(text: string): text is CertificateKind {
  return Object.hasOwn(certificateKinds, text);
}

/** What stands where the issuing unit sets its seal: room for it, or a drawn mark that is none. */
export const issuerMarks = {
  place: '留出盖章位置，打印后加盖单位印章',
  drawn: '印上核验标识（不是印章，不代替盖章）',
} as const;

export type IssuerMark = keyof typeof issuerMarks;

export function isIssuerMark(text: string): text is IssuerMark {
  return Object.hasOwn(issuerMarks, text);
}
