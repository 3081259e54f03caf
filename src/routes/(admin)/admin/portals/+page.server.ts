import { portalForm } from '#lib/forms/portals.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listPortals, savePortal } from '#lib/server/portals/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const portals = await listPortals(locals.act);
    const asked = url.searchParams.get('portal');
    return { portals, chosen: portals.find((one) => one.id === asked) ?? null, origin: url.origin };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, portalForm, async (input) => {
      const { id, subjectField, nameField, mobileField, identityField, ...rest } = input;
      await savePortal(event.locals.act, {
        ...rest,
        id: id === '' ? null : id,
        isOpen: input.isOpen === 'on',
        isSecondFactor: input.isSecondFactor === 'on',
        fields: { subject: subjectField, name: nameField, mobile: mobileField, identity: identityField },
      });
      return { done: '已保存。' };
    }),
};
