import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPool, stemKey, type Question } from '../question.ts';
import { questionKinds } from '../types/index.ts';
import { columns } from './columns.ts';
import { planImport, type FiledQuestion } from './plan.ts';
import { readQuestions } from './read.ts';
import { exampleRows, rowOf } from './write.ts';

const cells = (texts: readonly string[]) => texts.map((text) => ({ text }));
const heading = columns.map((column) => column.heading);
const sheet = (...rows: string[][]) => [{ name: '题库', rows: rows.map(cells) }];

const question: Question = {
  ...{ code: 'K1', pool: 'exam', topic: '程序', audience: '', source: '', validUntil: '2027-12-31' },
  ...{ type: 'multiple', stem: '哪些对？', explanation: '因为。', difficulty: 3 },
  options: questionKinds.multiple.optionsOf(['甲', '乙', '丙', '以上都对']),
  answerKey: ['A', 'C'],
  laws: [{ statuteTitle: '行政处罚法', articleNumber: '第四十四条', effectiveOn: '2021-07-15' }],
};
const judged: Question = {
  ...question,
  ...{ code: 'K2', type: 'judgement', stem: '是这样。', answerKey: ['F'], laws: [], validUntil: null },
  options: questionKinds.judgement.optionsOf([]),
};

describe('the template', () => {
  it('is read back as it was written', () => {
    const { questions, issues } = readQuestions(sheet(heading, rowOf(question), rowOf(judged)), 'exam');
    expect(issues).toEqual([]);
    expect(questions.map((one) => one.question)).toEqual([question, judged]);
    expect(questions[0]?.place).toEqual({ sheet: '题库', row: 2 });
  });

  it('leaves its own example rows out', () => {
    expect(readQuestions(sheet(heading, ...exampleRows(), rowOf(question)), 'exam').questions).toHaveLength(
      1,
    );
  });

  it('knows the headings of other files, below a title row, in any order', () => {
    const rows = sheet(
      ['某区题库'],
      ['正确答案', '题目', '题型', '选项A', '选项B'],
      ['B', '问？', '单选题', '甲', '乙'],
    );
    const { questions, issues } = readQuestions(rows, 'practice');
    expect(questions[0]?.question).toMatchObject({
      pool: 'practice',
      answerKey: ['B'],
      difficulty: 2,
      topic: '未分类',
    });
    expect(issues.map((issue) => [issue.level, issue.row])).toEqual([]);
  });
});

describe('a file of rubbish', () => {
  const odd = ['constructor', '__proto__', 'toString', '？！', '\u0000', '\ud800', '😀', ' ', '=1+1', '\n'];
  const usual = [
    '单选',
    '多选题',
    '判断',
    'A',
    'AB',
    '对',
    '易',
    '考试',
    '2026-02-30',
    '《法》第一条(2021-07-15)',
  ];
  const text = fc.oneof(fc.constantFrom('', ...odd, ...usual), fc.string({ unit: 'binary' }));
  const row = fc.array(text, { minLength: columns.length, maxLength: columns.length });

  it('is read without a surprise, and what is taken for a question is one', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const { questions } = readQuestions(sheet(heading, ...rows), 'exam');
        for (const { question: one } of questions) {
          expect([1, 2, 3]).toContain(one.difficulty);
          expect(isPool(one.pool) && stemKey(one.stem) !== '').toBe(true);
          expect(one.answerKey.length).toBeGreaterThan(0);
          expect(one.options.map((option) => option.id)).toEqual(expect.arrayContaining(one.answerKey));
        }
      }),
    );
  });

  it.each(['constructor', '__proto__'])(
    'does not take the name %s, which every object has, for a difficulty',
    (word) => {
      const texts = rowOf(judged).map((cell, at) => (columns[at]?.key === 'difficulty' ? word : cell));
      const { questions, issues } = readQuestions(sheet(heading, texts), 'exam');
      expect(questions).toEqual([]);
      expect(issues[0]?.problem).toContain(word);
    },
  );

  it('does not take signs alone for what a question asks, since by them no question is found again', () => {
    const texts = rowOf({ ...judged, stem: '？！' });
    expect(readQuestions(sheet(heading, texts), 'exam').issues[0]?.problem).toContain('没有文字');
  });
});

