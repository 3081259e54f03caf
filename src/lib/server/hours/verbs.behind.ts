import { ledgers } from '#lib/domain/hours/ledgers.ts';
import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import * as plans from '../plans/index.ts';
import * as study from '../study/index.ts';
import { behindCount, behindPage, type BehindAsk } from './queries.behind.ts';
import { totalsOf } from './questions.ts';

/** Somebody who has not reached what the year asks, and why. */
export interface BehindLine {
  personId: string;
  name: string;
  unitId: string;
  unitName: string;
  /** Short sentences: `培训学时还差 7.5`, `《…》6 月 30 日到期未完成`. */
  reasons: string[];
  /** A text to send him, ready to copy. */
  reminder: string;
}

async function reasonsOf(act: Act, personId: string): Promise<string[]> {
  const asked = { personId, planYear: planYearOf(act.now), day: shanghaiDay(act.now) };
  const { requirements, duties } = await plans.demandsOn(act.db, asked);
  const totals = await totalsOf(act.db, asked);
  const short = requirements
    .filter((one) => totals[one.ledger] < one.targetHundredths)
    .map((one) => {
      const missing = formatHundredths(one.targetHundredths - totals[one.ledger]);
      return `${ledgers[one.ledger].name}还差 ${missing}`;
    });
  const required = duties.filter((duty) => duty.isRequired);
  const courseIds = required.map((duty) => duty.courseId);
  const progress = await study.remainingOf(act.db, { ...asked, courseIds });
  const open = required.flatMap((duty) => {
    const left = progress.find((one) => one.courseId === duty.courseId)?.remaining.length ?? 0;
    if (left === 0) return [];
    const isLate = duty.dueOn !== null && duty.dueOn < asked.day;
    return [`《${duty.title}》还有 ${left} 个课时${isLate ? `，已过 ${duty.dueOn} 的期限` : ''}`];
  });
  return [...new Set([...short, ...open])];
}

function reminderFor(name: string, planYear: number, reasons: readonly string[]): string {
  return `${name}您好：${planYear} 年度学法任务中，您${reasons.join('；')}。请登录学法系统，在首页按“继续学习”办理，已学的内容不必重复。`;
}

/**
 * A page of the people within the actor's reach who are behind in this plan year, each with the reasons and a reminder
 * to copy. Who is behind comes from the kept standings; the reasons are worked out for the people shown.
 */
export async function listBehind(
  act: Act,
  asked: { q: string; page: number; pageSize: number },
): Promise<{ people: BehindLine[]; total: number }> {
  access.require(act, 'hours.behind');
  const planYear = planYearOf(act.now);
  const unitIds = access.unitsHeld(act, ['coordinator']);
  const ask: BehindAsk = { unitIds, planYear, day: shanghaiDay(act.now), q: asked.q };
  const window = { limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize };
  const rows = await behindPage(act.db, { ...ask, ...window }).execute();
  const { total } = await behindCount(act.db, ask).executeTakeFirstOrThrow();
  const people: BehindLine[] = [];
  for (const row of rows) {
    const exam = Number(row.exam_due) === 1 ? ['年度学法考试还没有合格'] : [];
    const reasons = [...(await reasonsOf(act, row.id)), ...exam];
    const { name } = row;
    const reminder = reminderFor(name, planYear, reasons);
    people.push({ personId: row.id, name, unitId: row.unit_id, unitName: row.unit_name, reasons, reminder });
  }
  return { people, total: Number(total) };
}
