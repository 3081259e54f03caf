import type { Page } from 'playwright';
import { readOptions } from '#lib/domain/bank/content.ts';
import type { Db } from '#lib/server/db/index.ts';

/** Texts of the right options by the words of the question, as somebody who knows the law has them in his head. */
export type AnswerKey = Map<string, string[]>;

export async function answerKeyOf(db: Db): Promise<AnswerKey> {
  const versions = await db
    .selectFrom('question_version')
    .select(['stem', 'options', 'answer_key'])
    .where('status', '=', 'published')
    .execute();
  return new Map(
    versions.map(({ stem, options, answer_key: key }) => [
      stem,
      readOptions(options).flatMap((option) => (key.includes(option.id) ? [option.text] : [])),
    ]),
  );
}

/** Chooses the right options of every question that stands on the page. */
export async function chooseRight(page: Page, key: AnswerKey): Promise<void> {
  for (const question of await page.locator('main fieldset').all()) {
    const stem = (await question.locator('legend').innerText()).trim();
    const right = key.get(stem);
    if (!right) throw new Error(`nobody knows this question: ${stem}`);
    for (const text of right) await question.getByText(text, { exact: true }).click();
  }
}
