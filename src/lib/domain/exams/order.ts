import type { Instant } from '../shared/time.ts';
import type { CandidacyState } from './candidacy.ts';

const places: Record<CandidacyState, number> = {
  inProgress: 0,
  open: 1,
  upcoming: 2,
  missed: 3,
  finished: 3,
};

/** Exams as their candidate needs them: running, open, to come, each by its end; then what is over, the latest first. */
export function inOrderOfNeed<Exam extends { state: CandidacyState; closesAt: Instant }>(
  exams: readonly Exam[],
): Exam[] {
  const isOver = (exam: Exam) => places[exam.state] === places.finished;
  return [...exams].sort((a, b) => {
    const byPlace = places[a.state] - places[b.state];
    if (byPlace !== 0) return byPlace;
    const byEnd = a.closesAt < b.closesAt ? -1 : Number(a.closesAt > b.closesAt);
    return isOver(a) ? -byEnd : byEnd;
  });
}
