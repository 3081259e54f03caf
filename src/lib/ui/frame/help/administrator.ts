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
  '/admin/accounts': {
    title: '账号',
    purpose: '查看谁有账号、处于什么状态，让人退出、解除锁定、停用账号或重置两步验证。',
    questions: [
      { ask: '停用账号会删除学习记录吗？', answer: '不会。人员和全部记录都保留，只是不能登录，可以恢复。' },
      { ask: '手机丢了，两步验证怎么办？', answer: '核实本人后重置两步验证，本人登录后重新启用。' },
      { ask: '操作有记录吗？', answer: '有。每一项都要写明原因，和操作人一起记入审计日志。' },
    ],
  },
  '/admin/audit': {
    title: '审计日志',
    purpose: '查谁在什么时候对谁做了什么；按人、事项、时间和单位查找，可以导出。',
    questions: [
      { ask: '日志能改吗？', answer: '不能。每条有校验码，每秒封存，改动、删除、插入和截尾都能查出。' },
      { ask: '能看到哪些单位的？', answer: '授权单位及其下级的；授权在最上级单位的看全部。' },
      { ask: '超过保存期限的去哪了？', answer: '先归档成文件并记下摘要，再移出数据库，文件随备份保存。' },
    ],
  },
  '/admin/retention': {
    title: '保存期限',
    purpose: '设定过程记录和审计日志保存多少天。',
    questions: [
      { ask: '会删掉学时和成绩吗？', answer: '不会。任职、学时、成绩是档案，长期保存。' },
      { ask: '审计日志最短多久？', answer: '不少于六个月，默认三年。' },
      { ask: '什么时候清理？', answer: '每小时一次，清理了多少记入审计日志。' },
    ],
  },
  '/admin/reveal': {
    title: '完整号码',
    purpose: '写明原因后查看一个人的完整身份证号和手机号。',
    questions: [
      { ask: '本人会知道吗？', answer: '会。本人在“我的资料”里看到谁、何时、为什么看过。' },
      { ask: '能批量导出吗？', answer: '不能。导出的表格只有后四位。' },
      { ask: '谁能看？', answer: '只有安全管理员，在其授权的单位范围内。' },
    ],
  },
  '/admin/portals': {
    title: '统一门户',
    purpose: '接入单位已有的统一登录门户，支持 OpenID Connect 和通用 OAuth 2.0。',
    questions: [
      {
        ask: '门户里的人怎么对应到本系统？',
        answer: '按身份证号或手机号自动绑定一次，姓名不符的不绑定；也可以由本人登录后绑定。',
      },
      { ask: '门户出故障怎么办？', answer: '账号和密码登录始终可用；已经登录的人和正在进行的考试不受影响。' },
      { ask: '密钥会显示出来吗？', answer: '不会。加密保存，只能更换，不能查看。' },
    ],
  },
  '/admin/policies': {
    title: '账号策略',
    purpose: '规定密码、输错锁定、自动退出和两步验证，默认值按等级保护第三级的要求。',
    questions: [
      { ask: '改了之后什么时候生效？', answer: '几秒钟内对所有人生效；密码的要求只约束以后设置的密码。' },
      {
        ask: '会把人一直锁在外面吗？',
        answer: '不会。锁定到时自动解除；本人用过的电脑不受别人输错影响；一次性登录码可以立即解除。',
      },
      { ask: '会打断正在进行的考试吗？', answer: '不会。作答期间不会自动退出，两步验证和密码到期也不影响。' },
    ],
  },
} satisfies Record<string, Help>;
