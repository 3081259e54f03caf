export { addPerson, type NewPerson } from './verbs.ts';
export { listPeople, viewPerson, type PeopleAsk, type PersonLine, type PersonView } from './verbs.list.ts';
export {
  classesOn,
  findByMobile,
  nameOf,
  namesById,
  postOn,
  roster,
  unitPathOf,
  type PostOn,
  type RosterAsk,
  type RosterLine,
} from './questions.ts';
