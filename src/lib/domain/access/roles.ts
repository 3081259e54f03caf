import { overlaps, type DayInterval } from '../shared/interval.ts';

/** Roles as screens name them. */
export const roleLabels = {
  learner: '学员',
  coordinator: '培训管理员',
  author: '命题人',
  marker: '阅卷人',
  leader: '领导',
  clerk: '代拟人',
  systemAdministrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditAdministrator: '审计管理员',
} as const;

export type Role = keyof typeof roleLabels;

/** Every role, in the order of the screens. */
export const roles = Object.keys(roleLabels) as Role[];

/** Those that are given by a grant: the clerk's comes from his leader alone, by a delegation. */
export const grantableRoles = roles.filter((role) => role !== 'clerk');

export const isRole = (text: string): text is Role => Object.hasOwn(roleLabels, text);

/** 三员: who runs the machine, who sets roles and policy, who reads the log. No account holds two of them. */
export const administratorRoles = [
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const satisfies readonly Role[];

export type AdministratorRole = (typeof administratorRoles)[number];

/** True for each of the three administrators. */
export function isAdministrator(role: string): role is AdministratorRole {
  return administratorRoles.some((one) => one === role);
}

interface DatedRole extends DayInterval {
  role: string;
}

/**
 * What stands against a grant beside those that an account has: the first administrator's role other than the one
 * asked that is held on a day of the same time; null when nothing does (GB/T 22239-2019, separation of duties).
 */
export function separatedFrom(asked: DatedRole, held: readonly DatedRole[]): AdministratorRole | null {
  if (!isAdministrator(asked.role)) return null;
  for (const { role, ...days } of held) {
    if (isAdministrator(role) && role !== asked.role && overlaps(days, asked)) return role;
  }
  return null;
}

/** The administrators whom an installation still lacks, of the roles held on a day. */
export function administratorsMissing(held: readonly string[]): AdministratorRole[] {
  return administratorRoles.filter((role) => !held.includes(role));
}
