import { formatHundredths } from '../shared/hundredths.ts';

/** What an exam asks before an attempt may begin and is still missing. */
export interface MissingEntry {
  /** Required lessons still to do, in the order of their courses. */
  lessons: { lessonId: string; title: string; courseTitle: string }[];
  /** The ledger that is short, in hundredths; null when none is asked or it is reached. */
  ledger: { name: 'training' | 'credit'; hasHundredths: number; needsHundredths: number } | null;
}

const UNITS = { training: { name: '培训学时', unit: '学时' }, credit: { name: '学法考试学分', unit: '分' } };

/** What is missing, as a sentence; null when nothing is. */
export function entrySentence({ lessons, ledger }: MissingEntry): string | null {
  if (lessons.length > 0) return `请先完成学习计划中的必修课时，还差 ${lessons.length} 个。`;
  if (ledger === null) return null;
  const { name, unit } = UNITS[ledger.name];
  const [has, needs] = [formatHundredths(ledger.hasHundredths), formatHundredths(ledger.needsHundredths)];
  return `需先取得${name} ${needs} ${unit}，目前为 ${has} ${unit}。`;
}
