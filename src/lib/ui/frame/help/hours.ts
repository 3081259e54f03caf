import type { Help } from '../help.ts';

/** Help for the pages where a coordinator looks after hours that do not come from a lesson or an event. */
export const hoursHelp = {
  '/manage/claims': {
    title: '学时审核',
    purpose: '审核学员申报的系统外培训，通过后按规则记入培训学时。',
    questions: [
      { ask: '时长与证明不符怎么办？', answer: '按证明改认定的时长并写明原因，再通过；学员看得到原因。' },
      { ask: '会不会重复记？', answer: '同一天还有别的活动或申报时，审核页会提醒。' },
      { ask: '通过错了怎么办？', answer: '写明原因退回重审，记入的学时随即冲销，可以重新审核。' },
    ],
  },
  '/manage/outside': {
    title: '外部成绩导入',
    purpose: '把其他系统里已经学过的学时、学分按文件记入台账，不必重学。',
    questions: [
      {
        ask: '会不会重复记？',
        answer:
          '同一来源、同一编号（没有编号的看项目、日期和学时）再次导入不会重复记；与申报、活动、课时相近的先列出来，由您逐条决定，不勾选就不记。',
      },
      {
        ask: '谁的成绩可以导入？',
        answer: '您管理的单位里的人员，按身份证号或手机号认人；您本人的由其他管理员导入。',
      },
      {
        ask: '导错了怎么办？',
        answer: '打开那次导入，写明原因整批撤回；只错一笔的，在本人台账上冲销那一笔。',
      },
    ],
  },
  '/manage/outside/import': {
    title: '导入文件',
    purpose: '上传来源系统导出的学时明细，先检查，再确认写入。',
    questions: [
      { ask: '表头和模板不一样？', answer: '能认出的自动对应，认不出的请指明一次，以后同样的表头自动照办。' },
      {
        ask: '年度怎么填？',
        answer: '填成绩计入的学习年度，本年度或上一年度；次年 1 月底前补学的可以计入上一年度。',
      },
      {
        ask: '文件里的号码会外泄吗？',
        answer: '文件加密保存，页面不显示号码；原始文件只有导入人能打开，要写明原因并留下记录。',
      },
    ],
  },
  '/manage/hour-rules': {
    title: '学时规则',
    purpose: '一次培训折合多少学时、每人每年的上限和结转，都写在这里，注明依据和日期。',
    questions: [
      {
        ask: '改规则会影响以前的学时吗？',
        answer: '不会。已记入的分录保持原样，新规则只管生效日以后的培训。',
      },
      { ask: '到了上限会怎样？', answer: '超出的部分不计入，台账上会写明未计入多少；前面的冲销后自动补记。' },
      { ask: '结余怎样结转？', answer: '元旦之后按结转规则自动转入一笔；上一年有更正的，结转随之更正。' },
    ],
  },
} satisfies Record<string, Help>;