describe('what is wrong with a file', () => {
  const problemsOf = (...rows: string[][]) =>
    readQuestions(
      sheet(['题型', '题干', '选项A', '选项B', '选项C', '答案', '难度', '编号'], ...rows),
      'exam',
    ).issues.map(({ row, column, problem }) => `${row} ${column} ${problem}`);

  it('is told all at once, by row and column', () => {
    expect(
      problemsOf(
        ['单选', '甲', '一', '二', '', 'C', '', '1'],
        ['多选', '乙', '一', '二', '三', 'A', '', '2'],
        ['单选', '丙', '一', '', '三', 'A', '', '3'],
        ['问答', '丁', '', '', '', 'A', '极难', '4'],
        ['判断', '', '', '', '', '对', '', '5'],
      ),
    ).toEqual([
      '2 答案 答案 C 不在选项之内。',
      '3 答案 多选题只有一个答案。',
      '4 选项B 前面的选项是空的。',
      '5 题型 不支持题型“问答”。',
      '5 难度 不认识难度“极难”。',
      '6 题干 没有题干。',
    ]);
  });

  it('includes the same stem or code twice, readable or not', () => {
    expect(
      problemsOf(
        ['判断', '同一句。', '', '', '', '对', '', 'X'],
        ['判断', '同一句', '', '', '', '错', '', 'X'],
      ),
    ).toEqual(['3 题干 与第 2 行重复。', '3 编号 与第 2 行重复。']);
  });

  it('includes keys that can be guessed, as a warning', () => {
    const rows = Array.from({ length: 10 }, (_, n) => ['判断', `第${n}句`, '', '', '', '对', '', `${n}`]);
    expect(problemsOf(...rows)).toEqual(['0  判断题中答案为“对”的占 100%，容易被猜中，宜在 40%–60% 之间。']);
  });

  it('includes a file that is not the template, and an empty one', () => {
    expect(readQuestions(sheet(['姓名', '单位']), 'exam').issues[0]?.level).toBe('error');
    expect(problemsOf()).toEqual(['0  标题行下面没有题目。']);
  });

  it('includes cells that the spreadsheet program has spoilt', () => {
    const rows = [
      cells(['题型', '题干', '答案']),
      [{ text: '判断' }, { text: '1e20', problem: '被取整。' }, { text: '对' }],
    ];
    expect(readQuestions([{ name: 'x', rows }], 'exam')).toMatchObject({
      questions: [],
      issues: [{ row: 2, column: '题干', problem: '被取整。' }],
    });
  });
});

describe('an import', () => {
  const filed: FiledQuestion = { id: 'q', versionId: 'v', version: 1, question };
  const plan = (changes: Partial<Question>, known = [filed]) =>
    planImport([{ place: { sheet: '', row: 2 }, question: { ...question, ...changes } }], known, () => 'NEW');

  it('changes nothing when repeated, with or without the code', () => {
    expect(plan({}).steps).toEqual([{ kind: 'same', filed }]);
    expect(plan({ code: '' }).steps).toEqual([{ kind: 'same', filed }]);
  });

  it('makes a next version of a changed content, and none of a changed filing', () => {
    expect(plan({ answerKey: ['A', 'B'] }).steps[0]).toMatchObject({
      kind: 'changed',
      content: true,
      filing: false,
    });
    expect(plan({ topic: '别的' }).steps[0]).toMatchObject({ kind: 'changed', content: false, filing: true });
  });

  it('gives a code to a new question without one', () => {
    expect(plan({ code: '', stem: '新题' }).steps[0]).toMatchObject({
      kind: 'new',
      question: { code: 'NEW' },
    });
  });

  it('neither takes a known stem under another code nor moves a question to another pool', () => {
    expect(plan({ code: 'K9' }).issues[0]).toMatchObject({ column: '题干', level: 'error' });
    expect(plan({ pool: 'check' }).issues[0]).toMatchObject({ column: '用途', level: 'error' });
  });
});
