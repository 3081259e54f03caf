import type { Db } from '../db/index.ts';

/** What is held about somebody's lessons on the way to their completion, and about his place in exams. */
export async function ownTrials(db: Db, { personId, most }: { personId: string; most: number }) {
  return {
    openings: await db
      .selectFrom('opening')
      .innerJoin('lesson_version as version', 'version.id', 'opening.lesson_version_id')
      .select(['version.title', 'opening.opened_at'])
      .where('opening.person_id', '=', personId)
      .orderBy('opening.opened_at', 'desc')
      .limit(most)
      .execute(),
    checks: await db
      .selectFrom('check_attempt as attempt')
      .innerJoin('lesson_version as version', 'version.id', 'attempt.lesson_version_id')
      .select(['version.title', 'attempt.plan_year', 'attempt.number', 'attempt.started_at'])
      .select(['attempt.right_count', 'attempt.passed', 'attempt.answered_at'])
      .where('attempt.person_id', '=', personId)
      .orderBy('attempt.started_at')
      .limit(most)
      .execute(),
    candidacies: await db
      .selectFrom('exam_candidate as candidate')
      .innerJoin('exam', 'exam.id', 'candidate.exam_id')
      .innerJoin('unit', 'unit.id', 'candidate.unit_id')
      .select(['exam.title', 'unit.name as unit', 'candidate.state', 'candidate.added_on'])
      .select('candidate.reason')
      .where('candidate.person_id', '=', personId)
      .orderBy('candidate.added_on')
      .limit(most)
      .execute(),
    exemptions: await db
      .selectFrom('exemption')
      .innerJoin('exam', 'exam.id', 'exemption.exam_id')
      .select(['exam.title', 'exemption.kind', 'exemption.ground', 'exemption.reason'])
      .select(['exemption.status', 'exemption.asked_at', 'exemption.decided_reason'])
      .where('exemption.person_id', '=', personId)
      .orderBy('exemption.asked_at')
      .limit(most)
      .execute(),
    extraTime: await db
      .selectFrom('standing_allowance')
      .select(['percent', 'minutes', 'reason', 'valid_from', 'valid_to', 'given_at'])
      .where('person_id', '=', personId)
      .orderBy('valid_from')
      .limit(most)
      .execute(),
  };
}
