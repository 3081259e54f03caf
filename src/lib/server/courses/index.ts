export { addLesson, createCourse, renameCourse } from './verbs.courses.ts';
export { confirmMinutes, proposeMinutes, publish } from './verbs.declaration.ts';
export { deskOfCourse, deskOfLesson, listCourses, type Desk } from './verbs.desk.ts';
export { saveDraft } from './verbs.draft.ts';
export * from './questions.ts';
