import { expect, it } from 'vitest';
import { columns } from '#lib/domain/bank/sheet/columns.ts';
import { rowOf } from '#lib/domain/bank/sheet/write.ts';
import * as bank from '#lib/server/bank/index.ts';
import { writeWorkbook } from '#lib/server/documents/xlsx.ts';
import { bankFile } from '#seeds/data/bankFile.ts';
import { fewQuestions, questions } from '#seeds/data/questions.ts';
import type { SeedQuestion } from '#seeds/data/written.ts';
import { onBothEngines } from '../../support/engines.ts';

const everything: bank.BankPage = {
  ...{ q: '', pool: null, type: null, topicId: null },
  ...{ sort: 'code', direction: 'asc', page: 1, pageSize: 20 },
};

async function fileOf(rows: readonly SeedQuestion[]): Promise<bank.ImportFile> {
  const headings = columns.map(({ heading, width }) => ({ heading, width }));
  const bytes = await writeWorkbook({ sheets: [{ name: '题库', columns: headings, rows: rows.map(rowOf) }] });
  return { name: 'x.xlsx', bytes };
}

onBothEngines('the question bank', (engine) => {
  it('takes the demo’s file whole, and nothing more when it comes again', async () => {
    const world = await engine.world();
    const file = await bankFile();
    const dry = await bank.importQuestions(world.console, { file, dryRun: true });
    expect(dry).toMatchObject({ applied: false, added: questions.length, issues: [] });
    expect(await bank.candidates(world.db, { pool: 'exam' })).toEqual([]);
    const done = await bank.importQuestions(world.console, { file, dryRun: false });
    expect(done).toMatchObject({ applied: true, added: questions.length });
    const again = await bank.importQuestions(world.console, { file, dryRun: false });
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: questions.length });
  });

  it('hands out candidates by pool and versions with their keys', async () => {
    const world = await engine.world();
    await bank.importQuestions(world.console, { file: await bankFile(fewQuestions), dryRun: false });
    const exam = await bank.candidates(world.db, { pool: 'exam', type: 'multiple' });
    const wanted = fewQuestions
      .filter((one) => one.pool === 'exam' && one.type === 'multiple')
      .sort((one, other) => (one.code < other.code ? -1 : 1));
    expect(exam).toHaveLength(wanted.length);
    const [version] = await bank.versions(world.db, [exam[0]?.versionId ?? '']);
    const { stem, options, answerKey, laws } = wanted[0] as SeedQuestion;
    expect(version).toMatchObject({ stem, options, answerKey, laws });
    const ids = exam.map((one) => one.questionId);
    expect(await bank.checkQuestions(world.db, ids)).toEqual([]);
    const choices = await bank.checkChoices(world.db);
    expect(
      await bank.checkQuestions(
        world.db,
        choices.map((one) => one.questionId),
      ),
    ).toHaveLength(16);
  });

  it('keeps a changed question’s former version and draws the next one', async () => {
    const world = await engine.world();
    const one = fewQuestions.find(({ pool }) => pool === 'exam') as SeedQuestion;
    await bank.importQuestions(world.console, { file: await fileOf([one]), dryRun: false });
    const [before] = await bank.candidates(world.db, { pool: 'exam' });
    const mended = await fileOf([{ ...one, explanation: '另一种说法。' }]);
    const report = await bank.importQuestions(world.console, { file: mended, dryRun: false });
    expect(report).toMatchObject({ added: 0, changed: 1 });
    const [after] = await bank.candidates(world.db, { pool: 'exam' });
    expect(after?.questionId).toBe(before?.questionId);
    const [former] = await bank.versions(world.db, [before?.versionId ?? '']);
    expect(former?.explanation).toBe(one.explanation);
    const coordinator = world.signedIn({ roles: { coordinator: 'u' } });
    const view = await bank.openQuestion(coordinator, before?.questionId ?? '');
    expect([view.version, view.question.explanation, view.earlier.length]).toEqual([2, '另一种说法。', 1]);
  });

  it('takes no row of a csv in GBK when one is wrong', async () => {
    const world = await engine.world();
    const gbk = [
      ...[0xcc, 0xe2, 0xd0, 0xcd, 0x2c, 0xcc, 0xe2, 0xb8, 0xc9, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8, 0x0a],
      ...[0xc5, 0xd0, 0xb6, 0xcf, 0x2c, 0xbc, 0xd7, 0x2c, 0xb6, 0xd4, 0x0a],
      ...[0xc5, 0xd0, 0xb6, 0xcf, 0x2c, 0xd2, 0xd2, 0x2c, 0xd2, 0xb2, 0xd0, 0xed, 0x0a],
    ];
    const file = { name: 'x.csv', bytes: Uint8Array.from(gbk) };
    const report = await bank.importQuestions(world.console, { file, dryRun: false });
    expect(report.applied).toBe(false);
    expect(report.issues).toMatchObject([{ row: 3, column: '答案', level: 'error' }]);
    expect(await bank.candidates(world.db, { pool: 'exam' })).toEqual([]);
  });

  it('is searched, filtered and exported as a file that can be imported again', async () => {
    const world = await engine.world();
    await bank.importQuestions(world.console, { file: await bankFile(fewQuestions), dryRun: false });
    const coordinator = world.signedIn({ roles: { coordinator: 'u' } });
    const found = await bank.listQuestions(coordinator, { ...everything, q: 'ks-d0', type: 'single' });
    expect(found.lines.map((line) => line.code)).toEqual(
      Array.from({ length: 9 }, (_, n) => `KS-D0${n + 1}`),
    );
    expect(found.total).toBe(9);
    expect((await bank.listQuestions(coordinator, { ...everything, q: '100%_' })).total).toBe(0);
    const bytes = await bank.exportQuestions(coordinator, everything);
    const report = await bank.importQuestions(coordinator, {
      file: { name: 'x.xlsx', bytes },
      dryRun: false,
    });
    expect(report).toMatchObject({ added: 0, changed: 0, unchanged: fewQuestions.length, issues: [] });
  });

  it('is closed to those who do not coordinate', async () => {
    const world = await engine.world();
    const learner = world.signedIn();
    const file = await fileOf(questions.slice(0, 1));
    await expect(bank.importQuestions(learner, { file, dryRun: true })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(bank.listQuestions(learner, everything)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(bank.exportQuestions(learner, everything)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(bank.openQuestion(world.visitor, 'x')).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
