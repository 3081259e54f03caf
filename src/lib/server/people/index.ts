export { addPerson, type NewPerson } from './verbs.ts';
export { deskOfDelegation, type DelegationDesk } from './verbs.delegation.ts';
export { setUp, type Appointed, type Setup } from './verbs.setup.ts';
export { listPeople, viewPerson, type PeopleAsk, type PersonLine, type PersonView } from './verbs.list.ts';
export {
  classesOn,
  findByMobile,
  homePathOf,
  nameOf,
  namesById,
  nextPostFrom,
  postOn,
  roster,
  unitPathOf,
  type PostOn,
  type RosterAsk,
  type RosterLine,
} from './questions.ts';
export { bearerOf, postDaysOf } from './questions.bearer.ts';
export { historiesOf, historyOf, type PersonHistory } from './questions.history.ts';
export { exportPeople } from './verbs.export.ts';
export { revealSecrets, type Revealed } from './verbs.reveal.ts';
export { keysAtHand, rewriteSecrets, staleSecretCount } from './verbs.secrets.ts';
export { requireFreshSecrets } from './questions.secrets.ts';
export {
  addSecondaryPost,
  changePost,
  endSecondaryPost,
  type PostChange,
  type SecondaryPost,
} from './verbs.posts.ts';
export {
  endHeldPosts,
  endPosts,
  openPost,
  succeedPost,
  type Opening,
  type Succession,
} from './verbs.succession.ts';
export {
  changeRecord,
  enterPeople,
  reclassPost,
  renewPost,
  withdrawEntered,
  type Entered,
  type PostWanted,
  type RecordNotes,
} from './verbs.entering.ts';
export { type PersonColumns } from './rows.ts';
export { correctPerson, type Correction } from './verbs.correct.ts';
export { mergeUnits, type UnitMerge } from './verbs.units.ts';
export {
  mergeCandidates,
  mergePeople,
  partPeople,
  previewMerge,
  type MergeAsk,
  type MergeSide,
} from './verbs.merge.ts';
export { movedBy, type MovedRow } from './questions.merge.ts';
export { noteMoved } from './verbs.moved.ts';
