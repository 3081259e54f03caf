/** 人员类别: a person has several; plans, requirements and questions name them by code. */
export const staffClasses = {
  leadership: '领导班子',
  division: '处级领导干部',
  section: '科级干部',
  enforcement: '行政执法人员',
  newcomer: '新进公务员',
  review: '法制审核',
  litigation: '复议应诉',
  counsel: '公职律师',
  village: '村居干部',
  guide: '法律明白人',
  champion: '法治带头人',
  mediator: '人民调解员',
} as const;

export type ClassCode = keyof typeof staffClasses;

/** What rosters write for the same class. */
const OTHER_NAMES: Record<string, ClassCode> = {
  处级: 'division',
  科级: 'section',
  执法人员: 'enforcement',
  '新进公务员(试用期)': 'newcomer',
  新录用公务员: 'newcomer',
  法制审核人员: 'review',
  复议应诉人员: 'litigation',
};

const codes = Object.keys(staffClasses) as ClassCode[];

export function isClassCode(text: string): text is ClassCode {
  return Object.hasOwn(staffClasses, text);
}

/** Codes in the order of the table; unknown ones are left out. */
export function inClassOrder(written: readonly string[]): ClassCode[] {
  return codes.filter((code) => written.includes(code));
}

/** Chinese name of a class; an unknown code is shown as it is. */
export function classLabel(code: string): string {
  return isClassCode(code) ? staffClasses[code] : code;
}

/** Code of a class as people write it; null when no class is meant. */
export function classOf(written: string): ClassCode | null {
  return codes.find((code) => staffClasses[code] === written) ?? OTHER_NAMES[written] ?? null;
}

/** Classes of a cell, parted by ; , 、 or a blank; `unknown` lists what is none. Order of the table, no doubles. */
export function classesOf(written: string): { classes: ClassCode[]; unknown: string[] } {
  const names = written.split(/[;；,，、\s]+/).filter((name) => name !== '');
  const meant = new Set(names.map(classOf));
  return {
    classes: codes.filter((code) => meant.has(code)),
    unknown: names.filter((name) => classOf(name) === null),
  };
}
