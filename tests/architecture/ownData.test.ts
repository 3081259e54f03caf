import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ownKinds } from '#lib/domain/inspection/ownData.ts';
import { declaredTables } from '../support/schema.ts';
import { filesBelow } from '../support/source.ts';

/** Tables about somebody whose rows tell him nothing, with the reason. */
const apart: Record<string, string> = {
  session: 'a secret; the sign-ins tell of it',
  second_factor: 'a secret',
  recovery_code: 'a secret, used once',
  password_history: 'a secret',
  code: 'a secret, used once',
  import_row: 'enciphered, and emptied with its import but for a card, which the roster tells',
  reading_span: 'time spent is shown to nobody',
  standing: 'counted from the ledgers and exams that are told',
  standing_turn: 'work that counting still owes',
  hour_turn: 'work that counting still owes',
  event_correction: 'why a shared event was corrected; the attendance tells the result',
};

const source = filesBelow('src/lib/server/inspection', /queries\.own\w+\.ts$/)
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

const isTold = (table: string) => new RegExp(`'${table}( as \\w+)?'`).test(source);

it('tells a person what every table about him holds, or says here why not', () => {
  const about = declaredTables()
    .filter(({ columns }) => columns.some(({ name }) => name === 'person_id' || name === 'account_id'))
    .map(({ name }) => name);
  expect(about.filter((name) => !isTold(name)).sort()).toEqual(Object.keys(apart).sort());
});

const notice = readFileSync('docs/personal-data.md', 'utf8');

it('the notice of personal data names every kind that a person can look up about himself', () => {
  expect(ownKinds.map(({ name }) => name).filter((name) => !notice.includes(name))).toEqual([]);
});

/** Columns by which a table holds a person, or what was said, sealed or sent about one. */
const ABOUT_SOMEBODY =
  /^(person_id|account_id|actor_id|kept_id|handler_id|lecturer|failures|report|rows_file|\w+_cipher)$/;

/** Tables about somebody, and the words of the notice that say what for and how long. */
const words: Record<string, string> = {
  ...named('基本信息', 'person'),
  ...named('任职（', 'post', 'person_merge', 'transfer', 'status_change'),
  ...named('口令的摘要', 'account', 'second_factor', 'recovery_code', 'password_history'),
  ...named('重置码的摘要', 'code'),
  ...named('登录中的会话', 'session'),
  ...named('绑定的统一身份', 'portal_link'),
  ...named('登录记录', 'sign_in', 'throttle'),
  ...named('授权', 'role_grant'),
  ...named('学习计划', 'plan_member', 'assignment_target', 'selection_person'),
  ...named('阅读的起止', 'opening', 'reading_span'),
  ...named('完成的课时', 'lesson_completion', 'check_attempt', 'standing', 'standing_turn'),
  ...named('学时学分台账', 'hour_entry', 'hour_turn', 'claim', 'outside_record'),
  ...named('参加的学法活动', 'attendance', 'event_correction'),
  ...named('考试名单', 'exam_candidate', 'attempt'),
  ...named('免训与减免', 'waiver', 'exemption', 'standing_allowance'),
  ...named('证明与成绩单', 'certificate', 'certificate_request'),
  ...named('错题本', 'practice_card', 'practice_mistake', 'practice_run'),
  ...named('意见建议', 'feedback'),
  ...named('活动主讲人的姓名', 'event'),
  ...named('封存的年度报告', 'freeze'),
  ...named('预览', 'import_batch'),
  ...named('行政执法证', 'import_row'),
  ...named('待发的邮件', 'mail'),
  ...named('审计日志', 'audit_entry'),
};

function named(word: string, ...tables: string[]): Record<string, string> {
  return Object.fromEntries(tables.map((table) => [table, word]));
}

/** Tables that the pattern finds and that hold nobody. */
const nobody = ['portal'];

/** What is emptied instead of deleted. */
const emptied = ['import_batch'];

/** How long the notice says that what a word stands for is kept; null where no line has the word. */
function keptOf(word: string): string | null {
  const [, list = ''] = /### 二、([\s\S]*?)### 三、/.exec(notice) ?? [];
  const line = list.split('\n').find((one) => one.startsWith('|') && one.split('|')[1]?.includes(word));
  return line?.split('|')[3]?.trim() ?? null;
}

it('the notice says of every table about somebody how long it is kept', () => {
  const about = declaredTables()
    .filter(({ columns }) => columns.some(({ name }) => ABOUT_SOMEBODY.test(name)))
    .map(({ name }) => name)
    .filter((name) => !nobody.includes(name));
  expect(Object.keys(words).sort()).toEqual(about.sort());
  expect(Object.values(words).filter((word) => !keptOf(word))).toEqual([]);
});

it('what the notice says is deleted in time is deleted by something', () => {
  const server = filesBelow('src/lib/server', /\.ts$/)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const promised = Object.entries(words)
    .filter(([, word]) => /天|即/.test(keptOf(word) ?? ''))
    .map(([table]) => table)
    .filter((table) => !emptied.includes(table));
  const isDeleted = (table: string) => new RegExp(`deleteFrom\\('${table}'\\)`).test(server);
  expect(promised.filter((table) => !isDeleted(table))).toEqual([]);
});
