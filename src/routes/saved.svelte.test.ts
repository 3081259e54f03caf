import type { ComponentProps } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Portals from './(admin)/admin/portals/+page.svelte';
import Issuers from './(manage)/manage/certificates/batch/Issuers.svelte';
import Series from './(manage)/manage/events/series/+page.svelte';
import Makeup from './(manage)/manage/exams/[id]/schedule/Makeup.svelte';

afterEach(() => vi.unstubAllGlobals());

/** Sends the form that holds `name`, and waits until the kit has heard that all went well. */
async function save(container: Element, name: string): Promise<void> {
  const form = container.querySelector<HTMLInputElement>(`[name=${name}]`)?.form;
  if (!form) throw new Error(`no form holds ${name}`);
  const read = vi.fn(async () => JSON.stringify({ type: 'success', status: 200 }));
  vi.stubGlobal('fetch', async () => ({ text: read }));
  // of another page than this one, which no kit has drawn
  form.action = '/elsewhere';
  form.requestSubmit();
  await vi.waitFor(() => expect(read).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve));
}

function type(container: Element, name: string, text: string): void {
  const input = container.querySelector<HTMLInputElement>(`[name=${name}]`);
  if (!input) throw new Error(`no field ${name}`);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

const valuesOf = (container: Element, names: string[]) =>
  names.map((name) => container.querySelector<HTMLInputElement>(`[name=${name}]`)?.value);

it('a make-up that was saved still shows its days', async () => {
  const makeup = { opensAt: '2026-09-07T01:00:00.000Z', closesAt: '2026-09-08T01:00:00.000Z' };
  const exam = { makeup: { ...makeup, attemptsAllowed: 2, admits: 'deferred' } };
  const { container } = await render(Makeup, {
    exam: exam as unknown as ComponentProps<typeof Makeup>['exam'],
    now: '2026-09-01T01:00:00.000Z',
    fields: {},
  });
  await save(container, 'admits');
  const shown = valuesOf(container, ['opensAt', 'closesAt', 'attemptsAllowed', 'admits']);
  expect(shown).toEqual(['2026-09-07T09:00', '2026-09-08T09:00', '2', 'deferred']);
});

it('an issuer’s mark that was saved still shows when it is saved again', async () => {
  const issuer = { unitId: 'u', name: '司法局', place: null };
  const { container, rerender } = await render(Issuers, { issuers: [{ ...issuer, mark: 'place' }] });
  await rerender({ issuers: [{ ...issuer, mark: 'drawn' }] });
  await save(container, 'mark');
  expect(valuesOf(container, ['mark'])).toEqual(['drawn']);
});

it('the form for a series proposes anew once one is set up', async () => {
  type Data = ComponentProps<typeof Series>['data'];
  const year = { planYear: 2026, units: [{ value: 'u', label: '司法局' }], series: [] };
  const { container, rerender } = await render(Series, {
    data: year as unknown as Data,
    form: null,
    params: {},
  });
  await save(container, 'planYear');
  const one = { id: 's', name: '执法大讲堂', unitName: '司法局', cadence: 'quarter', tag: '执法大讲堂' };
  const series = [{ ...one, isClosed: false, next: null, periods: [] }];
  await rerender({ data: { ...year, series } as unknown as Data });
  const shown = valuesOf(container, ['name', 'tag', 'cadence', 'planYear']);
  expect(shown).toEqual(['', '执法大讲堂', 'quarter', '2026']);
});

it('what was saved of a portal does not stay in the form for a new one', async () => {
  type Data = ComponentProps<typeof Portals>['data'];
  const none = { origin: 'https://xuefa.example', chosen: null, portals: [] };
  const { container, rerender } = await render(Portals, {
    ...{ data: none as unknown as Data, form: null, params: {} },
  });
  type(container, 'name', '政务门户');
  type(container, 'clientId', 'xuefa');
  await save(container, 'name');
  const portals = [{ id: 'p', name: '政务门户', isOpen: true }];
  await rerender({ data: { ...none, portals } as unknown as Data });
  expect(valuesOf(container, ['name', 'clientId', 'scope'])).toEqual(['', '', 'openid profile phone']);
});
