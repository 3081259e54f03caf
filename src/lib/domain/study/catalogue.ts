/** What a plan year asks of somebody: `required` by a plan or assigned, `elective` where a plan offers it. */
export type Demanded = 'required' | 'elective';

export const demandWords: Record<Demanded, string> = { required: '必修', elective: '选修' };

export interface Listed {
  demanded: Demanded | null;
  lessons: number;
  completed: number;
}

export function isLearnt({ lessons, completed }: Listed): boolean {
  return lessons > 0 && completed === lessons;
}

/** Courses as somebody needs them: required ones, then those of his plan, then the others, then what he has learnt. */
export function inOrderOfNeed<Course extends Listed>(courses: readonly Course[]): Course[] {
  const rank = (course: Course) => {
    if (isLearnt(course)) return 3;
    return course.demanded === null ? 2 : course.demanded === 'elective' ? 1 : 0;
  };
  return [...courses].sort((a, b) => rank(a) - rank(b));
}
