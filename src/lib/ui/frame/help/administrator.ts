import type { Help } from '../help.ts';

/** Help for the pages of the administrator, by path without route groups. */
export const administratorHelp = {
  '/admin': {
    title: '系统管理',
    purpose: '管理账号和授权：谁在哪个单位、从哪天到哪天、担任什么角色。',
    questions: [
      { ask: '授权会自动到期吗？', answer: '会。到了截止日期次日即失效，不用手工收回。' },
      { ask: '授权包括下级单位吗？', answer: '包括。角色对所授单位及其全部下级单位有效。' },
      { ask: '操作有记录吗？', answer: '有。授权和收回都记入审计日志，不能修改。' },
    ],
  },
} satisfies Record<string, Help>;
