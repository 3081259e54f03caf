import { carriedHundredths } from '#lib/domain/hours/carry.ts';
import type { EntryKey } from '#lib/domain/hours/entry.ts';
import { carryKindOf } from '#lib/domain/hours/rule.ts';
import { totalHundredths } from '#lib/domain/hours/total.ts';
import type { Ledger } from '#lib/domain/facts/study.ts';
import type { Act } from '../platform/act.ts';
import * as plans from '../plans/index.ts';
import { book, takeBack } from './booking.ts';
import { standingOfSource, sums, takeTurn } from './queries.ts';
import { joined, ruleOnDay } from './questions.ts';
import { entryOf } from './rows.ts';

/**
 * Sees to it that the next plan year holds what this one's ledger leaves over, by the rule of its first day: one entry a
 * person, ledger and year. When the year is mended later, that entry is reversed and booked anew.
 */
export async function carryOver(
  act: Act,
  asked: { personId: string; planYear: number; ledger: Ledger },
): Promise<void> {
  const { personId, planYear, ledger } = asked;
  const rule = await ruleOnDay(act.db, carryKindOf(ledger), `${planYear + 1}-01-01`);
  if (rule.capHundredths === 0) return;
  const key: EntryKey = {
    ...{ ledger, personId, planYear: planYear + 1 },
    ...{ sourceKind: 'carry', sourceId: String(planYear) },
  };
  await takeTurn(act.db, personId).execute();
  const [standing] = (await standingOfSource(act.db, { ...key, personIds: [personId] }).execute())
    .map(entryOf)
    .filter((entry) => entry.ledger === ledger);
  const due = await surplusOf(act, asked, rule.capHundredths);
  if (due === (standing?.hundredths ?? 0)) return;
  if (standing) await takeBack(act, standing, '上一年度台账有更正，按更正后的结余重新结转');
  if (due === 0) return;
  await book(act, key, { seconds: null, hundredths: due, ruleId: null, origin: 'carry' });
}

async function surplusOf(
  act: Act,
  { personId, planYear, ledger }: { personId: string; planYear: number; ledger: Ledger },
  capHundredths: number | null,
): Promise<number> {
  const day = `${planYear}-12-31`;
  const { requirements } = await plans.demandsOn(act.db, { personId, planYear, day });
  const targets = requirements
    .filter((one) => one.ledger === ledger && one.targetHundredths > 0)
    .map((one) => one.targetHundredths);
  const own = (await sums(act.db, { personId, planYear }).execute()).filter((row) => row.ledger === ledger);
  const carried = own.filter((row) => row.source_kind === 'carry');
  return carriedHundredths({
    totalHundredths: totalHundredths(joined(own)),
    carriedInHundredths: totalHundredths(joined(carried)),
    targetHundredths: targets.length === 0 ? null : Math.max(...targets),
    capHundredths,
  });
}
