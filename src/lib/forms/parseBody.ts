import * as v from 'valibot';
import { DomainError } from '#lib/domain/shared/errors.ts';

/** Reads a JSON body through a schema; `invalid` when it is no JSON or not of that shape. */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, jsonOf(text));
  if (parsed.success) return parsed.output;
  const path = parsed.issues[0].path?.map((step) => String(step.key)).join('.') ?? '';
  throw new DomainError('invalid', '请求内容不符合接口约定，请核对后重试。', {
    fields: { [path]: '缺少这一项，或者它的类型、长度不对。' },
  });
}

/** PostgreSQL cannot store this character, and no id of ours holds it. */
const ESCAPED_NUL = /\\u0000/;

function jsonOf(text: string): unknown {
  if (ESCAPED_NUL.test(text)) throw new DomainError('invalid', '请求内容含有不能保存的控制字符。');
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('invalid', '请求内容不是有效的 JSON。');
  }
}
