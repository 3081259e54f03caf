import type { Role } from './roles.ts';

/** A transfer between two units, each with all units above it on the day, the unit itself first. */
export interface TransferPaths {
  from: readonly string[];
  to: readonly string[];
}

/**
 * True when a role ends with its holder's transfer: it was held at the old unit, above or below it, and the unit over
 * which it was given does not hold the new one too. Who learns goes on learning.
 *
 * @param grant.path the unit of the grant and all units above it
 */
export function endsWithTransfer(
  grant: { role: Role; path: readonly string[] },
  { from, to }: TransferPaths,
): boolean {
  const [unitId] = grant.path;
  const [oldUnitId] = from;
  if (unitId === undefined || oldUnitId === undefined || grant.role === 'learner') return false;
  const touchesOld = from.includes(unitId) || grant.path.includes(oldUnitId);
  return touchesOld && !to.includes(unitId);
}
