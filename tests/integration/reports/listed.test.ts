import { expect, it } from 'vitest';
import { ofList } from '#lib/domain/figures/lists.ts';
import type { Act } from '#lib/server/platform/act.ts';
import * as reports from '#lib/server/reports/index.ts';
import * as selections from '#lib/server/selections/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import type { World } from '../../support/world.ts';
import * as town from '../completion/district.ts';

const LABEL = '相关业务干部职工（2026-03-02）';
const SEATS = { place: 'exam.seats', revision: 0 };

interface Desk {
  place: town.District;
  coordinator: Act;
  asked: reports.ReportQuestion;
  list(people: readonly string[], name?: string): Promise<string>;
}

/** Eleven people are due in the district's exam; its coordinator keeps lists of them and writes the report. */
async function desk(world: World): Promise<Desk> {
  const place = await town.district(world);
  for (let n = 7; n <= 11; n += 1) {
    place.people.push((await officer(world, { name: `人员${n}`, unitId: place.root })).personId);
  }
  for (const personId of place.people) await town.seat(place, personId, 'due');
  const coordinator = world.signedIn({ name: '林静', roles: { coordinator: place.root } });
  const list = async (personIds: readonly string[], name = '相关业务干部职工') => {
    const wish = { unitId: place.root, name, note: '', personIds: [...personIds] };
    return (await selections.saveSelection(coordinator, wish)).id;
  };
  return { place, coordinator, asked: { unitId: place.root, planYear: town.YEAR }, list };
}

async function seats({ coordinator, asked }: Desk) {
  const { blocks } = await reports.readReport(coordinator, asked);
  const sentence = blocks.flatMap((block) => block.sentences).find(({ place }) => place === 'exam.seats');
  return sentence?.pieces.flatMap((piece) => (piece.kind === 'bound' ? [[piece.text, piece.was]] : []));
}

onBothEngines('a sentence about a saved list', (engine) => {
  it('prints its figures over the people of the list, follows them, opens their rows and is sealed', async () => {
    const at = await desk(await engine.world());
    const { place, coordinator, asked } = at;
    const { people, world } = place;
    const id = await at.list(people.slice(0, 6));
    const open = await reports.openSentence(coordinator, { ...asked, place: 'exam.seats', listId: id });
    expect(open).toMatchObject({ listId: id, lists: [{ value: id, label: LABEL }] });
    expect(open.names).toContainEqual(expect.objectContaining({ name: `${LABEL}·参考率`, printed: '0.00%' }));
    expect(open.names.filter(({ name }) => !name.startsWith(`${LABEL}·`))).toEqual([]);

    const text = `应考【${LABEL}·参考率·应考】人，参考率【${LABEL}·参考率】，全员【参考率】。`;
    await reports.writeSentence(coordinator, { ...asked, ...SEATS, text });
    await town.sit(place, people[0] ?? '', 9100);
    await town.sit(place, people[10] ?? '', 8000);
    expect(await seats(at)).toEqual([
      ['6', null],
      ['16.66%', '0.00%'],
      ['18.18%', '0.00%'],
    ]);
    await reports.confirmNumbers(coordinator, asked);

    const number = { key: 'participation', of: ofList(id), part: 'numerator' } as const;
    const evidence = await reports.readEvidence(coordinator, { ...asked, ...number });
    expect(evidence).toMatchObject({ name: `${LABEL}·参考率·实考`, text: '1', isSmall: false, list: { id } });
    expect(evidence.rows.map((row) => row.title)).toEqual(['人员1']);

    const leader = world.signedIn({ name: '李明', roles: { leader: place.root } });
    const confirmation = `封存${town.YEAR}`;
    const signed = await reports.signReport(leader, { ...asked, confirmation });
    const sealed = await reports.readFreeze(leader, signed.id);
    const rate = { label: `${LABEL}·参考率`, text: '16.66%（1 / 6）', rowCount: 6 };
    expect(sealed.values).toContainEqual(expect.objectContaining(rate));
    await selections.closeSelection(coordinator, id);
    await town.sit(place, people[1] ?? '', 8000);
    const { differences } = await reports.readFreeze(leader, signed.id);
    const moved = { label: `${LABEL}·参考率`, sealed: '16.66%（1 / 6）', today: '33.33%（2 / 6）' };
    expect(differences).toContainEqual(expect.objectContaining(moved));
    await reports.trueUpReport(leader, { ...asked, reason: '补登一份答卷' });
    expect(await reports.verifyFreezes(world.console)).toEqual([]);
  });

  it('is not bound to a list of too few, of all but few, of another unit, or of two lists with one name', async () => {
    const at = await desk(await engine.world());
    const { place, coordinator, asked } = at;
    await at.list(place.people.slice(0, 4), '四人');
    await at.list(place.people.slice(0, 9), '九人');
    await at.list(place.people.slice(0, 6), '同名');
    await at.list(place.people.slice(5), '同名');
    const bureau = { unitId: place.units[1] ?? '', planYear: town.YEAR };
    const own = place.world.signedIn({ roles: { coordinator: place.units[2] ?? '' } });
    const beside = {
      unitId: place.units[2] ?? '',
      name: '邻局',
      note: '',
      personIds: [place.people[2] ?? ''],
    };
    await selections.saveSelection(own, beside);
    const write = (where: reports.ReportQuestion, name: string) => {
      const text = `参考率【${name}（2026-03-02）·参考率】。`;
      return reports.writeSentence(coordinator, { ...where, ...SEATS, text });
    };
    const refused = { code: 'invalid', fields: { text: expect.stringContaining('没有名为') as string } };
    for (const name of ['四人', '九人', '同名'])
      await expect(write(asked, name)).rejects.toMatchObject(refused);
    await expect(write(bureau, '邻局')).rejects.toMatchObject(refused);
    const raw = { ...asked, ...SEATS, text: '参考率[[participation@list-nobody:rate]]。' };
    await expect(reports.writeSentence(coordinator, raw)).rejects.toMatchObject({ code: 'invalid' });
  });
});
