import type { CertificateContent, Holder, LedgerTotal } from '#lib/domain/certificates/content.ts';
import type { CertificateKind } from '#lib/domain/certificates/kinds.ts';
import type { RecordsNow } from '#lib/domain/certificates/state.ts';
import { sourceName, studyLines, type StandingEntry } from '#lib/domain/certificates/study.ts';
import { transcriptExam } from '#lib/domain/certificates/transcript.ts';
import { originLabels } from '#lib/domain/hours/words.ts';
import { ledgers } from '#lib/domain/hours/ledgers.ts';
import type { Ledger } from '#lib/domain/facts/study.ts';
import { classLabel } from '#lib/domain/people/classes.ts';
import { asOfDay } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import * as exams from '../exams/index.ts';
import * as hours from '../hours/index.ts';
import * as people from '../people/index.ts';
import * as plans from '../plans/index.ts';
import type { Act } from '../platform/act.ts';
import * as study from '../study/index.ts';
import * as units from '../units/index.ts';
import { coursesOfLessons } from './queries.courses.ts';

export interface Wanted {
  personId: string;
  kind: CertificateKind;
  planYear: number;
}

type Contents<Kind extends CertificateKind> = Extract<CertificateContent, { kind: Kind }>;

/** What the records say now, as a certificate would; `conflict` when there is nothing to certify or nobody placed. */
export async function contentNow(act: Act, wanted: Wanted): Promise<CertificateContent> {
  const content = wanted.kind === 'study' ? await studyOf(act, wanted) : await transcriptOf(act, wanted);
  if (content.kind === 'study' && content.lines.length === 0)
    throw new DomainError('conflict', `${wanted.planYear} 年度还没有学时、学分记录，不能开具学习证明。`);
  if (content.kind === 'transcript' && content.exams.every((exam) => exam.bestHundredths === null))
    throw new DomainError('conflict', `${wanted.planYear} 年度还没有考试成绩，不能开具成绩单。`);
  return content;
}

/** What the records say today of that on which a certificate rests. */
export async function recordsNow(
  db: Db,
  held: { personId: string; content: CertificateContent },
): Promise<RecordsNow> {
  const { personId, content } = held;
  if (content.kind === 'study') {
    const { planYear, sources } = content;
    const totals = await hours.totalsOfSources(db, { personId, planYear, sources });
    return { totals, scores: new Map() };
  }
  const ids = content.exams.flatMap((exam) => exam.attempts.map((attempt) => attempt.attemptId));
  return { totals: { training: 0, credit: 0 }, scores: await exams.currentScores(db, ids) };
}

async function studyOf(act: Act, wanted: Wanted): Promise<Contents<'study'>> {
  const { planYear } = wanted;
  const day = asOfDay(planYear, shanghaiDay(act.now));
  const asked = { ...wanted, day };
  const entries = await entriesOf(act.db, wanted);
  const { requirements, duties } = await plans.demandsOn(act.db, asked);
  const courseIds = duties.filter((duty) => duty.isRequired).map((duty) => duty.courseId);
  const progress = await study.remainingOf(act.db, { ...wanted, courseIds });
  return {
    ...{ v: 1, kind: 'study', planYear, asOf: shanghaiDay(act.now) },
    holder: await holderOf(act.db, wanted.personId, day),
    ledgers: ledgerTotals(await hours.totalsOf(act.db, wanted), requirements),
    courses: {
      asked: progress.length,
      completed: progress.filter((one) => one.lessons > 0 && one.remaining.length === 0).length,
    },
    ...studyLines(entries),
    sources: [...new Set(entries.map(sourceName))].sort(),
  };
}

/** A person of several classes has reached a ledger when he has reached the highest target. */
function ledgerTotals(
  totals: Record<Ledger, number>,
  requirements: readonly plans.Requirement[],
): LedgerTotal[] {
  return (Object.keys(ledgers) as Ledger[]).map((ledger) => {
    const [highest] = requirements
      .filter((one) => one.ledger === ledger && one.targetHundredths > 0)
      .sort((a, b) => b.targetHundredths - a.targetHundredths);
    return {
      ...{ ledger, totalHundredths: totals[ledger], definition: ledgers[ledger].definition },
      targetHundredths: highest?.targetHundredths ?? null,
      legalBasis: highest?.legalBasis ?? '',
    };
  });
}

async function entriesOf(db: Db, wanted: Wanted): Promise<StandingEntry[]> {
  const lines = await hours.standingLines(db, wanted);
  const lessonIds = lines.filter((line) => line.sourceKind === 'lesson').map((line) => line.sourceId);
  const rows = lessonIds.length === 0 ? [] : await coursesOfLessons(db, [...new Set(lessonIds)]).execute();
  const courses = new Map(rows.map((row) => [row.id, row]));
  return lines.map((line) => {
    const course = line.sourceKind === 'lesson' ? courses.get(line.sourceId) : undefined;
    return {
      ...line,
      origin: originLabels[line.origin],
      group: course ? `course:${course.course_id}` : sourceName(line),
      title: course?.title ?? line.title,
    };
  });
}

async function transcriptOf(act: Act, wanted: Wanted): Promise<Contents<'transcript'>> {
  const day = asOfDay(wanted.planYear, shanghaiDay(act.now));
  const results = await exams.resultsOf(act.db, wanted);
  if (results.some((exam) => exam.isSitting))
    throw new DomainError('conflict', '正在考试，交卷后再开具成绩单。');
  return {
    ...{ v: 1, kind: 'transcript', planYear: wanted.planYear, asOf: shanghaiDay(act.now) },
    holder: await holderOf(act.db, wanted.personId, day),
    exams: results.flatMap((exam) => transcriptExam(exam, act.now) ?? []),
  };
}

/** Name, unit and classes as they are printed: of the day, or as they are held last. */
async function holderOf(db: Db, personId: string, day: Day): Promise<Holder> {
  const name = (await people.nameOf(db, personId)) ?? '';
  const post = await people.postOn(db, personId, day);
  if (!post) throw new DomainError('conflict', `${name}在 ${day} 没有任职，无法写明单位。`);
  const path = await units.pathOf(db, post.homeUnitId, day);
  const below = path.length > 1 ? path.slice(0, -1) : path;
  const names: string[] = [];
  for (const unitId of below.reverse()) names.push((await units.nameOn(db, unitId, day)) ?? '');
  return {
    ...{ name, unitName: names.join(' '), title: post.title ?? '' },
    classes: post.classes.map(classLabel),
  };
}
