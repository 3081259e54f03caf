import { addDays } from '#lib/domain/shared/time.ts';
import * as events from '#lib/server/events/index.ts';
import { hold, type Holding } from './holding.ts';
import { mondayFrom, type Member, type World } from './world.ts';

const HALL = '区行政中心报告厅';
const isOf = (code: Member['classes'][number]) => (one: Member) => one.classes.includes(code);
const isOfGovernment = (one: Member) => one.department.name === '区政府办公室' && isOf('leadership')(one);

/** `on` is month and day; of a course of several days the Monday from there on, and how many days after it. */
type Plan = Omit<Holding, 'day' | 'host'> & { on: string; daysAfterMonday?: number };

const lecture = (on: string, title: string, laws: string[]): Plan => ({
  ...{ on, title, laws, span: 'halfDay', minutes: 180, forms: ['执法大讲堂', '培训'], place: HALL },
  ...{ topics: ['业务法规'], lecturer: '区司法局业务骨干', lecturerKind: 'backbone' },
  ...{ asks: isOf('enforcement'), comes: 0.92 },
});

const course = (on: string, days: number, title: string, asks: Plan['asks'], laws: string[]): Plan[] =>
  Array.from({ length: days }, (_, index) => ({
    ...{ on, daysAfterMonday: index, title: `${title}（第${'一二三四五'.charAt(index)}天）` },
    ...{ span: 'day', minutes: 360, forms: ['培训'], topics: ['业务法规'], laws, asks, comes: 0.95 },
    ...{ lecturer: '市委党校讲师', lecturerKind: 'expert', place: '区委党校' },
  }));

const group = (on: string, title: string, topics: string[], laws: string[], forms: string[] = []): Plan => ({
  ...{ on, title, topics, laws, span: 'minutes', minutes: 120, forms: ['中心组学习', ...forms] },
  ...{ lecturer: '中心组成员轮流领学', lecturerKind: 'leader', asks: isOfGovernment, comes: 0.95 },
});

const talk = (on: string, title: string, laws: string[], asks: Plan['asks']): Plan => ({
  ...{ on, title, laws, asks, span: 'halfDay', minutes: 180, forms: ['法治讲座', '专题学习'] },
  ...{ topics: ['法治'], lecturer: '区政府法律顾问', lecturerKind: 'counsel', place: HALL, comes: 0.85 },
});

const outreach = (on: string, title: string, heads: number, laws: string[]): Plan => ({
  ...{ on, title, heads, laws, span: 'minutes', minutes: 120, forms: ['普法活动'] },
  ...{ topics: ['宪法'], lecturer: '区普法讲师团', place: '人民广场' },
});

const isOfficer = isOf('enforcement');
const isLeading = (one: Member) => isOf('division')(one) || isOf('section')(one);
const isCadre = (one: Member) => isLeading(one) && isOf('leadership')(one);

/** What the district held in the year that is over. */
const lastYear: Plan[] = [
  lecture('03-20', '第一季度执法大讲堂：证据从哪里来', ['行政处罚法']),
  lecture('06-24', '第二季度执法大讲堂：查封扣押的全过程', ['行政强制法']),
  lecture('09-17', '第三季度执法大讲堂：裁量基准怎么用', ['行政处罚法']),
  lecture('11-12', '第四季度执法大讲堂：复议纠错案例', ['行政复议法']),
  ...course('05-12', 5, '行政执法人员集中培训', isOfficer, ['行政处罚法', '行政强制法']),
  ...course('06-16', 3, '科级干部依法行政能力提升班', isOf('section'), [
    '行政许可法',
    '重大行政决策程序暂行条例',
  ]),
  ...course('08-20', 2, '新录用公务员入职法治培训', isOf('newcomer'), ['公务员法', '宪法']),
  group('02-14', '宪法与依宪治国专题', ['法治', '宪法'], ['宪法']),
  group('04-11', '年度经济工作会议精神', [], []),
  group('06-13', '重大行政决策程序专题', ['法治'], ['重大行政决策程序暂行条例'], ['领导干部集体学法']),
  group('08-15', '习近平法治思想专题', ['法治', '习近平法治思想'], [], ['第一议题']),
  group('10-17', '生态文明建设专题', [], []),
  group('12-05', '民法典与社会治理专题', ['法治'], ['民法典'], ['领导干部集体学法']),
  talk('04-24', '行政机关负责人出庭应诉', ['行政诉讼法'], isLeading),
  talk('07-10', '新修订行政复议法解读', ['行政复议法'], (one) => isOfficer(one) || isCadre(one)),
  talk('09-25', '新修订保守国家秘密法解读', ['保守国家秘密法'], isLeading),
  outreach('04-15', '国家安全教育日普法集市', 620, ['国家安全法']),
  outreach('05-28', '民法典进社区', 1340, ['民法典']),
  outreach('09-19', '送法进企业', 260, ['行政许可法']),
  outreach('12-04', '国家宪法日主题活动', 1850, ['宪法']),
  {
    ...{ on: '12-03', title: '年度新任职人员宪法宣誓', span: 'minutes', minutes: 60, forms: ['宪法宣誓'] },
    ...{
      topics: ['宪法'],
      laws: ['宪法'],
      lecturer: '区人大常委会领誓',
      asks: isOf('newcomer'),
      place: HALL,
    },
  },
  {
    ...{
      on: '11-28',
      title: '行政执法知识竞赛',
      span: 'halfDay',
      minutes: 180,
      forms: ['知识竞赛'],
      place: HALL,
    },
    ...{ topics: ['业务法规'], laws: ['行政处罚法'], lecturer: '各单位选派', asks: isOfficer, comes: 0.28 },
  },
];

