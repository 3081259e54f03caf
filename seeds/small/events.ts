import * as events from '#lib/server/events/index.ts';
import { enterGathering, type Gathering } from '../gathering.ts';
import type { Someone } from '../words.ts';
import type { District } from './district.ts';

interface Held extends Gathering {
  daysAgo: number;
  people: string[];
  /** One of the quarterly lectures. */
  isLecture?: boolean;
  /** Not yet looked at by a second person; it counts for nothing. */
  isOpen?: boolean;
}

const LEADERS = ['郑国平', '沈雅文', '高志远', '罗庆生'];
const OFFICERS = [
  '陈思远',
  '周海涛',
  '吴晓梅',
  '马建军',
  '宋丽娜',
  '唐亦凡',
  '韩冰',
  '谢文斌',
  '邓少云',
  '许佳',
];
const without = (...absent: string[]) => OFFICERS.filter((name) => !absent.includes(name));

const lecture = (quarter: string, daysAgo: number, people: string[]): Held => ({
  ...{
    title: `${quarter}执法大讲堂`,
    daysAgo,
    span: 'halfDay',
    minutes: 180,
    people,
  },
  ...{
    forms: ['执法大讲堂', '培训'],
    topics: ['业务法规'],
    laws: ['行政处罚法'],
    lecturer: '区司法局业务骨干',
    isLecture: true,
  },
});

const outreach = (title: string, daysAgo: number, heads: number): Held => ({
  ...{ title, daysAgo, span: 'minutes', minutes: 120, people: [], heads },
  ...{ forms: ['普法活动'], topics: ['宪法'], laws: ['宪法'], lecturer: '区普法讲师团' },
});

const group = (
  title: string,
  daysAgo: number,
  topics: string[],
  laws: string[],
  forms: string[] = [],
): Held => ({
  ...{ title, daysAgo, span: 'minutes', minutes: 90, people: LEADERS },
  ...{ forms: ['中心组学习', ...forms], topics, laws, lecturer: '中心组成员轮流领学' },
});

/** The year's events: five days of training, the quarterly lectures, the study group, and one still to be verified. */
const year: Held[] = [
  ...[210, 209, 208, 207, 206].map((daysAgo, index): Held => ({
    ...{ title: `行政执法人员集中培训第${'一二三四五'.charAt(index)}天`, daysAgo },
    ...{
      span: 'day',
      minutes: 360,
      forms: ['培训'],
      topics: ['业务法规'],
      laws: ['行政处罚法', '行政强制法'],
    },
    ...{ lecturer: '市委党校讲师', people: index < 3 ? without('唐亦凡') : without('唐亦凡', '马建军') },
  })),
  lecture('第一季度', 250, without('邓少云')),
  lecture('第二季度', 160, OFFICERS),
  lecture('第三季度', 75, without('唐亦凡', '马建军')),
  {
    ...{ title: '新修订行政复议法专题讲座', daysAgo: 120, span: 'day', minutes: 360 },
    ...{ forms: ['法治讲座', '专题学习'], topics: ['法治'], laws: ['行政复议法'], lecturer: '法律顾问' },
    people: [...without('马建军'), '林静', '曹颖', '冯雪琴'],
  },
  group('宪法与法治思维', 290, ['法治', '宪法'], ['宪法']),
  group('年度经济工作会议精神', 270, [], []),
  group('行政处罚法重点条款', 130, ['法治'], ['行政处罚法'], ['第一议题']),
  group('习近平法治思想专题', 45, ['法治', '习近平法治思想'], [], ['领导干部集体学法']),
  outreach('国家安全日普法集市', 220, 460),
  outreach('民法典进社区', 170, 1280),
  outreach('送法进企业', 60, 215),
  {
    ...lecture('第四季度', 3, without('唐亦凡')),
    isOpen: true,
  },
];

/** Holds the year: each event is registered by one coordinator with its evidence, and verified by another. */
export async function holdEvents({ story, units, people }: District): Promise<void> {
  const [registrant, verifier] = [people['林静'] as Someone, people['何勇'] as Someone];
  const hostId = units['云山区'] as string;
  const planYear = Number(story.daysAgo(0).slice(0, 4));
  const { id: lectures } = await events.createSeries(
    story.as(registrant, story.moment(story.daysAgo(300), '09:00')),
    { unitId: hostId, name: '执法大讲堂', tag: '执法大讲堂', cadence: 'quarter', planYear },
  );
  for (const held of year) {
    const day = story.daysAgo(held.daysAgo);
    const evening = story.as(registrant, story.moment(day, '18:00'));
    const isOfSeries = held.isLecture === true && day.startsWith(String(planYear));
    const eventId = await enterGathering(evening, held, {
      ...{ heldOn: day, hostId, place: '区行政中心报告厅', seriesId: isOfSeries ? lectures : null },
      came: held.people.map((name) => ({ personId: (people[name] as Someone).id, name })),
    });
    if (!held.isOpen) await events.verify(story.as(verifier, story.moment(day, '18:40')), eventId);
  }
}
