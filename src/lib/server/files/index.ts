export {
  dropBytes,
  forget,
  read,
  store,
  storeSealed,
  takeSealed,
  type NewFile,
  type ReadFile,
} from './verbs.ts';
