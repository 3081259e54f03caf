import { administratorRoles, roleLabels, type AdministratorRole } from '#lib/domain/access/roles.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { addPerson } from './verbs.ts';

export interface Setup {
  /** As the console printed it. */
  code: string;
  unitName: string;
  /** Names of three people. */
  names: Record<AdministratorRole, string>;
}

export interface Appointed extends access.IssuedCode {
  role: AdministratorRole;
  name: string;
}

/**
 * Sets up an empty installation by the console's one-time code: its first unit, and three people who are its system,
 * security and audit administrator, each with a code of his own to be shown once. All of it or nothing, and only once.
 */
export async function setUp(act: Act, { code, unitName, names }: Setup): Promise<Appointed[]> {
  access.require(act, 'people.setUp');
  const standing = inTransaction(act, async (own) => {
    const console = await access.useSetupCode(own, code);
    const { id: unitId } = await units.addUnit(console, { name: unitName, parentId: null });
    const appointed: Appointed[] = [];
    for (const role of administratorRoles) {
      const name = names[role];
      const personId = await addPerson(console, { name, unitId, title: roleLabels[role] });
      const issued = await access.issueCode(console, personId);
      await access.grant(console, { personId, role, unitId, to: null });
      appointed.push({ ...issued, role, name });
    }
    await audit.record(console, { verb: 'installation.setUp', unitId });
    return appointed;
  });
  return standing.catch(async (refusal: unknown) => {
    await audit.recordRefusal(act, { verb: 'installation.setUpRefused' });
    throw refusal;
  });
}
