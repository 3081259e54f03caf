import type { Instant } from '#lib/domain/shared/time.ts';
import type { Role } from '#lib/server/platform/act.ts';
import type { Someone, Story } from './words.ts';

export interface DemoAccount {
  role: string;
  login: string;
  password: string;
  /** What is worth seeing under it first. */
  look?: string;
}

/** The demo's one password for its own accounts; production never has any account made here. */
export const PASSWORD = 'Yunshan-2026';

interface Known extends Omit<DemoAccount, 'password'> {
  name: string;
  /** Held over the whole district. */
  holds: Role | null;
}

/** Who can sign in, whatever the size of the district. */
export const knownAccounts: readonly Known[] = [
  {
    ...{ role: '学员', name: '陈思远', login: 'chensiyuan', holds: null },
    look: '首页接着读没读完的课时；今天开放的学法考试；学时台账',
  },
  {
    ...{ role: '培训管理员', name: '林静', login: 'linjing', holds: 'coordinator' },
    look: '谁落后、为什么；待办的活动、学时申报、调动和免考；按模块指派',
  },
  {
    ...{ role: '复核人', name: '何勇', login: 'heyong', holds: 'coordinator' },
    look: '核验别人登记的活动，审批别人提出的减免',
  },
  {
    ...{ role: '领导', name: '郑国平', login: 'zhengguoping', holds: 'leader' },
    look: '两个年度的总览对比；本年度缺口；上年度已封存的报告和更正',
  },
  {
    ...{ role: '系统管理员', name: '孟蕾', login: 'menglei', holds: 'systemAdministrator' },
    look: '单位和人员名册',
  },
  {
    ...{ role: '安全管理员', name: '曹颖', login: 'caoying', holds: 'securityAdministrator' },
    look: '账号、授权和安全策略',
  },
  {
    ...{ role: '审计管理员', name: '蒋一帆', login: 'jiangyifan', holds: 'auditAdministrator' },
    look: '两年来每一步操作的日志',
  },
];

/** Gives those who hold a role over the whole district that role, from `now` on. */
export async function giveRoles(
  story: Story,
  someone: (name: string) => Someone,
  { root, now }: { root: string; now?: Instant },
): Promise<void> {
  for (const { name, holds } of knownAccounts) {
    if (holds !== null) await story.role(someone(name), holds, root, now);
  }
}

/** Lets the known ones sign in from the end of the story on; roles are given apart. */
export async function openAccounts(story: Story, someone: (name: string) => Someone): Promise<DemoAccount[]> {
  for (const { name, login } of knownAccounts) await story.account(someone(name), login, PASSWORD);
  return knownAccounts.map(({ role, login, look }) => ({ role, login, look, password: PASSWORD }));
}
