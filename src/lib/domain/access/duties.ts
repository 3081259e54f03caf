import { addSeconds, type Instant } from '../shared/time.ts';
import { administratorRoles, isAdministrator } from './roles.ts';
import type { AccountPolicy } from './policy.ts';

/** What an account owes before it may use powers over others. */
export type Duty = 'password' | 'secondFactor';

export interface Standing {
  /** Roles held today. */
  roles: readonly string[];
  /** Null for an account without a password of its own (portal). */
  passwordSetAt: Instant | null;
  /** Whether this sign-in has shown a second factor. */
  hasSecondFactor: boolean;
}

type DutyRules = Pick<AccountPolicy, 'secondFactor' | 'administratorPasswordDays'>;

const COMPELLED: Record<AccountPolicy['secondFactor'], readonly string[]> = {
  nobody: [],
  administrators: administratorRoles,
  staff: [...administratorRoles, 'coordinator'],
};

/** True when the policy asks a second factor of holders of these roles. */
export function needsSecondFactor(roles: readonly string[], policy: DutyRules): boolean {
  return roles.some((role) => COMPELLED[policy.secondFactor].includes(role));
}

/** True when an administrator's password has outlived the policy. */
export function hasExpired(standing: Standing, now: Instant, policy: DutyRules): boolean {
  const days = policy.administratorPasswordDays;
  if (days === 0 || standing.passwordSetAt === null) return false;
  if (!standing.roles.some(isAdministrator)) return false;
  return addSeconds(standing.passwordSetAt, days * 86_400) <= now;
}

/** What is owed first, or null. */
export function dutyOf(standing: Standing, now: Instant, policy: DutyRules): Duty | null {
  if (hasExpired(standing, now, policy)) return 'password';
  if (!standing.hasSecondFactor && needsSecondFactor(standing.roles, policy)) return 'secondFactor';
  return null;
}

/**
 * Grants that hold while a duty is open: those of the learner alone. So study and a running exam go on, whatever the
 * policy asks of the powers.
 */
export function heldDespite<Grant extends { role: string }>(
  duty: Duty | null,
  grants: readonly Grant[],
): Grant[] {
  return duty === null ? [...grants] : grants.filter((grant) => grant.role === 'learner');
}
