import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import { shanghaiClock } from '#lib/domain/shared/time.ts';
import { candidateLabel } from '#lib/domain/exams/sitting.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, readHeavy, type Db } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { watermarkOf } from '../platform/watermark.ts';
import type { CandidateLine, CandidatePage } from './queries.live.ts';
import { deskOf } from './questions.desk.ts';

const COLUMNS = [
  { heading: '姓名', width: 12 },
  { heading: '单位', width: 24 },
  { heading: '应考情况', width: 12 },
  { heading: '原因', width: 36 },
  { heading: '作答次数', width: 10 },
  { heading: '最近交卷', width: 20 },
  { heading: '最好成绩', width: 10 },
];

/** Candidates of one question to the database. */
const PORTION = 5_000;

/** The candidates of the asker's units as xlsx, with a sheet that says whose, when and by whom; logged. */
export async function exportCandidates(
  act: Act,
  examId: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { within, ...desk } = await deskOf(act, examId);
  access.require(act, 'exams.export', desk);
  let rows = 0;
  async function* lines() {
    for await (const portion of portionsOf(act.db, { examId, within })) {
      rows += portion.length;
      yield portion.map(rowOf);
    }
  }
  const bytes = await makeWorkbook({
    mark: watermarkOf(act, '组织考试'),
    sheets: [{ name: '应考人员', columns: COLUMNS, rows: lines() }, aboutSheet(act, desk.title)],
  });
  await inTransaction(act, (act) =>
    audit.record(act, {
      verb: 'exam.candidatesExported',
      unitId: desk.unitId,
      subject: { kind: 'exam', id: examId },
      details: { rows },
    }),
  );
  return { name: `${desk.title}应考人员.xlsx`, bytes };
}

/** All candidates within these units, by unit. */
async function* portionsOf(
  db: Db,
  whose: Pick<CandidatePage, 'examId' | 'within'>,
): AsyncIterable<CandidateLine[]> {
  const page = { ...whose, search: '', sort: 'unit', descending: false, limit: PORTION };
  for (let offset = 0; ; offset += PORTION) {
    const asked = { ...page, offset };
    const { rows } = await readHeavy<{ rows: CandidateLine[] }>(
      db,
      'exams/queries.live.ts',
      'candidatePage',
      asked,
    );
    yield rows;
    if (rows.length < PORTION) return;
  }
}

function rowOf(line: CandidateLine): string[] {
  return [
    ...[line.name, line.unitName, candidateLabel(line), line.reason ?? '', String(line.attempts)],
    line.endedAt === null ? '' : shanghaiClock(line.endedAt),
    line.bestHundredths === null ? '' : formatHundredths(line.bestHundredths),
  ];
}

function aboutSheet(act: Act, title: string) {
  return {
    name: '说明',
    columns: [
      { heading: '项目', width: 12 },
      { heading: '内容', width: 60 },
    ],
    rows: [
      ['考试', title],
      ['导出人', signatureOf(act).name],
      ['导出时间', shanghaiClock(act.now)],
      ['提示', '含个人信息，仅供本单位组织考试使用，请勿外传。'],
    ],
  };
}
