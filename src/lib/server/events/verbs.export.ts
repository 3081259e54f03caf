import { statuses } from '#lib/domain/events/tags.ts';
import { lengthText } from '#lib/domain/hours/claim.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';
import { watermarkOf } from '../platform/watermark.ts';
import { listEvents, type EventsAsk } from './verbs.list.ts';

/** So many lines go into one workbook. */
const MOST_LINES = 5000;
const HEADINGS = ['日期', '活动', '主办单位', '形式与主题', '时长', '地点', '主讲人', '人次', '状态'];

/** The events that a list shows, all pages, as a workbook; logged. */
export async function exportEvents(act: Act, asked: EventsAsk): Promise<Uint8Array> {
  access.require(act, 'events.list');
  const { events } = await listEvents(act, { ...asked, page: 1, pageSize: MOST_LINES });
  const { planYear, q, tag, status } = asked;
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'events.exported',
      details: { planYear, q, tag, status, events: events.length },
    }),
  );
  const rows = events.map((event) => [
    ...[event.heldOn, event.title, event.hosts.join('、'), event.tags.join('、'), lengthText(event)],
    ...[event.place, event.lecturer, String(event.attendees), statuses[event.status]],
  ]);
  const columns = HEADINGS.map((heading) => ({ heading, width: 16 }));
  return makeWorkbook({
    mark: watermarkOf(act, '学法活动管理'),
    sheets: [{ name: '学法活动', columns, rows }],
  });
}
