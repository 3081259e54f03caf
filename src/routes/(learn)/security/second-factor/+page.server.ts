import QRCode from 'qrcode';
import { confirmFactorForm, ownPasswordForm } from '#lib/forms/access.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  dropSecondFactor,
  mySecurity,
  pendingSecondFactor,
  renewRecoveryCodes,
} from '#lib/server/access/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => {
    const { hasSecondFactor, mustHaveSecondFactor, recoveryCodesLeft } = await mySecurity(locals.act);
    const pending = await pendingSecondFactor(locals.act);
    const picture = pending && (await QRCode.toDataURL(pending.uri, { margin: 2, scale: 5 }));
    return {
      ...{ hasSecondFactor, mustHaveSecondFactor, recoveryCodesLeft },
      pending: pending && { secret: pending.secret, picture: picture ?? '' },
    };
  });

export const actions: Actions = {
  begin: (event) =>
    answering(event, ownPasswordForm, async (input) => {
      await beginSecondFactor(event.locals.act, input);
      return { done: '请用手机验证器扫描下面的二维码。' };
    }),
  confirm: (event) =>
    answering(event, confirmFactorForm, async ({ code }) => ({
      codes: await confirmSecondFactor(event.locals.act, code),
    })),
  renew: (event) =>
    answering(event, ownPasswordForm, async (input) => ({
      codes: await renewRecoveryCodes(event.locals.act, input),
    })),
  drop: (event) =>
    answering(event, ownPasswordForm, async (input) => {
      await dropSecondFactor(event.locals.act, input);
      return { done: '两步验证已停用。' };
    }),
};
