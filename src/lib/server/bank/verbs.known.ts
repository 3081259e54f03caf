import { createHash } from 'node:crypto';
import { stemKey, type Question } from '#lib/domain/bank/question.ts';
import { cellWarning, type Issue } from '#lib/domain/bank/sheet/issue.ts';
import type { FiledQuestion } from '#lib/domain/bank/sheet/plan.ts';
import type { ReadQuestion } from '#lib/domain/bank/sheet/read.ts';
import type { Db } from '../db/index.ts';
import { inParts } from '../platform/parts.ts';
import * as statutes from '../statutes/index.ts';
import * as queries from './queries.import.ts';
import { versions as versionsOf } from './questions.ts';
import { filedOf } from './rows.ts';

/** Code of a question that came without one: follows from its stem, so that the same file finds it again. */
export function codeFor(question: Question): string {
  return `T${createHash('sha256').update(stemKey(question.stem)).digest('hex').slice(0, 10).toUpperCase()}`;
}

/** Questions of the bank that share a code or a stem with a row. */
export async function filedLike(db: Db, rows: readonly ReadQuestion[]): Promise<FiledQuestion[]> {
  const codes = rows.map(({ question }) => question.code).filter((code) => code !== '');
  const stems = rows.map(({ question }) => stemKey(question.stem));
  const found = [
    ...(await inParts(codes, (part) => queries.questionsByCode(db, part).execute())),
    ...(await inParts(stems, (part) => queries.questionsByStem(db, part).execute())),
  ];
  const rowsById = new Map(found.map((row) => [row.version_id, row]));
  const versions = await inParts([...rowsById.keys()], (part) => versionsOf(db, part));
  return versions.flatMap((version) => {
    const row = rowsById.get(version.id);
    return row ? [filedOf(row, version)] : [];
  });
}

/** A cited law that is imported, but not in that version or without that article, is remarked. */
export async function lawWarnings(db: Db, rows: readonly ReadQuestion[]): Promise<Issue[]> {
  const verdicts = new Map<string, boolean>();
  const issues: Issue[] = [];
  for (const { place, question } of rows) {
    for (const { statuteTitle: title, articleNumber: number, effectiveOn } of question.laws) {
      const key = `${title} ${number} ${effectiveOn}`;
      const isFound =
        verdicts.get(key) ??
        ((await statutes.articleOf(db, { title, number, effectiveOn })) !== null ||
          !(await statutes.isImported(db, title)));
      verdicts.set(key, isFound);
      if (isFound) continue;
      const problem = `已导入的《${title}》中没有 ${effectiveOn} 起施行的${number}。`;
      issues.push(
        cellWarning(place, 'laws', problem, '核对条号和施行日期；法律已经修改的，请检查题目是否仍然正确。'),
      );
    }
  }
  return issues;
}
