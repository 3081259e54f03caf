import type { Policy } from './rule.ts';

export const accessPolicy = {
  'access.signIn': { visitor: true, signedIn: true },
  'access.listDemoAccounts': { visitor: true },
  'access.signOut': { signedIn: true },
  'access.whoAmI': { signedIn: true, visitor: true },
  'access.useCode': { visitor: true, signedIn: true },
  'access.passwordRules': { signedIn: true, visitor: true },
  'access.offersMail': { signedIn: true, visitor: true },
  'access.ownSecurity': { signedIn: true },
  /** Asked over the top of the tree: the policy holds for everybody. */
  'access.setPolicy': { roles: ['securityAdministrator'], console: true },
  /** Over the top of the tree, too: everybody may come by them. */
  'access.listAccounts': {
    roles: ['systemAdministrator', 'securityAdministrator'],
    anywhere: true,
    console: true,
  },
  'access.viewAccount': { roles: ['systemAdministrator', 'securityAdministrator'], console: true },
  'access.endSessions': { roles: ['systemAdministrator', 'securityAdministrator'], console: true },
  'access.closeAccount': { roles: ['systemAdministrator'], console: true },
  'access.resetAccount': { roles: ['securityAdministrator'], console: true },
  'access.issueSlips': {
    roles: ['coordinator', 'systemAdministrator', 'securityAdministrator'],
    anywhere: true,
    console: true,
  },
  'access.sweep': { system: true },
  'access.issueCode': {
    roles: ['coordinator', 'systemAdministrator', 'securityAdministrator'],
    console: true,
  },
  /** For one of the three administrators: whoever issues it could sign in as him. */
  'access.issueCodeToAdministrator': { roles: ['securityAdministrator'], console: true },
  'access.issueSetupCode': { console: true },
  'access.useSetupCode': { visitor: true },
  'access.missingAdministrators': {
    roles: ['systemAdministrator'],
    anywhere: true,
    system: true,
    console: true,
  },
  'access.grant': { roles: ['securityAdministrator'], console: true },
  'access.listGrants': { roles: ['securityAdministrator'], anywhere: true },
  'access.delegate': { roles: ['leader'] },
  'access.withdrawDelegation': { self: true },
  'access.listDelegations': { signedIn: true },
  'audit.verify': { console: true },
} as const satisfies Policy;
