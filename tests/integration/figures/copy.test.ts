import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import * as figures from '#lib/server/figures/index.ts';
import { askedCopy } from '#lib/server/figures/questions.copy.ts';
import { copyRows, readCopy } from '#lib/server/figures/rows.copy.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';
import { meeting, rows } from './reading.ts';

onBothEngines('copied rows', (engine) => {
  it('have the same digests in portions of any size, those of the rows that are shown, and of older files', async () => {
    const place = await town.district(await engine.world());
    const { world, root: unitId, people } = place;
    await town.requirement(world, 'enforcement', 2000);
    for (const [at, who] of people.entries()) {
      await town.giveClass(world, who, at % 2 === 0 ? 'enforcement' : 'leadership');
      await town.seat(place, who, 'due');
      if (at % 3 !== 0) await town.sit(place, who, 9000);
    }
    for (const forms of [['培训'], ['法治讲座', '培训'], ['中心组学习']])
      await meeting(world, { hosts: [unitId], forms });
    const year = { unitId, planYear: town.YEAR };
    const { values } = await figures.valuesNow(world.console, year);
    const asked = askedCopy(world.console, values, year);
    const whole = await copyRows(world.db, asked);
    const portions = await copyRows(world.db, { ...asked, portion: 2 });
    expect(portions.counts).toEqual(whole.counts);
    expect(await readCopy(whole.bytes)).toEqual(whole.counts);

    const shown = await rows(world, 'passing', { unitId });
    const texts = shown.map((row) => [row.id, row.unitName, row.counted, row.hundredths, ''].join('\t'));
    const digest = createHash('sha256')
      .update(
        texts
          .sort()
          .map((text) => `${text}\n`)
          .join(''),
      )
      .digest('hex');
    expect(whole.counts.passing).toEqual({ numerator: 4, denominator: 4, digest });

    const [head = '', ...lines] = gunzipSync(whole.bytes).toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(people.length + 3);
    const older = [head.replace('"v":2', '"v":1'), ...lines.toReversed(), ''].join('\n');
    expect(await readCopy(gzipSync(older))).toEqual(whole.counts);
    const disordered = [head, ...lines.toReversed(), ''].join('\n');
    await expect(readCopy(gzipSync(disordered))).rejects.toThrow('out of order');
    await expect(readCopy(new Uint8Array([1, 2, 3]))).rejects.toThrow();
  });
});
