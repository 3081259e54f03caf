export interface ExamTimes {
  status: 'draft' | 'published' | 'cancelled';
  opensAt: string;
  closesAt: string;
}

export interface ExamState {
  label: string;
  tone: 'good' | 'warn' | 'plain';
}

/** State of an exam at `now`, in the words of the list. */
export function stateOf(exam: ExamTimes, now: string): ExamState {
  if (exam.status === 'draft') return { label: '草稿', tone: 'plain' };
  if (exam.status === 'cancelled') return { label: '已取消', tone: 'plain' };
  if (now < exam.opensAt) return { label: '未开始', tone: 'warn' };
  return now <= exam.closesAt ? { label: '进行中', tone: 'good' } : { label: '已结束', tone: 'plain' };
}