/** What it has held or will hold this year: no lecture in the third quarter, no 中心组 since June. */
const present: Plan[] = [
  lecture('03-19', '第一季度执法大讲堂：一次性告知的边界', ['行政许可法']),
  lecture('06-18', '第二季度执法大讲堂：送达的几种办法', ['行政处罚法']),
  lecture('11-18', '第四季度执法大讲堂：复议案例复盘', ['行政复议法']),
  ...course('05-18', 5, '行政执法人员集中培训', isOfficer, ['行政处罚法', '行政许可法']),
  ...course('06-09', 3, '科级干部依法行政能力提升班', isOf('section'), ['政府信息公开条例', '信访工作条例']),
  ...course('08-19', 2, '新录用公务员入职法治培训', isOf('newcomer'), ['公务员法', '宪法']),
  group('02-13', '习近平法治思想专题', ['法治', '习近平法治思想'], [], ['第一议题']),
  group('04-17', '优化营商环境专题', [], []),
  group('06-05', '国家安全与保密专题', ['法治', '国家安全'], ['国家安全法'], ['领导干部集体学法']),
  talk('04-22', '政府信息公开答复的规范', ['政府信息公开条例'], isLeading),
  talk('07-09', '行政协议的签订与履行', ['民法典'], (one) => isOfficer(one) || isCadre(one)),
  talk('10-21', '复议和应诉中的证据', ['行政诉讼法'], (one) => isOfficer(one) || isCadre(one)),
  outreach('04-15', '国家安全教育日普法集市', 540, ['国家安全法']),
  outreach('05-27', '民法典宣传月广场咨询', 1120, ['民法典']),
  outreach('09-17', '信访工作条例进村居', 380, ['信访工作条例']),
  outreach('12-04', '国家宪法日主题活动', 1600, ['宪法']),
];

export interface DistrictYear {
  /** The public event of last year that a street had registered, too. */
  doubled: string | null;
}

/** Enters the district's own events of both years. */
export function holdDistrictEvents(world: World): DistrictYear {
  const told: DistrictYear = { doubled: null };
  for (const [year, plans] of [
    [world.lastYear, lastYear],
    [world.year, present],
  ] as const) {
    const series = new Map<string, string>();
    world.on(`${year}-01-07`, '11:00', async (now) => {
      const asked = { name: '执法大讲堂', tag: '执法大讲堂', cadence: 'quarter', planYear: year } as const;
      const { id } = await events.createSeries(world.as('林静', now), { unitId: world.root, ...asked });
      series.set('执法大讲堂', id);
    });
    for (const { on, daysAfterMonday, ...plan } of plans) {
      const first = `${year}-${on}`;
      const day = daysAfterMonday === undefined ? first : addDays(mondayFrom(first), daysAfterMonday);
      const ofSeries = plan.forms.includes('执法大讲堂');
      hold(world, {
        ...{ ...plan, day, host: '云山区' },
        series: () => (ofSeries ? (series.get('执法大讲堂') ?? null) : null),
      });
    }
  }
  const street = { ...outreach('', '宪法日进东门夜市', 410, ['宪法']), host: '东门街道' };
  hold(world, {
    ...{ ...street, day: `${world.lastYear}-12-04` },
    noted: (eventId) => (told.doubled = eventId),
  });
  return told;
}
