import * as v from 'valibot';
import { isQuestionState, type QuestionState } from '#lib/domain/bank/state.ts';
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

const typed = (most: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, `最多 ${most} 个字。`)), '');

/** A question typed on its page, by the columns of the template; the bank reads and judges it. */
export const questionForm = v.object({
  ...{ type: typed(10), stem: typed(2000), answer: typed(20), explanation: typed(2000), laws: typed(2000) },
  ...{ optionA: typed(500), optionB: typed(500), optionC: typed(500) },
  ...{ optionD: typed(500), optionE: typed(500), optionF: typed(500) },
  ...{ topic: typed(50), audience: typed(100), difficulty: typed(10), validUntil: typed(20) },
  ...{ source: typed(100), pool: typed(10) },
});

/** 发布 or 停用. */
export const questionStateForm = v.object({
  state: v.picklist(['published', 'retired'], '请重新提交。'),
});

/** What the list of the bank is narrowed to, read from its address; what it does not know is left out. */
export function parseBankFilter(url: URL): {
  pool: Pool | null;
  type: QuestionType | null;
  topicId: string | null;
  state: QuestionState | null;
} {
  const pool = url.searchParams.get('pool') ?? '';
  const type = url.searchParams.get('type') ?? '';
  const state = url.searchParams.get('state') ?? '';
  const topicId = (url.searchParams.get('topic') ?? '').slice(0, 64);
  return {
    pool: isPool(pool) ? pool : null,
    type: questionTypeNames.find((name) => name === type) ?? null,
    topicId: topicId === '' ? null : topicId,
    state: isQuestionState(state) ? state : null,
  };
}
