import { writeOptions } from '#lib/domain/bank/content.ts';
import { addDays, addSeconds, planYearOf, shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as papers from '#lib/server/papers/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { officer, standingUnit } from './people.ts';
import { isRight } from './rightTexts.ts';
import { monday, type World } from './world.ts';

const LETTERS = ['A', 'B', 'C', 'D'];

/** Words that stand only in keys and explanations: none may reach a browser before its time. */
export const SECRET = '解析里的秘密';

/** Exam questions of one topic, `each` of a type; keys: B, ABD, T. Rows only: no verb of the bank is tested by them. */
export async function examBank(world: World, each: number): Promise<void> {
  const topicId = newId();
  await world.db.insertInto('topic').values({ id: topicId, name: '行政处罚' }).execute();
  const keys = { single: 'B', multiple: 'ABD', judgement: 'T' };
  for (const [type, key] of Object.entries(keys)) {
    for (let n = 1; n <= each; n += 1) await question(world, { topicId, type, key, code: `${type}-${n}` });
  }
}

async function question(
  world: World,
  { topicId, type, key, code }: { topicId: string; type: string; key: string; code: string },
): Promise<void> {
  const id = newId();
  await world.db
    .insertInto('question')
    .values({
      ...{ id, code, topic_id: topicId, pool: 'exam', status: 'published' },
      ...{ audience: '', source: '', valid_until: null, created_at: world.now },
    })
    .execute();
  const texts = LETTERS.map((letter) => ({
    id: letter,
    text: `${code} 的选项${letter}`,
    pinned: letter === 'D',
  }));
  const judgement = [
    { id: 'T', text: '对', pinned: true },
    { id: 'F', text: '错', pinned: true },
  ];
  await world.db
    .insertInto('question_version')
    .values({
      ...{ id: `version-${code}`, question_id: id, version: 1, type, stem: `${code} 的题干` },
      ...{ stem_key: code, options: writeOptions(type === 'judgement' ? judgement : texts) },
      ...{ answer_key: key, explanation: `${SECRET}：${code}`, difficulty: 1 },
      ...{ status: 'published', created_at: world.now },
    })
    .execute();
}

export interface Examination {
  examId: string;
  unitId: string;
  takers: string[];
  opensAt: string;
  closesAt: string;
}

export interface ExaminationWish {
  takers?: number;
  attemptsAllowed?: number;
  durationMinutes?: number;
  /** Questions of each type in the bank, 4 unless told; with 2 everybody meets every question. */
  each?: number;
  /** The world's Monday unless told. */
  opensAt?: Instant;
  /** Length of the window in seconds. */
  windowSeconds?: number;
}

/** A published exam of 2 单选 × 2, 2 多选 × 4 and 2 判断 × 2 (16 points; 9 pass, 14 excellent) over a bank of 12. */
export async function examination(world: World, wish: ExaminationWish = {}): Promise<Examination> {
  const unitId = await standingUnit(world, '司法局');
  const coordinator = world.signedIn({ roles: { coordinator: unitId } });
  const takers: string[] = [];
  for (let n = 1; n <= (wish.takers ?? 1); n += 1) {
    takers.push((await officer(world, { name: `考生${n}`, unitId })).personId);
  }
  await examBank(world, wish.each ?? 4);
  const blueprintId = await papers.create(coordinator, { unitId, title: '年度考试' });
  const { rows } = await papers.open(coordinator, blueprintId);
  for (const row of rows) {
    await papers.removeRow(coordinator, { blueprintId, rowId: row.id });
    await papers.addRow(coordinator, { ...row, blueprintId, count: 2 });
  }
  const opensAt = wish.opensAt ?? monday;
  const closesAt = addSeconds(opensAt, wish.windowSeconds ?? 86_400);
  const examId = await exams.create(coordinator, {
    ...{ unitId, blueprintId, title: '年度学法考试', planYear: planYearOf(opensAt) },
    rosterOn: addDays(shanghaiDay(world.now), -1),
    ...{ opensAt, closesAt, durationMinutes: wish.durationMinutes ?? 60, entry: 'none' },
    ...{ attemptsAllowed: wish.attemptsAllowed ?? 2, passHundredths: 900, excellentHundredths: 1400 },
  });
  await exams.publish(coordinator, examId);
  return { examId, unitId, takers, opensAt, closesAt };
}

/** Option ids on this sheet of the right answers, by the texts of `examBank`. */
export function rightOptions(item: exams.SheetView): string[] {
  return item.options.filter((option) => isRight(item.type, option.text)).map((option) => option.id);
}

/** An examination with acts at so many seconds after Monday's start: `at` of a taker, `system` of the jobs. */
export async function satExam(engine: { world(): Promise<World> }, wish: ExaminationWish = {}) {
  const world = await engine.world();
  const held = await examination(world, wish);
  const at = (seconds: number, taker = 0) =>
    world.at(addSeconds(monday, seconds)).signedIn({ personId: held.takers[taker] ?? '' });
  const system = (seconds: number) => world.at(addSeconds(monday, seconds)).system;
  return { ...held, world, at, system };
}
