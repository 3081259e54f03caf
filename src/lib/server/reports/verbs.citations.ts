import { labelOf } from '#lib/domain/figures/names.ts';
import { printSentence } from '#lib/domain/reports/sentence.ts';
import * as access from '../access/index.ts';
import * as figures from '../figures/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { placeOfEvent } from './queries.citations.ts';
import { loadReport } from './verbs.report.ts';

/** A sentence of a report in which an event counts, and through which figures. */
export interface Citation {
  unitId: string;
  unitName: string;
  planYear: number;
  place: string;
  text: string;
  figures: string[];
}

/** In which sentences of the reports that the reader may see an event counts; none while it is not verified. */
export async function citationsOf(act: Act, eventId: string): Promise<Citation[]> {
  access.require(act, 'reports.citeEvent');
  const event = await placeOfEvent(act.db, eventId).execute();
  const hosts = await Promise.all(event.map((row) => units.pathOf(act.db, row.unit_id)));
  const readable = access.unitsHeld(act, ['leader', 'coordinator']);
  const above = readable.filter((unitId) => hosts.some((path) => path.includes(unitId)));
  const planYear = event[0]?.plan_year;
  if (planYear === undefined) return [];
  const found = await Promise.all(above.map((unitId) => citedBy(act, eventId, { unitId, planYear })));
  return found.flat();
}

async function citedBy(
  act: Act,
  eventId: string,
  asked: { unitId: string; planYear: number },
): Promise<Citation[]> {
  const counted = await figures.figuresWith(act, eventId, asked);
  if (counted.length === 0) return [];
  const report = await loadReport(act, asked);
  return report.blocks.flatMap((block) =>
    block.sentences.flatMap((sentence): Citation[] => {
      const bound = sentence.pieces.flatMap((piece) => (piece.kind === 'bound' ? [piece.key] : []));
      const through = counted.filter((key) => bound.includes(key));
      if (through.length === 0) return [];
      const text = printSentence(sentence.pieces);
      return [
        {
          ...asked,
          unitName: report.unitName,
          place: sentence.place,
          text,
          figures: through.map((key) => labelOf(key)),
        },
      ];
    }),
  );
}
