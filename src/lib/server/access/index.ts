export { can, require, unitsHeld, type Thing } from './require.ts';
export { type Verb } from './policy/index.ts';
export { actorOf, signIn, signOut, whoAmI, type SecondStep, type Self, type SignIn } from './verbs.signIn.ts';
export { accountProven, enterProven, type Proven } from './verbs.proven.ts';
export { passSecondStep } from './verbs.secondStep.ts';
export { type Entered, type Origin } from './entry.ts';
export { issueCode, useCode, type CodeUse } from './verbs.codes.ts';
export { type IssuedCode } from './codes.ts';
export { askReset, confirmMyEmail, inviteByMail, offersMail, setMyEmail } from './verbs.mail.ts';
export { changePassword, type PasswordChange } from './verbs.password.ts';
export {
  beginSecondFactor,
  confirmSecondFactor,
  dropSecondFactor,
  pendingSecondFactor,
  renewRecoveryCodes,
} from './verbs.secondFactor.ts';
export {
  endMyOtherSessions,
  endMySession,
  mySecurity,
  type Security,
  type SessionLine,
  type SignInLine,
} from './verbs.security.ts';
export {
  closeAccount,
  endSession,
  forceSignOut,
  listAccounts,
  listSessions,
  reopenAccount,
  resetSecondFactor,
  unlockAccount,
  viewAccount,
  type AccountAct,
  type AccountLine,
  type AccountState,
  type AccountView,
  type OpenSession,
} from './verbs.accounts.ts';
export { issueSlips, listUnopened, type Slip, type Unopened } from './verbs.slips.ts';
export { sweep, tellMissing } from './jobs.ts';
export { passwordRules, readPolicy, setPolicy } from './verbs.policy.ts';
export { delegate, listDelegations, withdrawDelegation, type Delegation } from './verbs.delegations.ts';
export { grant, listGrants, withdrawGrant, type Granting } from './verbs.grants.ts';
export { sessionCookie } from './sessions.ts';
export { deviceCookie } from './devices.ts';
export { ticketCookie } from './tickets.ts';
export { verifyLog } from './verbs.log.ts';
export { listDemoAccounts, type DemoAccount } from './verbs.demo.ts';
export { rewriteAccountSecrets } from './verbs.secrets.ts';
export { issueSetupCode, missingAdministrators, useSetupCode } from './verbs.setup.ts';
export { awaitsSetup, lockedOut, thingOfInstallation } from './questions.ts';
export { onPersonDeparted, onPersonReturned, onPersonTransferred } from './verbs.departure.ts';
export { joinAccounts, partAccounts } from './verbs.joining.ts';
