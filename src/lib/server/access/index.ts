export { can, require, unitsHeld, type Thing } from './require.ts';
export { type Verb } from './policy/index.ts';
export { actorOf, signIn, signOut, whoAmI, type Self, type SignIn } from './verbs.signIn.ts';
export { firstAdmin, issueCode, useCode, type CodeUse, type IssuedCode } from './verbs.codes.ts';
export { grant, listGrants, withdrawGrant, type Granting } from './verbs.grants.ts';
export { sessionCookie, sessionsOver } from './sessions.ts';
export { verifyLog } from './verbs.log.ts';
export { listDemoAccounts, type DemoAccount } from './verbs.demo.ts';
export { lockedOut } from './questions.ts';
