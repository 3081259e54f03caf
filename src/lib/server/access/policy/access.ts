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
  'access.setPolicy': { roles: ['administrator'], anywhere: true, console: true },
  'access.setPortals': { roles: ['administrator'], anywhere: true, console: true },
  'access.listAccounts': { roles: ['administrator'], anywhere: true, console: true },
  'access.administer': { roles: ['administrator'], console: true },
  'access.issueSlips': { roles: ['coordinator', 'administrator'], anywhere: true, console: true },
  'access.sweep': { system: true },
  'access.issueCode': { roles: ['coordinator', 'administrator'], console: true },
  'access.firstAdmin': { console: true },
  'access.grant': { roles: ['administrator'], console: true },
  'access.listGrants': { roles: ['administrator'], anywhere: true },
  'audit.verify': { console: true },
} as const satisfies Policy;
