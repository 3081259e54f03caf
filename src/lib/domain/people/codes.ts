/** Code tables of the roster (职务层次, 编制类别, 状态; 职级 by its official names). */
export const levels = {
  bureauHead: '厅局级正',
  bureauDeputy: '厅局级副',
  countyHead: '县处级正',
  countyDeputy: '县处级副',
  townHead: '乡科级正',
  townDeputy: '乡科级副',
  staff: '科员及以下',
  other: '其他',
} as const;

export const staffKinds = {
  civilServant: '公务员',
  managedLikeCivilServant: '参公',
  institution: '事业',
  stateFirm: '国企',
  contract: '聘员/劳务派遣/辅助',
  village: '村居',
} as const;

export const statuses = {
  active: '在岗',
  sickLeave: '长期病假',
  maternityLeave: '产假',
  aid: '援派/驻村',
  secondedOut: '借调出',
  secondedIn: '借调入',
  fullTimeStudy: '脱产学习',
  retired: '退休',
  left: '调离',
  deceased: '去世',
} as const;

export type LevelCode = keyof typeof levels;
export type StaffKind = keyof typeof staffKinds;
export type Status = keyof typeof statuses;

const NUMERALS = ['一', '二', '三', '四'];

function grades(name: string, count: number): string[] {
  return NUMERALS.slice(0, count).map((numeral) => `${numeral}级${name}`);
}

/** 职级 of the three series; the official name is the code. */
export const ranks: readonly string[] = [
  ...grades('巡视员', 2),
  ...grades('调研员', 4),
  ...grades('主任科员', 4),
  ...grades('科员', 2),
  '督办',
  ...grades('高级主办', 4),
  ...grades('主办', 4),
  ...grades('行政执法员', 2),
  ...grades('总监', 2),
  ...grades('高级主管', 4),
  ...grades('主管', 4),
  '专业技术员',
];

const OTHER_LEVELS: Record<string, LevelCode> = {
  正厅级: 'bureauHead',
  副厅级: 'bureauDeputy',
  正处级: 'countyHead',
  处级正: 'countyHead',
  副处级: 'countyDeputy',
  处级副: 'countyDeputy',
  正科级: 'townHead',
  科级正: 'townHead',
  副科级: 'townDeputy',
  科级副: 'townDeputy',
  科员: 'staff',
};

const OTHER_STAFF_KINDS: Record<string, StaffKind> = {
  参照公务员法管理: 'managedLikeCivilServant',
  事业编制: 'institution',
  聘员: 'contract',
  劳务派遣: 'contract',
  辅助: 'contract',
};

const OTHER_STATUSES: Record<string, Status> = {
  援派: 'aid',
  驻村: 'aid',
  '借调出/入': 'secondedOut',
  离职: 'left',
};

function codeIn<Code extends string>(
  table: Record<Code, string>,
  others: Record<string, Code>,
  written: string,
) {
  const found = (Object.keys(table) as Code[]).find((code) => table[code] === written || code === written);
  return found ?? others[written] ?? null;
}

/** Code of a written 职务层次; null when it is none. */
export function levelOf(written: string): LevelCode | null {
  return codeIn(levels, OTHER_LEVELS, written);
}

/** Code of a written 编制类别; null when it is none. */
export function staffKindOf(written: string): StaffKind | null {
  return codeIn(staffKinds, OTHER_STAFF_KINDS, written);
}

/** Code of a written 状态; null when it is none. */
export function statusOf(written: string): Status | null {
  return codeIn(statuses, OTHER_STATUSES, written);
}

/** Chinese text of a stored code of any of these tables. */
export function codeLabel(table: Record<string, string>, code: string | null): string {
  return code === null ? '' : (table[code] ?? code);
}

/** True for a status with which a post ends. */
export function endsPost(status: Status): boolean {
  return status === 'retired' || status === 'left' || status === 'deceased';
}
