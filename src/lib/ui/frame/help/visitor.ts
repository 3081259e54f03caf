import type { Help } from '../help.ts';

/** Help for the pages before sign-in, by path without route groups. */
export const visitorHelp = {
  '/sign-in': {
    title: '登录',
    purpose: '用账号名或手机号和密码登录。第一次使用请先用登录码设置密码。',
    questions: [
      { ask: '没有账号或忘了密码？', answer: '请向本单位培训管理员要一个一次性登录码，用它设置新密码。' },
      {
        ask: '提示账号暂时锁定？',
        answer: '密码多次输错后会锁定一段时间，提示中写明何时解除，到时再试即可。',
      },
      { ask: '字太小看不清？', answer: '按右上角“大字”，可以放大字号或换成深色底。' },
    ],
  },
  '/activate': {
    title: '用登录码设置密码',
    purpose: '输入培训管理员给您的一次性登录码，设置自己的密码。',
    questions: [
      {
        ask: '登录码输不对？',
        answer: '登录码只能用一次，过期作废；不分大小写，横线可以不输。仍然不行请再要一个。',
      },
      {
        ask: '密码有什么要求？',
        answer: '至少 8 位，包含大写字母、小写字母、数字、符号中的三种，不能含有账号名。',
      },
      {
        ask: '可以自己起账号名吗？',
        answer: '可以，用小写字母开头；也可以留空，沿用系统给的账号，手机号也能登录。',
      },
    ],
  },
  '/receipts': {
    title: '回执查验',
    purpose: '凭回执编号核对一份答卷自交卷后有没有改动。任何人都可以查验，不显示姓名和分数。',
    questions: [
      { ask: '编号在哪里？', answer: '交卷后的回执上，由日期和八位字母数字组成，不分大小写。' },
      {
        ask: '摘要是什么？',
        answer: '由每道题最后保存的答案按固定方法算出的一串字符，答案改动一处，它就完全不同。',
      },
      { ask: '显示不一致怎么办？', answer: '请记下编号，联系组织考试的单位核查。' },
    ],
  },
} satisfies Record<string, Help>;
