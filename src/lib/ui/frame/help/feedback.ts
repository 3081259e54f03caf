import type { Help } from '../help.ts';

/** Help for 意见建议, by who writes and by who answers. */
export const feedbackHelp = {
  '/feedback': {
    title: '意见建议',
    purpose: '对系统、课程、题目的意见和问题写在这里，由本单位的培训管理员办理，答复也写在这里。',
    questions: [
      {
        ask: '谁看得到我写的内容？',
        answer: '同事看不到。办理的管理员看得到您的姓名和单位，以便核实和答复。',
      },
      {
        ask: '多久会答复？',
        answer: '状态依次是已收到、处理中、已答复。有了新答复，首页会提示；没有解决的，可以转回再办。',
      },
      {
        ask: '怎样说一道题有错？',
        answer: '在随堂测或公布后的考试解析里，点那道题下面的“这道题有误”，题目会自动带上，不必抄题。',
      },
    ],
  },
  '/manage/feedback': {
    title: '办理意见建议',
    purpose: '学员从各页面提的意见、问题和题目差错，在这里受理、答复、办结。',
    questions: [
      {
        ask: '哪些意见会到我这里？',
        answer: '您管理的单位及其下属单位的人提的。系统故障一类的问题，系统管理员也看得到。',
      },
      {
        ask: '有人说题目有误，怎么办？',
        answer: '打开这条意见，点题目编号到题库核对。确有错误的先更正，需要的再改判，然后答复本人。',
      },
      {
        ask: '受理、答复、办结有什么不同？',
        answer: '受理后本人看到处理中；答复后本人可以转回再办；办结后不再补充，到保存期限后删除。',
      },
    ],
  },
} satisfies Record<string, Help>;
