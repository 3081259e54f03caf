import { isDay } from '../../shared/time.ts';
import { parseCitations } from '../../statutes/citation.ts';
import {
  difficultyWords,
  poolWords,
  stemKey,
  type Difficulty,
  type Pool,
  type Question,
  type QuestionOption,
} from '../question.ts';
import { questionKinds, typeOfWord, typeWords, type QuestionKind } from '../types/index.ts';
import { optionKeys, type ColumnKey } from './columns.ts';
import { cellError, cellWarning, type Issue, type RowPlace } from './issue.ts';

/** Texts of one row by column; a column that the file lacks is the empty text. */
export type RowTexts = Record<ColumnKey, string>;

export interface RowReading {
  /** Null when an error keeps it from being one. An empty code is given one by the importer. */
  question: Question | null;
  issues: Issue[];
}

const NO_TOPIC = '未分类';
const LONGEST_STEM = 2000;

/** Reads one row of the template. `defaultPool` is for rows that do not say what they are for. */
export function readRow(texts: RowTexts, place: RowPlace, defaultPool: Pool): RowReading {
  const issues: Issue[] = [];
  const fail = (key: ColumnKey, problem: string, suggestion: string): void => {
    issues.push(cellError(place, key, problem, suggestion));
  };
  if (texts.stem === '') fail('stem', '没有题干。', '填写题干，或者删除这一行。');
  if (texts.stem !== '' && stemKey(texts.stem) === '')
    fail('stem', '题干没有文字。', '填写完整的题干，只有标点的认不出是哪一题。');
  if (texts.stem.length > LONGEST_STEM) fail('stem', `题干超过 ${LONGEST_STEM} 个字。`, '精简题干。');
  const type = typeOfWord(texts.type);
  if (!type)
    fail(
      'type',
      texts.type === '' ? '没有题型。' : `不支持题型“${texts.type}”。`,
      `填${typeWords.join('、')}中的一种。`,
    );
  const choice = type ? readChoice(questionKinds[type], texts, fail) : null;
  const difficulty = readDifficulty(texts.difficulty);
  if (!difficulty) fail('difficulty', `不认识难度“${texts.difficulty}”。`, '填易、中或难，留空按中。');
  const pool = readPool(texts.pool, defaultPool);
  if (!pool) fail('pool', `不认识用途“${texts.pool}”。`, '填随堂测、练习或考试，留空按考试。');
  const validUntil = readDay(texts.validUntil);
  if (validUntil === undefined)
    fail('validUntil', '日期无法识别。', '填写为 2026-12-31 的形式，没有期限就留空。');
  const laws = parseCitations(texts.laws);
  if (!laws.ok)
    fail('laws', `看不懂“${laws.text}”。`, '写成《行政处罚法》第四十四条(2021-07-15)，多条用分号隔开。');
  if (texts.points !== '') {
    issues.push(cellWarning(place, 'points', '每题分值由组卷方案决定。', '这一列不采用，可以留空。'));
  }
  if (
    !type ||
    !choice ||
    !difficulty ||
    !pool ||
    validUntil === undefined ||
    !laws.ok ||
    issues.some(isError)
  ) {
    return { question: null, issues };
  }
  const { stem, explanation, audience, source, code } = texts;
  const topic = texts.topic === '' ? NO_TOPIC : texts.topic;
  const filing = { code, pool, topic, audience, source, validUntil };
  return {
    question: { ...filing, type, stem, ...choice, explanation, difficulty, laws: laws.citations },
    issues,
  };
}

const isError = (issue: Issue) => issue.level === 'error';

function readChoice(
  kind: QuestionKind,
  texts: RowTexts,
  fail: (key: ColumnKey, problem: string, suggestion: string) => void,
): { options: QuestionOption[]; answerKey: string[] } | null {
  const written = optionKeys.map((key) => texts[key]);
  const used = written.slice(0, written.findLastIndex((text) => text !== '') + 1);
  const gap = used.indexOf('');
  if (gap >= 0) {
    fail(optionKeys[gap] ?? 'optionA', '前面的选项是空的。', '选项从 A 起连续填写，中间不要空列。');
    return null;
  }
  const fault = kind.optionsFault(used);
  if (fault) {
    fail('optionA', fault, `请按${kind.word}题的要求修改选项。`);
    return null;
  }
  const options = kind.optionsOf(used);
  const key = kind.readKey(texts.answer, options);
  if (key.ok) return { options, answerKey: key.answerKey };
  fail('answer', texts.answer === '' ? '没有答案。' : key.problem, key.suggestion);
  return null;
}

const OTHER_WORDS = new Map<string, Difficulty>([
  ['容易', 1],
  ['简单', 1],
  ['中等', 2],
  ['一般', 2],
  ['困难', 3],
  ['较难', 3],
]);

function readDifficulty(text: string): Difficulty | null {
  if (text === '') return 2;
  const found = ([1, 2, 3] as const).find((one) => difficultyWords[one] === text || String(one) === text);
  return found ?? OTHER_WORDS.get(text) ?? null;
}

function readPool(text: string, defaultPool: Pool): Pool | null {
  if (text === '') return defaultPool;
  const found = Object.entries(poolWords).find(([pool, word]) => word === text || pool === text);
  return found ? (found[0] as Pool) : null;
}

/** `undefined` for text that is no day; null for none. Also reads 2026/1/31 and 2026年1月31日. */
function readDay(text: string): string | null | undefined {
  if (text === '') return null;
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? [];
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(read) ? read : undefined;
}
