export { answerCheck, startCheck, startTestOut } from './verbs.check.ts';
export { listOpenCourses, readCourse, type CourseCard, type LessonLine } from './verbs.courses.ts';
export { openLesson, savePlace } from './verbs.opening.ts';
export { readLesson, type Article, type Reading } from './verbs.reading.ts';
export { forgetOpenings } from './verbs.retention.ts';
export { reverseCompletion } from './verbs.reversal.ts';
export { checkSheet, type Sheet, type SheetItem } from './verbs.sheet.ts';
export {
  completedLessons,
  explainedInCheck,
  lastOpened,
  progressOf,
  remainingOf,
  type CompletedLesson,
  type CourseProgress,
  type LastOpened,
  type PersonProgress,
} from './questions.ts';
export { onPersonsMerged, onPersonsParted } from './verbs.merge.ts';
