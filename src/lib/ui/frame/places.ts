import type { IconName } from './icons.ts';
import type { FrameRole } from './who.ts';

export interface Place {
  href: string;
  label: string;
  /** The places with one stand in the bottom bar of a phone, at most four a role; `short` is their word there. */
  icon?: IconName;
  short?: string;
  /** Other pages that belong to the place, with all below them. */
  holds?: readonly string[];
  /** Places of a long section that belong together; those of one group stand one after another. */
  group?: string;
}

export interface Section {
  role: FrameRole;
  heading: string;
  places: Place[];
}

/** How much waits for its reader at a place, by its address; what is not named or 0 shows nothing. */
export type Waiting = Record<string, number>;

function grouped(group: string, places: readonly Place[]): Place[] {
  return places.map((place) => ({ ...place, group }));
}

/** The side bar of each role, in the order of the work. A heading stands once in a person's. */
const sections: Section[] = [
  {
    role: 'learner',
    heading: '我的学习',
    places: [
      { href: '/', label: '首页', icon: 'home' },
      { href: '/plan', label: '学习计划' },
      { href: '/courses', label: '课程', icon: 'book', holds: ['/lessons'] },
      { href: '/practice', label: '练习与错题', short: '练习', icon: 'cards' },
      { href: '/exams', label: '考试', icon: 'pen', holds: ['/attempts', '/receipts'] },
      { href: '/claims', label: '申报学时' },
      { href: '/archive', label: '我的档案', holds: ['/security', '/privacy'] },
      { href: '/feedback', label: '意见建议' },
    ],
  },
  {
    role: 'coordinator',
    heading: '培训管理',
    places: [
      { href: '/manage', label: '工作台', icon: 'desk' },
      ...grouped('人员与单位', [
        { href: '/manage/people', label: '人员', icon: 'people', holds: ['/manage/ledgers'] },
        { href: '/manage/people/transfers', label: '人员变动' },
        { href: '/manage/units', label: '单位' },
        { href: '/manage/selections', label: '人员名单' },
        { href: '/manage/activation', label: '账号激活' },
      ]),
      ...grouped('计划与学时', [
        { href: '/manage/plans', label: '学习计划' },
        { href: '/manage/assignments', label: '指派', icon: 'hand' },
        { href: '/manage/waivers', label: '免训减免' },
        { href: '/manage/claims', label: '学时审核' },
        { href: '/manage/outside', label: '外部成绩导入' },
        { href: '/manage/hour-rules', label: '学时规则' },
      ]),
      ...grouped('课程与题库', [
        { href: '/manage/courses', label: '课程' },
        { href: '/manage/modules', label: '学习模块' },
        { href: '/manage/statutes', label: '法律法规' },
        { href: '/manage/bank', label: '题库' },
      ]),
      ...grouped('考试与证明', [
        { href: '/manage/exams', label: '考试', icon: 'pen' },
        { href: '/manage/papers', label: '组卷' },
        { href: '/manage/certificates', label: '证明' },
      ]),
      ...grouped('活动与意见', [
        { href: '/manage/events', label: '学法活动' },
        { href: '/manage/feedback', label: '办理意见建议' },
      ]),
    ],
  },
  {
    role: 'leader',
    heading: '总览与报告',
    places: [
      { href: '/insight', label: '总览', icon: 'chart', holds: ['/manage'] },
      { href: '/insight/gaps', label: '缺口' },
      { href: '/insight/reports', label: '年度报告', short: '报告', icon: 'report' },
      { href: '/insight/delegations', label: '委托代拟' },
    ],
  },
  {
    // Of somebody who is leader too these stand above already.
    role: 'coordinator',
    heading: '总览与报告',
    places: [
      { href: '/insight', label: '总览', icon: 'chart' },
      { href: '/insight/gaps', label: '缺口' },
      { href: '/insight/reports', label: '年度报告', short: '报告', icon: 'report' },
    ],
  },
  {
    role: 'clerk',
    heading: '代拟报告',
    places: [
      {
        ...{ href: '/insight/reports', label: '年度报告', short: '报告', icon: 'report' },
        holds: ['/insight/figures'],
      },
      { href: '/insight/gaps', label: '缺口' },
      { href: '/insight/delegations', label: '受托事项' },
    ],
  },
  {
    role: 'author',
    heading: '命题',
    places: [
      { href: '/manage/bank', label: '题库', icon: 'pen' },
      { href: '/manage/statutes', label: '法律法规', icon: 'book' },
    ],
  },
  {
    role: 'marker',
    heading: '阅卷',
    places: [{ href: '/manage/exams', label: '考试改判', icon: 'pen' }],
  },
  {
    role: 'systemAdministrator',
    heading: '系统管理',
    places: [
      { href: '/admin', label: '系统状况', short: '系统', icon: 'chart' },
      { href: '/admin/accounts', label: '账号', icon: 'key' },
      { href: '/admin/sessions', label: '登录会话' },
      { href: '/manage/people', label: '人员', icon: 'people' },
      { href: '/manage/units', label: '单位', icon: 'desk' },
      { href: '/manage/activation', label: '账号激活' },
      { href: '/manage/feedback', label: '办理意见建议' },
    ],
  },
  {
    role: 'securityAdministrator',
    heading: '安全管理',
    places: [
      { href: '/admin/grants', label: '授权', icon: 'key' },
      { href: '/admin/policies', label: '账号策略' },
      { href: '/admin/portals', label: '统一门户' },
      { href: '/admin/retention', label: '保存期限' },
      { href: '/admin/reveal', label: '完整号码' },
      { href: '/admin/accounts', label: '账号', icon: 'people', holds: ['/manage/activation'] },
      { href: '/admin/sessions', label: '登录会话' },
    ],
  },
  {
    role: 'auditAdministrator',
    heading: '审计',
    places: [{ href: '/admin/audit', label: '审计日志', icon: 'report' }],
  },
];

