import type { Role } from '../access/roles.ts';

/** What an installation has of what it needs before its people can learn. */
export interface StepFacts {
  hasUnits: boolean;
  hasPeople: boolean;
  /** People who hold the role of coordinator today, and how many of them have set their password. */
  coordinators: number;
  signedInCoordinators: number;
  hasRequirement: boolean;
  hasQuestions: boolean;
  hasCourse: boolean;
  hasTask: boolean;
}

export interface FirstStep {
  title: string;
  /** What to do, and why. */
  hint: string;
  /** Whose it is. */
  role: Role;
  /** Where it is done by those whose it is. */
  href: string;
  isDone: boolean;
}

/** A second person verifies events and confirms the minutes of a lesson. */
const FEWEST_COORDINATORS = 2;

/**
 * What is to be done on the first days of an installation, in the order in which one thing needs the other. Roster and
 * tree before powers, since a power is given to a person over a unit; questions before courses, since a lesson ends
 * with a check.
 */
export function firstSteps(has: StepFacts): FirstStep[] {
  return [
    {
      title: '建立单位',
      hint: '下载模板填好各部门、科室和它们的上级，一次导入；以后再增减改名也在这里。',
      ...{ role: 'systemAdministrator', href: '/manage/units/import', isDone: has.hasUnits },
    },
    {
      title: '导入人员名册',
      hint: '按模板填姓名、身份证号或手机号、单位、人员类别；培训管理员和领导也在名册里。',
      ...{ role: 'systemAdministrator', href: '/manage/people/import', isDone: has.hasPeople },
    },
    {
      title: '授权培训管理员',
      hint: `给名册中的人授予“培训管理员”，管理范围选最上一级单位。至少 ${FEWEST_COORDINATORS} 位：学法活动要另一位核验，课时的学习分钟数要另一位确认。领导也在这里授权。`,
      ...{
        role: 'securityAdministrator',
        href: '/admin/grants',
        isDone: has.coordinators >= FEWEST_COORDINATORS,
      },
    },
    {
      title: '发登录码',
      hint: '给培训管理员打印登录码条，由本人设置密码；其他人可以由培训管理员分单位发。',
      ...{
        role: 'systemAdministrator',
        href: '/manage/activation',
        isDone: has.signedInCoordinators > 0,
      },
    },
    {
      title: '发布年度要求',
      hint: '按人员类别写明学时或学分、考试和依据，学员首页随即显示目标。',
      ...{ role: 'coordinator', href: '/manage/plans', isDone: has.hasRequirement },
    },
    {
      title: '导入题目',
      hint: '课时后的随堂测、练习和考试各用各的题；先导入“随堂测”的题，写课时时就能选。',
      ...{ role: 'coordinator', href: '/manage/bank/import', isDone: has.hasQuestions },
    },
    {
      title: '发布第一个课时',
      hint: '新建课程，写好课文、选好题目，由另一位培训管理员确认学习分钟数后发布。',
      ...{ role: 'coordinator', href: '/manage/courses', isDone: has.hasCourse },
    },
    {
      title: '安排学习',
      hint: '把课程指派给单位或个人，或者发布学习计划；学员登录后就能看到。',
      ...{ role: 'coordinator', href: '/manage/assignments', isDone: has.hasTask },
    },
  ];
}
