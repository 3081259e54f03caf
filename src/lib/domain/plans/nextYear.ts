import { formatHundredths } from '../shared/hundredths.ts';
import { joinerRules, type JoinerRule } from './asked.ts';

/** A title carried into the next year: the year in it moves on, other numbers stay. */
export function titleIn(planYear: number, title: string): string {
  return title.replaceAll(String(planYear - 1), String(planYear));
}

interface Listed {
  courseId: string;
  title: string;
  isRequired: boolean;
}

/** What a plan asks for otherwise than the plan it was copied from, as short sentences; empty when nothing. */
export function planChanges(before: readonly Listed[], after: readonly Listed[]): string[] {
  const [was, is] = [byCourse(before), byCourse(after)];
  const added = after.filter((one) => !was.has(one.courseId)).map((one) => `新增《${one.title}》`);
  const gone = before.filter((one) => !is.has(one.courseId)).map((one) => `不再包含《${one.title}》`);
  const moved = after
    .filter((one) => was.has(one.courseId) && was.get(one.courseId)?.isRequired !== one.isRequired)
    .map((one) => `《${one.title}》改为${one.isRequired ? '必修' : '选修'}`);
  return [...added, ...gone, ...moved];
}

function byCourse(items: readonly Listed[]): Map<string, Listed> {
  return new Map(items.map((one) => [one.courseId, one]));
}

export interface RequirementTerms {
  targetHundredths: number;
  needsExam: boolean;
  legalBasis: string;
  joiners: JoinerRule;
}

/** What a requirement asks otherwise than the one of the year before. */
export function requirementChanges(before: RequirementTerms, after: RequirementTerms): string[] {
  const changes: string[] = [];
  if (before.targetHundredths !== after.targetHundredths)
    changes.push(
      `目标由 ${formatHundredths(before.targetHundredths)} 改为 ${formatHundredths(after.targetHundredths)}`,
    );
  if (before.needsExam !== after.needsExam)
    changes.push(after.needsExam ? '增加年度考试' : '不再要求年度考试');
  if (before.legalBasis !== after.legalBasis) changes.push(`依据改为：${after.legalBasis}`);
  if (before.joiners !== after.joiners) changes.push(`年中加入：${joinerRules[after.joiners]}`);
  return changes;
}
