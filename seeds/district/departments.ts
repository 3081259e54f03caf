import type { LevelCode } from '#lib/domain/people/codes.ts';
import type { TradeCode } from '#lib/domain/units/trades.ts';

/** What a department of the invented district is like; its people and its year follow from it. */
export interface Department {
  name: string;
  trade: TradeCode;
  /** Units below it, with the share of its officers that they hold together. */
  teams: string[];
  /** People on the roster at the beginning. */
  size: number;
  /** Of ten people so many are officers with a card of enforcement. */
  officersOfTen: number;
  /** Titles of its head and deputies. */
  head: string;
  deputy: string;
  headLevel: LevelCode;
  deputies: number;
  /** What an officer and a clerk are called. */
  officer: string;
  offices: string[];
  /** Laws of its own trade, and what its lectures are about. */
  laws: string[];
  matters: string[];
  /** How readily it learns, 0 to 1; the one that is behind is far below the others. */
  zeal: number;
}

const bureau = { head: '局长', deputy: '副局长', headLevel: 'townHead', deputies: 3 } as const;
const street = { head: '办事处主任', deputy: '办事处副主任', headLevel: 'townHead', deputies: 4 } as const;
const streetOffices = ['党政办公室', '平安法治办', '公共服务办', '经济发展办'];

/** The twelve departments and streets of 云山区. */
export const departments: readonly Department[] = [
  {
    ...{ name: '区政府办公室', trade: 'party', teams: [], size: 20, officersOfTen: 0, zeal: 0.82 },
    ...{ head: '区长', deputy: '副区长', headLevel: 'countyHead', deputies: 5, officer: '科员' },
    offices: ['秘书科', '督查科', '政务公开科'],
    laws: ['政府信息公开条例', '重大行政决策程序暂行条例'],
    matters: ['依申请公开答复的规范', '重大行政决策的合法性审查', '公文里的权限表述'],
  },
  {
    ...{ ...bureau, headLevel: 'countyDeputy', name: '司法局', trade: 'justice', teams: [] },
    ...{ size: 18, officersOfTen: 1, zeal: 0.95, officer: '执法监督员' },
    offices: ['法治科', '行政复议与应诉科', '信息科'],
    laws: ['行政复议法', '行政诉讼法'],
    matters: ['复议案件里的证据', '负责人出庭应诉', '执法监督案卷评查'],
  },
  {
    ...{ name: '综合行政执法局', trade: 'urban', teams: ['执法一中队', '执法二中队'], size: 38 },
    ...{ head: '局长', deputy: '副局长', headLevel: 'countyDeputy', deputies: 4, officer: '执法队员' },
    ...{ officersOfTen: 7, zeal: 0.8, offices: ['综合科', '法制科'] },
    laws: ['行政处罚法', '行政强制法'],
    matters: ['现场检查与取证', '占道经营案件的裁量', '查封扣押的期限与文书'],
  },
  {
    ...{ ...bureau, name: '市场监督管理局', trade: 'market', teams: ['城东监管所', '城西监管所'] },
    ...{ size: 34, officersOfTen: 7, zeal: 0.78, officer: '执法人员', offices: ['法规科', '注册许可科'] },
    laws: ['行政处罚法', '行政许可法'],
    matters: ['食品案件的货值认定', '许可注销与撤销的区分', '首违不罚清单的适用'],
  },
  {
    ...{ ...bureau, name: '人力资源和社会保障局', trade: 'labour', teams: [], size: 22 },
    ...{ officersOfTen: 3, zeal: 0.74, officer: '劳动监察员', offices: ['公务员科', '仲裁信访科'] },
    laws: ['公务员法', '信访工作条例'],
    matters: ['公务员考核与处分', '欠薪线索的受理', '信访事项的分类办理'],
  },
  {
    ...{ ...bureau, name: '自然资源分局', trade: 'resources', teams: [], size: 22 },
    ...{ officersOfTen: 5, zeal: 0.72, officer: '执法人员', offices: ['审批科', '权籍科'] },
    laws: ['行政许可法', '行政强制法'],
    matters: ['许可条件的审查尺度', '责令改正与强制拆除的衔接', '登记错误的更正'],
  },
  {
    ...{ ...bureau, name: '住房和城乡建设局', trade: 'housing', teams: [], size: 24 },
    ...{ officersOfTen: 6, zeal: 0.3, officer: '执法人员', offices: ['质量安全科', '物业管理科'] },
    laws: ['行政处罚法', '行政许可法'],
    matters: ['工地检查的程序', '资质许可的撤回', '听证怎么开'],
  },
  {
    ...{ ...bureau, name: '卫生健康局', trade: 'health', teams: [], size: 22 },
    ...{ officersOfTen: 4, zeal: 0.77, officer: '卫生监督员', offices: ['医政科', '疾控科'] },
    laws: ['行政处罚法', '行政许可法'],
    matters: ['执业许可的检查', '非法行医案件的移送', '告知与陈述申辩'],
  },
  {
    ...{ ...bureau, name: '应急管理局', trade: 'emergency', teams: [], size: 20 },
    ...{ officersOfTen: 6, zeal: 0.85, officer: '安全监察员', offices: ['综合协调科', '危化监管科'] },
    laws: ['行政强制法', '行政处罚法'],
    matters: ['现场处置措施的性质', '事故调查与处罚', '执法记录的留存'],
  },
  {
    ...{ ...street, name: '东门街道', trade: 'town', teams: ['综合执法队'], size: 28 },
    ...{ officersOfTen: 4, zeal: 0.7, officer: '执法队员', offices: streetOffices },
    laws: ['行政处罚法', '信访工作条例'],
    matters: ['赋权事项的承接', '物业纠纷的调处', '街道处罚决定的签批'],
  },
  {
    ...{ ...street, name: '石桥街道', trade: 'town', teams: ['综合执法队'], size: 26 },
    ...{ officersOfTen: 4, zeal: 0.66, officer: '执法队员', offices: streetOffices },
    laws: ['行政处罚法', '民法典'],
    matters: ['相邻关系与楼道堆物', '赋权事项的承接', '送达的几种办法'],
  },
  {
    ...{ ...street, name: '云台街道', trade: 'town', teams: [], size: 26 },
    ...{ officersOfTen: 3, zeal: 0.75, officer: '执法队员', offices: streetOffices },
    laws: ['信访工作条例', '民法典'],
    matters: ['初信初访的办理', '高空抛物的责任', '村居法律顾问怎么用'],
  },
];
