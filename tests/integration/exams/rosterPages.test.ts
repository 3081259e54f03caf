import { expect, it } from 'vitest';
import { load } from '../../../src/routes/(manage)/manage/exams/[id]/roster/+page.server.ts';
import { onEngine } from '../../support/engines.ts';
import { examination } from '../../support/exams.ts';

onEngine('sqlite', 'the list of an exam room (its paging asks for the same rows on both)', (engine) => {
  it('is leafed through by 20 on screen and printed by 200', async () => {
    const world = await engine.world();
    const { examId, unitId } = await examination(world, { takers: 21 });
    const act = world.signedIn({ roles: { coordinator: unitId } });
    const show = async (query: string) => {
      const url = new URL(`https://xuefa.example/manage/exams/${examId}/roster${query}`);
      const event = { locals: { act }, params: { id: examId }, url };
      const data = await load(event as unknown as Parameters<typeof load>[0]);
      if (!data) throw new Error('the page has no data');
      return { total: data.total, offset: data.offset, shown: data.people.length, printed: data.isPrinted };
    };
    expect(await show('')).toEqual({ total: 21, offset: 0, shown: 20, printed: false });
    expect(await show('?page=2')).toEqual({ total: 21, offset: 20, shown: 1, printed: false });
    expect(await show('?print=1')).toEqual({ total: 21, offset: 0, shown: 21, printed: true });
  });
});
