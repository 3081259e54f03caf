import { isReleased } from '#lib/domain/exams/candidacy.ts';
import type { About } from '#lib/domain/feedback/about.ts';
import * as bank from '../bank/index.ts';
import * as exams from '../exams/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import * as study from '../study/index.ts';
import { examItem, practiceItem } from './queries.ts';

/**
 * The question that a person saw explained at a place of his own try; null when the try is another's, or its keys are
 * not told yet: then nothing about the question may be said, not even that it is there.
 */
export async function questionAbout(act: Act, about: About): Promise<bank.QuestionVersion | null> {
  const versionId = await explainedAt[about.source](act, about);
  if (versionId === null) return null;
  return (await bank.versions(act.db, [versionId]))[0] ?? null;
}

const explainedAt = { check: inCheck, exam: inExam, practice: inPractice } as const;

async function inCheck(act: Act, about: About): Promise<string | null> {
  const { personId } = personOf(act);
  return study.explainedInCheck(act.db, { ...about, personId });
}

async function inExam(act: Act, about: About): Promise<string | null> {
  const item = await examItem(act.db, about).executeTakeFirst();
  if (!item || item.person_id !== personOf(act).personId) return null;
  const release = await exams.releaseFacts(act.db, item.exam_id);
  return isReleased(release, act.now) ? item.question_version_id : null;
}

/** A set explains each question as it is answered, a mock exam all of them once it is handed in. */
async function inPractice(act: Act, about: About): Promise<string | null> {
  const item = await practiceItem(act.db, about).executeTakeFirst();
  if (!item || item.person_id !== personOf(act).personId) return null;
  const isExplained = item.kind === 'set' ? item.answered_at !== null : item.score_hundredths !== null;
  return isExplained ? item.version_id : null;
}
