import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';
import { watermarkOf } from '../platform/watermark.ts';
import type { BehindFilter } from './queries.behind.ts';
import { listBehind } from './verbs.behind.ts';

const PORTION = 1000;
const COLUMNS = [
  { heading: '姓名', width: 12 },
  { heading: '单位', width: 24 },
  { heading: '原因', width: 60 },
];

/** Everybody whom the filter of the desk finds, each with his reasons, as xlsx; logged. */
export async function exportBehind(act: Act, filter: BehindFilter): Promise<Uint8Array> {
  access.require(act, 'plans.behind');
  let people = 0;
  async function* lines() {
    for (let page = 1; ; page += 1) {
      const portion = (await listBehind(act, { ...filter, page, pageSize: PORTION })).people;
      people += portion.length;
      yield portion.map((one) => [
        one.name,
        one.unitName,
        one.reasons.map((reason) => reason.text).join('\n'),
      ]);
      if (portion.length < PORTION) return;
    }
  }
  const bytes = await makeWorkbook({
    mark: watermarkOf(act, '督促学习'),
    sheets: [{ name: '还没有跟上的人员', columns: COLUMNS, rows: lines() }],
  });
  await inTransaction(act, (own) =>
    audit.record(own, { verb: 'plans.behindExported', details: { ...filter, people } }),
  );
  return bytes;
}
