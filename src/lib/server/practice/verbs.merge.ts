import type { FactOf } from '#lib/domain/facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { inParts } from '../platform/parts.ts';
import * as queries from './queries.merge.ts';

/** What moves with a merge, under the name by which it is noted. */
const kinds = {
  practiceCard: { find: queries.cardsToMove, give: queries.giveCards },
  practiceMistake: { find: queries.mistakesToMove, give: queries.giveMistakes },
  practiceRun: { find: queries.runsToMove, give: queries.giveRuns },
};

type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];

/** Practice goes over whole; where both know a question, what the kept record remembers stands. */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  for (const kind of kindNames) {
    const found = await kinds[kind].find(act.db, fact).execute();
    const ids = found.map((row) => row.id);
    await people.noteMoved(act, { mergeId: fact.mergeId, kind, rows: ids.map((key) => ({ key })) });
    await give(act, kind, ids, fact.keptId);
  }
}

export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  for (const kind of kindNames) {
    const moved = await people.movedBy(act.db, { mergeId: fact.mergeId, kind });
    await give(
      act,
      kind,
      moved.map((row) => row.key),
      fact.goneId,
    );
  }
}

async function give(act: Act, kind: Kind, ids: readonly string[], personId: string): Promise<void> {
  await inParts(ids, (part) => kinds[kind].give(act.db, { ids: part, personId }).execute());
}
