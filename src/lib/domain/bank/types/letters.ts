import { letteredOptions, mostOptions } from '../options.ts';
import type { QuestionOption } from '../question.ts';
import type { KeyReading } from './kind.ts';

/** Options of a choice question and what they must keep. */
export { letteredOptions as optionsOf };

/** Options of the rows of the template. */
export const exampleTexts = ['第一个选项', '第二个选项', '第三个选项', '第四个选项'];

export function optionsFault(texts: readonly string[]): string | null {
  if (texts.length < 2) return '至少要有两个选项。';
  if (texts.length > mostOptions) return `最多 ${mostOptions} 个选项。`;
  return new Set(texts).size === texts.length ? null : '有两个选项内容相同。';
}

/** Letters written as `ABD`, `A,B,D` or `A、B、D`, in the order of the options; a letter beyond them is a problem. */
export function readLetters(written: string, options: readonly QuestionOption[]): KeyReading {
  const letters = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,、;/]/gu, '');
  const known = options.map((option) => option.id);
  if (!/^[A-Z]+$/u.test(letters)) {
    return {
      ok: false,
      problem: '答案不是选项字母。',
      suggestion: '填选项的字母，几个的连着写，如 ABD 或 A,B,D。',
    };
  }
  const outside = [...letters].find((letter) => !known.includes(letter));
  if (outside) {
    return {
      ok: false,
      problem: `答案 ${outside} 不在选项之内。`,
      suggestion: `可用的选项是 ${known.join('、')}。`,
    };
  }
  return { ok: true, answerKey: known.filter((id) => letters.includes(id)) };
}

/** True when both name the same options. */
export function isSame(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  return left.size === new Set(b).size && b.every((id) => left.has(id));
}
