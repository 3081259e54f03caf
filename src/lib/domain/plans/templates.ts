import type { ClassCode } from '../people/classes.ts';
import type { Ledger } from '../facts/study.ts';

/** A beginning for a requirement of one of the four classes: the figure only where its document was found. */
export interface RequirementTemplate {
  key: string;
  classCode: ClassCode;
  ledger: Ledger;
  /** Hundredths; null where no figure for one year was found and the coordinator must enter what binds his place. */
  targetHundredths: number | null;
  needsExam: boolean;
  legalBasis: string;
  /** What to look at before publishing. */
  note: string;
}

const division: RequirementTemplate = {
  key: 'division',
  classCode: 'division',
  ledger: 'training',
  targetHundredths: null,
  needsExam: true,
  legalBasis: '《干部教育培训工作条例》（2023年）：县处级以上干部每5年累计不少于3个月或550学时',
  note: '条例规定的是5年总量，年度目标请按本地分年安排填写。',
};

const section: RequirementTemplate = {
  key: 'section',
  classCode: 'section',
  ledger: 'training',
  targetHundredths: 9000,
  needsExam: true,
  legalBasis: '《干部教育培训工作条例》（2023年）：乡科级干部每年累计不少于12天或90学时',
  note: '总学时包括全部培训，不只是法治课程。',
};

const enforcement = {
  key: 'enforcement',
  classCode: 'enforcement',
  ledger: 'training',
  needsExam: true,
} as const;

const newcomer: RequirementTemplate = {
  key: 'newcomer',
  classCode: 'newcomer',
  ledger: 'training',
  targetHundredths: null,
  needsExam: true,
  legalBasis: '《公务员培训规定》：新录用公务员在试用期内参加初任培训，内容包括法律法规',
  note: '初任培训的天数请按现行规定核对，折合成学时填写。',
};

/** Last year of the 纲要 that named 60 学时 for officers; no figure for one year is known of what follows it. */
const LAST_OF_OUTLINE = 2025;

const officersUnderOutline = {
  targetHundredths: 6000,
  legalBasis:
    '《法治政府建设实施纲要（2021—2025年）》：行政执法人员每人每年接受不少于60学时的业务知识和法律法规培训',
  note: '纲要期限到2025年，以后的年度请另选年度。',
};

const officersSince = {
  targetHundredths: null,
  legalBasis: '《法治宣传教育法》（2025年11月1日起施行）国家工作人员一章',
  note: '每人每年60学时出自2025年到期的纲要，接续文件中的学时未见。年度目标请按本地现行规定填写，并写明文号和条款。',
};

/** 处级, 科级, 执法, 新进 in a plan year. Each is only a proposal: every term can be changed before it is published. */
export function requirementTemplates(planYear: number): readonly RequirementTemplate[] {
  const ofOfficers = planYear <= LAST_OF_OUTLINE ? officersUnderOutline : officersSince;
  return [division, section, { ...enforcement, ...ofOfficers }, newcomer];
}
