export { keysStatus, rotateKeys, type KeysStatus } from './verbs.keys.ts';
