import type { FeedbackKind } from '#lib/domain/feedback/kinds.ts';

/** What somebody wrote at the foot of a page, and what became of it. */
export interface Opinion {
  /** A person, or the department of somebody ordinary. */
  from: string;
  kind: FeedbackKind;
  body: string;
  page: string;
  /** Sent so many days before the story's end. */
  days: number;
  /** Who takes it up: a person, or who keeps the records of the department; absent while it waits. */
  by?: string;
  /** Absent where it is only taken up. */
  answer?: string;
  /** What the sender adds when the answer does not settle it. */
  insists?: string;
  isClosed?: true;
}

export const opinions: readonly Opinion[] = [
  {
    ...{ from: '陈思远', kind: 'course', page: '/courses', days: 9, by: '何勇' },
    body: '讲裁量的那一课，希望再补一个夜市占道经营的例子，我们队里晚上出勤遇到的最多。',
    answer: '谢谢，已经交给写这一课的同志，下次修订时补上。您手头有合适的案例，也可以直接发给法治科。',
  },
  {
    ...{ from: '应急管理局', kind: 'problem', page: '/archive', days: 52, by: '孟蕾', isClosed: true },
    body: '单位的显示器比较旧，台账里的字偏小，五十多岁的同志看着吃力。',
    answer: '每一页上方有“大字”，可以放大到一倍半，设一次以后都记得；不够大的话请再告诉我们。',
  },
  {
    ...{ from: '石桥街道', kind: 'suggestion', page: '/exams', days: 15, by: '林静', isClosed: true },
    body: '白天在外面巡查，坐不下来考试，能不能晚上和周末也开放？',
    answer: '窗口期内每天全天都可以进，晚上和周末一样，只是最后一天18:00关闭。请不要都留到最后几天。',
  },
  {
    ...{ from: '东门街道', kind: 'suggestion', page: '/claims', days: 33, by: 'clerk', isClosed: true },
    body: '在市里参加了一整天的培训，申报时写的是6小时，折算出来是8学时，怕自己填错了，请帮忙看看。',
    answer: '没有填错。按本区学时规则，整天培训按8学时计，半天按4学时计，与实际几小时无关。',
  },
  {
    ...{ from: '市场监督管理局', kind: 'question', page: '/practice', days: 6, by: '何勇' },
    body: '练习里一道讲复议申请期限的多选题，有两个选项读起来差不多，看了三遍才分清，建议改得再清楚一点。',
  },
  {
    ...{ from: '云台街道', kind: 'course', page: '/courses', days: 2 },
    body: '保密那一课如果能举一个街道常见的例子（比如居民信息登记表），新来的同志会更容易明白。',
  },
  {
    ...{ from: '人力资源和社会保障局', kind: 'suggestion', page: '/', days: 41, by: '林静', isClosed: true },
    body: '去年最后一周群里天天转提醒，其实我早就考完了。今年能不能只提醒还没有完成的人？',
    answer: '同意。今年请各单位联络员不再层层转发，只联系还没有参加的同志；系统里的提醒也可以自己关掉。',
  },
  {
    ...{ from: '卫生健康局', kind: 'problem', page: '/lessons', days: 5, by: '孟蕾' },
    body: '昨天下午打开一个课时，页面转了很久才出来，换了一台电脑就正常了，不知道是网络还是浏览器的问题。',
  },
  {
    ...{ from: '周海涛', kind: 'suggestion', page: '/archive', days: 26, by: '林静' },
    body: '队里有人年初下沉到街道，学时和考试算在局里还是街道？大家都在问。',
    answer: '名册上登记了下沉街道的，统计算在街道；只是临时帮忙、没有登记的，仍然算在局里。',
    insists: '我们队有一位同志三月就去了街道，但不确定有没有登记，请帮忙核一下，他自己查不到。',
  },
  {
    ...{
      from: '自然资源分局',
      kind: 'suggestion',
      page: '/practice/book',
      days: 19,
      by: 'clerk',
      isClosed: true,
    },
    body: '错题本很好用，要是能按法律名称挑出来练就更好了，我主要想补行政许可法。',
    answer: '可以的：错题本上方能按专题和法律筛选，筛出来的题直接就能练。',
  },
  {
    ...{ from: '住房和城乡建设局', kind: 'suggestion', page: '/plan', days: 1 },
    body: '家里老人住院，这两周白天走不开，计划里月底到期的课能不能晚几天？',
  },
];
