import * as v from 'valibot';

const portalText = (most: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, `最多 ${most} 个字符。`)), '');
const needed = (sentence: string, most: number) =>
  v.pipe(v.string(sentence), v.trim(), v.minLength(1, sentence), v.maxLength(most, `最多 ${most} 个字符。`));

export const portalForm = v.object({
  id: portalText(64),
  name: needed('请填写门户名称。', 40),
  kind: v.picklist(['oidc', 'oauth'], '请选择协议。'),
  clientId: needed('请填写门户分配的应用编号。', 200),
  secret: portalText(400),
  issuer: portalText(400),
  authorizeUrl: portalText(400),
  tokenUrl: portalText(400),
  userUrl: portalText(400),
  scope: portalText(200),
  subjectField: needed('请填写门户里用户编号的字段名。', 80),
  nameField: portalText(80),
  mobileField: portalText(80),
  identityField: portalText(80),
  isSecondFactor: v.optional(v.literal('on')),
  isOpen: v.optional(v.literal('on')),
});
