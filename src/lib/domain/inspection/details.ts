import { roleLabels } from '../access/roles.ts';
import type { CertificateKind } from '../certificates/kinds.ts';
import { statuses as eventStatuses } from '../events/tags.ts';
import { cadences } from '../events/series.ts';
import { exemptionKinds, exemptionStatuses, grounds } from '../exemptions/grounds.ts';
import { sittingKinds } from '../exams/sitting.ts';
import { figures } from '../figures/registry/index.ts';
import { waiverGrounds, waiverStatuses } from '../plans/waiver.ts';
import { joinerRules } from '../plans/asked.ts';
import { staffClasses } from '../people/classes.ts';
import { levels, staffKinds, statuses } from '../people/codes.ts';
import { freezeKinds } from '../reports/freeze.ts';
import { formatHundredths } from '../shared/hundredths.ts';
import { shanghaiClock } from '../shared/time.ts';
import { trades } from '../units/trades.ts';
import { detailNames, subjectNames } from './detailNames.ts';

type Words = Readonly<Record<string, unknown>>;

const classWords: Words = staffClasses;
const certificateWords: Words = { study: '学习证明', transcript: '成绩单' } satisfies Record<
  CertificateKind,
  string
>;
const origins: Words = { check: '随堂测通过', testOut: '免修测通过' };
const spans: Words = { minutes: '按分钟', halfDay: '半天', day: '一天' };

/** Words for the codes that a detail of this name may hold; the first table that knows one says it. */
const codes: Record<string, readonly Words[]> = {
  admits: [{ unpassed: '未合格和未参加的人员', deferred: '缓考人员', all: '全部应考人员' }],
  by: [{ hand: '当面交付', mail: '邮件' }],
  cadence: [cadences],
  classCode: [classWords],
  classCodes: [classWords],
  classes: [classWords],
  countedIn: [{ home: '编制单位', work: '工作单位' }],
  direction: [{ asc: '从小到大', desc: '从大到小', up: '上移', down: '下移' }],
  from: [statuses],
  ground: [waiverGrounds, grounds],
  group: [{ all: '全体', leadership: '领导班子' }],
  joiners: [joinerRules],
  kind: [
    exemptionKinds,
    freezeKinds,
    certificateWords,
    { takenBack: '撤回核验', added: '增补', removed: '移除' },
  ],
  ledger: [{ training: '培训学时', credit: '学法考试学分' }],
  level: [levels],
  levels: [levels],
  level_code: [levels],
  levelCode: [levels],
  method: [{ password: '密码', portal: '统一门户', code: '一次性登录码' }],
  origin: [origins],
  role: [roleLabels],
  sitting: [sittingKinds],
  sort: [{ issuedAt: '开具时间', number: '编号', name: '姓名', title: '名称', heldOn: '日期', at: '时间' }],
  span: [spans],
  staff_kind: [staffKinds],
  staffKind: [staffKinds],
  status: [statuses, eventStatuses, waiverStatuses, exemptionStatuses, { valid: '有效', revoked: '已撤销' }],
  statuses: [statuses],
  to: [statuses, { selection: '人员名单', unit: '单位', people: '所选人员' }],
  trade: [trades],
  trade_code: [trades],
  tradeCode: [trades],
  trades: [trades],
};

const IDENTIFIER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Names of things by their identifiers, as far as they still stand. */
export type NamesOf = ReadonlyMap<string, string>;

/** Every identifier in what an act noted, however deep. */
export function identifiersIn(value: unknown): string[] {
  if (typeof value === 'string') return IDENTIFIER.test(value) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(identifiersIn);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function sayText(key: string, text: string, names: NamesOf): string {
  if (IDENTIFIER.test(text)) return names.get(text) ?? `编号尾数 ${text.slice(-8)}`;
  if (INSTANT.test(text)) return shanghaiClock(text);
  if (key === 'figure') return (figures as Record<string, { name: string }>)[text]?.name ?? text;
  if (text.startsWith('{')) return sayDetails(JSON.parse(text) as Record<string, unknown>, names);
  const table = codes[key]?.find((words) => typeof words[text] === 'string');
  return table ? String(table[text]) : text;
}

function say(key: string, value: unknown, names: NamesOf): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return key.endsWith('Hundredths') ? formatHundredths(value) : String(value);
  if (typeof value === 'string') return sayText(key, value, names);
  if (Array.isArray(value)) return value.map((one) => say(key, one, names)).join('、');
  return `（${sayDetails(value as Record<string, unknown>, names)}）`;
}

/** People are noted by their number, or one by one. */
function nameOf(key: string, value: unknown): string {
  if (key === 'people' && Array.isArray(value)) return '人员';
  return detailNames[key] ?? key;
}

/** What an act noted, in Chinese: `原因：材料齐全；分钟数：60`. What is empty is left out. */
export function sayDetails(details: Record<string, unknown>, names: NamesOf): string {
  return Object.entries(details)
    .filter(([key, value]) => key !== 'v' && !isEmpty(value))
    .map(([key, value]) => `${nameOf(key, value)}：${say(key, value, names)}`)
    .join('；');
}

/** What an act was about: the name it has today, else its kind and the end of its identifier. */
export function saySubject(kind: string | null, id: string | null, names: NamesOf): string {
  if (kind === null || id === null) return '';
  const name = names.get(id);
  if (kind === 'person' && name !== undefined) return name;
  return `${subjectNames[kind] ?? kind}：${name ?? sayText(kind, id, names)}`;
}