/** The sections of a person's side bar: those of the roles he holds; a place that two share stands once. */
export function sectionsOf(roles: readonly FrameRole[]): Section[] {
  const shown = new Set<string>();
  const own: Section[] = [];
  for (const section of sections.filter((one) => roles.includes(one.role))) {
    const places = section.places.filter(({ href }) => !shown.has(href));
    for (const { href } of places) shown.add(href);
    if (places.length > 0) own.push({ ...section, places });
  }
  return own;
}

/** What stands under one heading of the side bar. */
export interface Block {
  heading: string;
  places: Place[];
  /** Folds away while the reader is elsewhere. */
  isFolding: boolean;
}

/** So many places are seen at a glance; of more the reader sees headings, and the places of where he is. */
const MOST_UNFOLDED = 15;

/** The sections as they are shown: one block each or, where that would be too long, one a group, folding. */
export function blocksOf(own: readonly Section[]): Block[] {
  const count = own.reduce((sum, { places }) => sum + places.length, 0);
  if (count <= MOST_UNFOLDED)
    return own.map(({ heading, places }) => ({ heading, places, isFolding: false }));
  return own.flatMap(({ heading: section, places }) => {
    const hasGroups = places.some(({ group }) => group !== undefined);
    const headings = [...new Set(places.map(({ group }) => group ?? section))];
    return headings.map((heading) => ({
      heading,
      places: places.filter(({ group }) => (group ?? section) === heading),
      isFolding: !hasGroups || heading !== section,
    }));
  });
}

/** Every place there is; a test looks that each has a page. */
export function allPlaces(): Place[] {
  return sections.flatMap((section) => section.places);
}

/**
 * The places of the bottom bar: those with an icon, of the section that holds the page shown, else of the first.
 */
export function phonePlaces(own: Section[], pathname: string): Place[] {
  const here = placeHere(own, pathname);
  const section = own.find((one) => here !== null && one.places.includes(here)) ?? own[0];
  return section?.places.filter((place) => place.icon !== undefined).slice(0, 4) ?? [];
}

/**
 * The place a page belongs to: that with the longest address, its own or one that it holds, with which the page's
 * begins; null outside all.
 */
export function placeHere(own: Section[], pathname: string): Place | null {
  const isAt = (path: string) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`));
  const fitting = own
    .flatMap((section) => section.places)
    .flatMap((place) => [place.href, ...(place.holds ?? [])].map((path) => ({ place, path })))
    .filter(({ path }) => isAt(path));
  return fitting.sort((a, b) => b.path.length - a.path.length)[0]?.place ?? null;
}
