export { listPortals, savePortal, type PortalLine, type PortalWish } from './verbs.ts';
export {
  leaveForPortal,
  portalDoors,
  returnFromPortal,
  tripCookie,
  type Arrival,
  type PortalDoor,
} from './verbs.signIn.ts';
export { myPortals, unlinkPortal, type MyPortal } from './verbs.links.ts';
export { rewritePortalSecrets } from './verbs.secrets.ts';
