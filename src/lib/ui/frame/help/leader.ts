import type { Help } from '../help.ts';

/** Help for the pages of the leader, by path without route groups. */
export const leaderHelp = {
  '/insight': {
    title: '总览',
    purpose: '按部门看参考率、合格率、优秀率和学时达标率，点数字看定义和名单。',
    questions: [
      { ask: '数字截至什么时候？', answer: '页首写明时间。记录一有变动，数字随即变动。' },
      {
        ask: '参考率和合格率的分母是什么？',
        answer: '参考率 = 实考 / 应考，合格率 = 合格 / 实考。免考、已离开的不计入应考。',
      },
      { ask: '为什么没有排名？', answer: '部门按设置的顺序排列，只与本部门去年同日比较，不作排名。' },
    ],
  },
  '/insight/delegations': {
    title: '委托代拟',
    purpose: '领导请一位同事代拟年度报告的文字，写明到哪一天，随时可以收回。',
    questions: [
      { ask: '代拟人能签发吗？', answer: '不能。他只能看和改文字，封存签发始终由领导本人登录后办理。' },
      { ask: '委托什么时候结束？', answer: '到写明的那一天，或者领导收回时；领导的授权结束，委托同时结束。' },
      { ask: '有记录吗？', answer: '有。委托、收回和代拟人改的每一句都记入审计日志。' },
    ],
  },
  '/insight/gaps': {
    title: '缺口',
    purpose: '按今天的记录，本年度报告会怎样写、还缺什么、还有几天，趁还来得及逐项补上。',
    questions: [
      {
        ask: '缺口从哪里来？',
        answer: '来自年度要求、计划目标和活动系列。每一项都能打开对应的名单或者活动。',
      },
      {
        ask: '怎样补？',
        answer: '每项后面有办理的入口，例如登记活动、提醒人员、核验签到。',
      },
      {
        ask: '目标数可以改吗？',
        answer: '可以在本页为各项指标设定本年度目标，设定会留下记录。',
      },
    ],
  },
  '/insight/reports': {
    title: '年度报告',
    purpose: '法治政府建设年度报告中学法部分的文稿，每个数字都能点开看依据，可下载 Word。',
    questions: [
      { ask: '数字能改吗？', answer: '系统得出的数字不能手改；记录不对，请先更正记录，数字随之变动。' },
      { ask: '下载的 Word 和页面一致吗？', answer: '一致，按公文格式排版，数字以下载时为准并写明时间。' },
      { ask: '数字对不上怎么查？', answer: '点开数字，看定义、公式和每一条记录。' },
    ],
  },
} satisfies Record<string, Help>;
