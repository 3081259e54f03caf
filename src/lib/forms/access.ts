import * as v from 'valibot';
import { isCompulsion, limitNames, type Compulsion, type LimitName } from '#lib/domain/access/policy.ts';
import { grantableRoles } from '#lib/domain/access/roles.ts';
import { isDay } from '#lib/domain/shared/time.ts';

export const signInForm = v.object({
  login: v.pipe(
    v.string('请填写账号或手机号。'),
    v.trim(),
    v.minLength(1, '请填写账号或手机号。'),
    v.maxLength(64, '账号过长。'),
  ),
  password: v.pipe(v.string('请填写密码。'), v.minLength(1, '请填写密码。'), v.maxLength(256, '密码过长。')),
  next: v.optional(v.string(), ''),
});

export const useCodeForm = v.object({
  code: v.pipe(
    v.string('请填写登录码。'),
    v.trim(),
    v.minLength(1, '请填写登录码。'),
    v.maxLength(64, '登录码过长。'),
  ),
  login: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(32, '账号名过长。')), ''),
  password: v.pipe(v.string('请设置密码。'), v.minLength(1, '请设置密码。'), v.maxLength(256, '密码过长。')),
  again: v.pipe(
    v.string('请再输入一次密码。'),
    v.minLength(1, '请再输入一次密码。'),
    v.maxLength(256, '密码过长。'),
  ),
});

const secondCode = v.pipe(
  v.string('请填写验证码。'),
  v.trim(),
  v.minLength(1, '请填写验证码。'),
  v.maxLength(64, '验证码过长。'),
);

export const secondStepForm = v.object({ code: secondCode, next: v.optional(v.string(), '') });

const ownPassword = v.pipe(
  v.string('请填写当前密码。'),
  v.minLength(1, '请填写当前密码。'),
  v.maxLength(256, '密码过长。'),
);

export const changePasswordForm = v.object({
  current: ownPassword,
  password: v.pipe(
    v.string('请设置新密码。'),
    v.minLength(1, '请设置新密码。'),
    v.maxLength(256, '密码过长。'),
  ),
  again: v.pipe(
    v.string('请再输入一次密码。'),
    v.minLength(1, '请再输入一次密码。'),
    v.maxLength(256, '密码过长。'),
  ),
});

export const unlinkForm = v.object({
  portalId: v.pipe(v.string('请选择门户。'), v.minLength(1, '请选择门户。'), v.maxLength(64, '请选择门户。')),
});

export const ownPasswordForm = v.object({ password: ownPassword });

export const confirmFactorForm = v.object({ code: secondCode });

export const sessionForm = v.object({
  sessionId: v.pipe(
    v.string('请选择要退出的登录。'),
    v.minLength(1, '请选择要退出的登录。'),
    v.maxLength(64),
  ),
});

export const emailForm = v.object({
  email: v.pipe(
    v.string('请填写邮箱。'),
    v.trim(),
    v.minLength(1, '请填写邮箱。'),
    v.maxLength(254, '邮箱过长。'),
  ),
});

export const ownEmailForm = v.object({ ...emailForm.entries, password: ownPassword });

export const resetForm = v.object({
  login: v.pipe(
    v.string('请填写账号或手机号。'),
    v.trim(),
    v.minLength(1, '请填写账号或手机号。'),
    v.maxLength(64, '账号过长。'),
  ),
});

const reason = v.pipe(
  v.string('请写明原因。'),
  v.trim(),
  v.minLength(2, '请写明原因，会记入审计日志。'),
  v.maxLength(200, '原因请写在 200 字以内。'),
);

export const accountActForm = v.object({ reason });

/** The button of a row says whose session it ends: `person/session`. */
export const endSessionForm = v.object({
  ...accountActForm.entries,
  session: v.pipe(
    v.string('请选择要退出的登录。'),
    v.regex(/^[\w-]{1,64}\/[\w-]{1,64}$/, '请选择要退出的登录。'),
    v.transform((text) => {
      const [personId = '', sessionId = ''] = text.split('/');
      return { personId, sessionId };
    }),
  ),
});

export const slipsForm = v.object({
  people: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(64, '请选择人员。'))),
    v.minLength(1, '请先选择人员。'),
    v.maxLength(200, '一次最多打印 200 人，请分几次。'),
  ),
});

const wholeNumber = v.pipe(
  v.string('请填写整数。'),
  v.trim(),
  v.regex(/^\d{1,6}$/, '请填写整数。'),
  v.transform(Number),
);

/** Bounds are those of the domain; the verb says which is passed. */
export const policyForm = v.object({
  ...(Object.fromEntries(limitNames.map((name) => [name, wholeNumber])) as Record<
    LimitName,
    typeof wholeNumber
  >),
  secondFactor: v.pipe(
    v.string('请选择两步验证的要求。'),
    v.check(isCompulsion, '请选择两步验证的要求。'),
    v.transform((text) => text as Compulsion),
  ),
});

const chosen = (sentence: string) =>
  v.pipe(v.string(sentence), v.minLength(1, sentence), v.maxLength(64, sentence));

export const grantForm = v.object({
  personId: chosen('请选择人员。'),
  unitId: chosen('请选择单位。'),
  role: v.picklist(grantableRoles, '请选择角色。'),
  from: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => text === '' || isDay(text), '请填写有效的日期，例如 2026-03-01；不填为今天。'),
    ),
    '',
  ),
  to: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => text === '' || isDay(text), '请填写有效的日期，例如 2026-12-31；不填为长期。'),
    ),
    '',
  ),
});

const nameOfPerson = v.pipe(
  v.string('请填写姓名。'),
  v.trim(),
  v.minLength(1, '请填写姓名。'),
  v.maxLength(40, '姓名过长。'),
);

export const setupForm = v.object({
  code: v.pipe(
    v.string('请填写初始化码。'),
    v.trim(),
    v.minLength(1, '请填写初始化码。'),
    v.maxLength(64, '初始化码过长。'),
  ),
  unitName: v.pipe(
    v.string('请填写单位名称。'),
    v.trim(),
    v.minLength(1, '请填写单位名称。'),
    v.maxLength(100, '单位名称过长。'),
  ),
  systemAdministrator: nameOfPerson,
  securityAdministrator: nameOfPerson,
  auditAdministrator: nameOfPerson,
});

export const delegateForm = v.object({
  personId: chosen('请选择代拟人。'),
  unitId: chosen('请选择单位。'),
  to: v.pipe(v.string('请填写最后一天。'), v.check(isDay, '请填写有效的日期，例如 2026-12-31。')),
});

export const withdrawForm = v.object({ grantId: chosen('请选择要收回的授权。') });

/** A button that carries nothing but its press. */
export const noInput = v.object({});
