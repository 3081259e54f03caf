export { addLesson, createCourse, renameCourse } from './verbs.courses.ts';
export { confirmMinutes, proposeMinutes, publish } from './verbs.declaration.ts';
export { deskOfCourse, deskOfLesson, listCourses, unitsForCourses, type Desk } from './verbs.desk.ts';
export { saveDraft } from './verbs.draft.ts';
export {
  checkQuestionIdsOf,
  citationsOf,
  courseOfId,
  courseOfLesson,
  coursesOfUnits,
  lessonsOfCourses,
  publishedVersionOf,
  textOf,
  measuresOf,
  versionOfId,
  type PublishedLesson,
} from './questions.ts';
export type { CourseLine } from './rows.ts';
export { modulesOfUnits, type ModuleChoice } from './questions.modules.ts';
export {
  closeModule,
  createModule,
  deskOfModule,
  editModule,
  listModules,
  type ModuleText,
  type ModuleView,
  moveCourse,
} from './verbs.modules.ts';
