import * as v from 'valibot';
import { isPool, questionTypeNames, type Pool, type QuestionType } from '#lib/domain/bank/question.ts';

const choose = '请选择要导入的文件（xlsx、xls 或 csv）。';

/** A file of questions; `check` only reports, `import` writes when nothing is wrong. */
export const bankImportForm = v.object({
  file: v.pipe(
    v.instance(File, choose),
    v.check((file) => file.size > 0, choose),
  ),
  intent: v.picklist(['check', 'import'], '请重新提交。'),
});

/** What the list of the bank is narrowed to, read from its address; what it does not know is left out. */
export function parseBankFilter(url: URL): {
  pool: Pool | null;
  type: QuestionType | null;
  topicId: string | null;
} {
  const pool = url.searchParams.get('pool') ?? '';
  const type = url.searchParams.get('type') ?? '';
  const topicId = (url.searchParams.get('topic') ?? '').slice(0, 64);
  return {
    pool: isPool(pool) ? pool : null,
    type: questionTypeNames.find((name) => name === type) ?? null,
    topicId: topicId === '' ? null : topicId,
  };
}
