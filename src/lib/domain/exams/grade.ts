/** How a score stands against the lines of its exam. */
export type Grade = 'excellent' | 'passed' | 'failed';

export const grades: Record<Grade, { label: string; tone: 'good' | 'bad' }> = {
  excellent: { label: '优秀', tone: 'good' },
  passed: { label: '合格', tone: 'good' },
  failed: { label: '未合格', tone: 'bad' },
};

/** Lines of an exam, in hundredths of a mark; who meets a line has reached it. */
export interface Lines {
  passHundredths: number;
  excellentHundredths: number;
}

/** Grade of a score in hundredths of a mark. Excellent is only who has passed, whatever the lines say. */
export function gradeOf({ passHundredths, excellentHundredths }: Lines, scoreHundredths: number): Grade {
  if (scoreHundredths < passHundredths) return 'failed';
  return scoreHundredths >= excellentHundredths ? 'excellent' : 'passed';
}
