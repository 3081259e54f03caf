export {
  dropBytes,
  forget,
  read,
  store,
  storeEnciphered,
  storeSealed,
  takeEnciphered,
  takeSealed,
  type NewFile,
  type ReadFile,
} from './verbs.ts';
