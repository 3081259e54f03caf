import type { Policy } from './rule.ts';

export const accessPolicy = {
  'access.signIn': { visitor: true, signedIn: true },
  'access.listDemoAccounts': { visitor: true },
  'access.signOut': { signedIn: true },
  'access.whoAmI': { signedIn: true, visitor: true },
  'access.useCode': { visitor: true, signedIn: true },
  'access.passwordRules': { signedIn: true, visitor: true },
  'access.ownSecurity': { signedIn: true },
  'access.setPolicy': { roles: ['administrator'], anywhere: true, console: true },
  'access.issueCode': { roles: ['coordinator', 'administrator'], console: true },
  'access.firstAdmin': { console: true },
  'access.grant': { roles: ['administrator'], console: true },
  'access.listGrants': { roles: ['administrator'], anywhere: true },
  'audit.verify': { console: true },
} as const satisfies Policy;
