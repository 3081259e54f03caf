import { leastStudyMinutes } from './minutes.ts';

export type CourseStatus = 'draft' | 'published';
/** Of a lesson's versions at most one is a draft and at most one is published; a published one is never edited. */
export type VersionStatus = 'draft' | 'published' | 'superseded';

/** Defaults of a new lesson: half a 学分, three questions a check, eighty per cent to pass. */
export const DEFAULT_CREDIT_HUNDREDTHS = 50;
export const DEFAULT_CHECK_SIZE = 3;
export const DEFAULT_PASS_PERCENT = 80;

/** What of a version decides whether it may be declared and published. */
export interface Declaration {
  status: VersionStatus;
  title: string;
  characters: number;
  minimumSeconds: number;
  studyMinutes: number;
  /** Person who proposed the minutes, and the second person who confirmed them. */
  proposedBy: string | null;
  confirmedBy: string | null;
  checkSize: number;
  checkQuestions: number;
}

/** True while a version may still be edited. */
export function isDraft(version: { status: VersionStatus }): boolean {
  return version.status === 'draft';
}

/** A proposal is confirmed by anyone but the one who made it. */
export function mayConfirm(version: Declaration, personId: string): boolean {
  return (
    isDraft(version) &&
    version.proposedBy !== null &&
    version.confirmedBy === null &&
    version.proposedBy !== personId
  );
}

/** Chinese sentences that say what is still missing before a version can be published; empty when nothing is. */
export function obstaclesOf(version: Declaration): string[] {
  const obstacles: string[] = [];
  if (version.title.trim() === '') obstacles.push('请填写课时标题。');
  if (version.characters === 0) obstacles.push('请填写课文。');
  if (version.checkQuestions < version.checkSize) {
    obstacles.push(`随堂测每次抽 ${version.checkSize} 题，现在只选了 ${version.checkQuestions} 题，请补选。`);
  }
  if (version.studyMinutes < leastStudyMinutes(version.minimumSeconds)) {
    obstacles.push(`学习分钟数不能少于 ${leastStudyMinutes(version.minimumSeconds)} 分钟。`);
  }
  if (version.proposedBy === null) obstacles.push('请先提出学习分钟数。');
  else if (version.confirmedBy === null) obstacles.push('学习分钟数还要由另一个人确认。');
  return obstacles;
}
