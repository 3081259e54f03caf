import { citationText } from '../../statutes/citation.ts';
import { difficultyWords, poolWords, questionTypeNames, type Question } from '../question.ts';
import { questionKinds } from '../types/index.ts';
import { columns, optionKeys, type ColumnKey } from './columns.ts';
import { EXAMPLE_CODE } from './read.ts';

/** A question as the template writes it, by column; columns that it leaves empty are not there. */
export function textsOf(question: Question): Partial<Record<ColumnKey, string>> {
  const kind = questionKinds[question.type];
  const texts: Partial<Record<ColumnKey, string>> = {
    type: kind.word,
    stem: question.stem,
    answer: kind.writeKey(question.answerKey),
    explanation: question.explanation,
    laws: question.laws.map(citationText).join('；'),
    topic: question.topic,
    audience: question.audience,
    difficulty: difficultyWords[question.difficulty],
    validUntil: question.validUntil ?? '',
    source: question.source,
    code: question.code,
    pool: poolWords[question.pool],
  };
  if (kind.lettered) {
    for (const [index, option] of question.options.entries()) {
      const key = optionKeys[index];
      if (key) texts[key] = option.text;
    }
  }
  return texts;
}

/** One row of the template, in the order of its columns, as `readQuestions` reads it back. */
export function rowOf(question: Question): string[] {
  const texts = textsOf(question);
  return columns.map(({ key }) => texts[key] ?? '');
}

/** One row of each type for the template; their codes keep them from being imported. */
export function exampleRows(): string[][] {
  const filing = {
    topic: '示例',
    audience: '',
    source: '',
    validUntil: null,
    pool: 'exam',
    difficulty: 1,
  } as const;
  const common = { ...filing, laws: [], explanation: '示例行不会导入，可以保留或者删除。' };
  return questionTypeNames.map((type, index) => {
    const { example, optionsOf } = questionKinds[type];
    const { stem, texts, answerKey } = example;
    const code = `${EXAMPLE_CODE}-${index + 1}`;
    return rowOf({ ...common, code, type, stem, options: optionsOf(texts), answerKey: [...answerKey] });
  });
}
