import { sql, type SqlBool } from 'kysely';
import type { FigureScope } from '#lib/domain/figures/figure.ts';
import type { Marks, TopicMarks } from '#lib/domain/figures/topics.ts';
import type { Db } from '../db/index.ts';
import { classOnRoster } from './queries.candidates.ts';

const CLASSES = ['division', 'section', 'enforcement', 'newcomer'] as const;

/** Marks by topic of a unit's year, of everybody and of the classes; runs away from the answering thread. */
export async function topicMarks(db: Db, scope: FigureScope): Promise<TopicMarks[]> {
  const rows = await marksByTopic(db, scope).execute();
  return rows.map((row) => {
    const of = (awarded: number | null, points: number | null): Marks => ({
      awarded: Number(awarded ?? 0),
      points: Number(points ?? 0),
    });
    return {
      name: row.name,
      all: of(row.awarded, row.points),
      classes: {
        division: of(row.division_awarded, row.division_points),
        section: of(row.section_awarded, row.section_points),
        enforcement: of(row.enforcement_awarded, row.enforcement_points),
        newcomer: of(row.newcomer_awarded, row.newcomer_points),
      },
    };
  });
}

/** Sums of points by topic over the best sheet of each who is due. */
export function marksByTopic(db: Db, scope: FigureScope) {
  const sum = (column: string, flag?: string) =>
    flag === undefined
      ? sql<number | null>`sum(${sql.ref(column)})`
      : sql<number | null>`sum(case when ${sql.ref(`sheet.${flag}`)} = 1 then ${sql.ref(column)} else 0 end)`;
  const [awarded, points] = ['mark.score_hundredths', 'attempt_item.points_hundredths'];
  return db
    .selectFrom(bestSheets(db, scope).as('sheet'))
    .innerJoin('attempt_item', 'attempt_item.attempt_id', 'sheet.id')
    .innerJoin('mark', (join) =>
      join
        .onRef('mark.attempt_id', '=', 'attempt_item.attempt_id')
        .onRef('mark.item_id', '=', 'attempt_item.item_id'),
    )
    .innerJoin('question_version', 'question_version.id', 'attempt_item.question_version_id')
    .innerJoin('question', 'question.id', 'question_version.question_id')
    .innerJoin('topic', 'topic.id', 'question.topic_id')
    .groupBy(['topic.id', 'topic.name'])
    .select([
      'topic.name',
      sum(awarded).as('awarded'),
      sum(points).as('points'),
      sum(awarded, 'division').as('division_awarded'),
      sum(points, 'division').as('division_points'),
      sum(awarded, 'section').as('section_awarded'),
      sum(points, 'section').as('section_points'),
      sum(awarded, 'enforcement').as('enforcement_awarded'),
      sum(points, 'enforcement').as('enforcement_points'),
      sum(awarded, 'newcomer').as('newcomer_awarded'),
      sum(points, 'newcomer').as('newcomer_points'),
    ])
    .orderBy('topic.name');
}

/** The graded sheet of each who is due that nobody of his own beats, the earlier of equal ones, with his classes. */
function bestSheets(db: Db, scope: FigureScope) {
  return db
    .selectFrom('exam_candidate')
    .innerJoin('exam', 'exam.id', 'exam_candidate.exam_id')
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'exam_candidate.unit_id')
    .innerJoin('attempt', (join) =>
      join
        .onRef('attempt.exam_id', '=', 'exam_candidate.exam_id')
        .onRef('attempt.person_id', '=', 'exam_candidate.person_id'),
    )
    .where('unit_closure.ancestor_id', '=', scope.unitId)
    .where(sql<SqlBool>`unit_closure.valid_from <= exam.roster_on`)
    .where(sql<SqlBool>`(unit_closure.valid_to is null or unit_closure.valid_to >= exam.roster_on)`)
    .where('exam.plan_year', '=', scope.planYear)
    .where('exam.status', '=', 'published')
    .where('exam_candidate.state', '=', 'due')
    .where('attempt.status', '!=', 'open')
    .where('attempt.score_hundredths', 'is not', null)
    .$if(scope.group === 'leadership', (query) =>
      query.where((of) => of.exists(classOnRoster(of, 'leadership'))),
    )
    .where(
      sql<SqlBool>`not exists (select 1 from attempt as better
        where better.exam_id = attempt.exam_id and better.person_id = attempt.person_id
          and better.status <> 'open' and (better.score_hundredths > attempt.score_hundredths
            or (better.score_hundredths = attempt.score_hundredths and better.number < attempt.number)))`,
    )
    .select('attempt.id')
    .select((of) =>
      CLASSES.map((code) =>
        of
          .case()
          .when(of.exists(classOnRoster(of, code)))
          .then(of.lit(1))
          .else(of.lit(0))
          .end()
          .as(code),
      ),
    );
}
