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

/** 处级, 科级, 执法, 新进. Each is only a proposal: every term can be changed before it is published. */
export const requirementTemplates: readonly RequirementTemplate[] = [
  {
    key: 'division',
    classCode: 'division',
    ledger: 'training',
    targetHundredths: null,
    needsExam: true,
    legalBasis: '《干部教育培训工作条例》（2023年）：县处级以上干部每5年累计不少于3个月或550学时',
    note: '条例规定的是5年总量，年度目标请按本地分年安排填写。',
  },
  {
    key: 'section',
    classCode: 'section',
    ledger: 'training',
    targetHundredths: 9000,
    needsExam: true,
    legalBasis: '《干部教育培训工作条例》（2023年）：乡科级干部每年累计不少于12天或90学时',
    note: '总学时包括全部培训，不只是法治课程。',
  },
  {
    key: 'enforcement',
    classCode: 'enforcement',
    ledger: 'training',
    targetHundredths: 6000,
    needsExam: true,
    legalBasis:
      '《法治政府建设实施纲要（2021—2025年）》：行政执法人员每人每年接受不少于60学时的业务知识和法律法规培训',
    note: '纲要期限到2025年，请核对接续文件后发布。',
  },
  {
    key: 'newcomer',
    classCode: 'newcomer',
    ledger: 'training',
    targetHundredths: null,
    needsExam: true,
    legalBasis: '《公务员培训规定》：新录用公务员在试用期内参加初任培训，内容包括法律法规',
    note: '初任培训的天数请按现行规定核对，折合成学时填写。',
  },
];
