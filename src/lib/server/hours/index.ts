export { listBehind, type BehindLine } from './verbs.behind.ts';
export { onAttendanceVerified, onLessonCompleted } from './verbs.facts.ts';
export { readLedger, recentLines, type LedgerLine, type LedgerView } from './verbs.ledger.ts';
export { reverseEntry } from './verbs.reversal.ts';
export { listRules, setRule } from './verbs.rules.ts';
export { myYear, type LedgerStanding, type MyYear, type NextCourse } from './verbs.year.ts';
export { entriesOf, totalsOf } from './questions.ts';
