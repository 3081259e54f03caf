import * as v from 'valibot';

export type FieldErrors = Record<string, string>;
export type FormValues = Record<string, string | string[]>;

export type ParsedForm<T> =
  | { ok: true; value: T; values: FormValues }
  | { ok: false; message: string; fields: FieldErrors; values: FormValues };

/** Names whose values are never sent back to the page. */
const SECRET = new Set(['password', 'again', 'code', 'current', 'secret']);

/** Names as our own forms write them; any other field is left unread (`__proto__` would change the very object). */
const OWN_NAME = /^[A-Za-z]\w*(\[\])?$/;

/** Characters that nobody types but pasted text brings along; PostgreSQL cannot store the first of them. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** The form without foreign fields and without control characters. */
function ownFields(form: FormData): FormData {
  const own = new FormData();
  for (const [name, value] of form) {
    if (!OWN_NAME.test(name)) continue;
    if (typeof value === 'string') own.append(name, value.replaceAll(CONTROLS, ''));
    else own.append(name, value);
  }
  return own;
}

/** Text of a form without files and secrets; a name given twice becomes a list. */
function shownValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value): value is string => typeof value === 'string');
    if (SECRET.has(name.replace('[]', '')) || texts.length === 0) continue;
    values[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return values;
}

/** Fields that a form leaves out are there as undefined: so their own sentence is shown, not the library's. */
function emptyData(schema: v.GenericSchema): Record<string, unknown> {
  const entries = 'entries' in schema ? (schema.entries as Record<string, unknown>) : {};
  return Object.fromEntries(Object.keys(entries).map((name) => [name, undefined]));
}

/** Form as plain data: a name ending in `[]` is always a list, any other name given twice keeps the last. */
function plainData(schema: v.GenericSchema, form: FormData): Record<string, unknown> {
  const data = emptyData(schema);
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name);
    if (name.endsWith('[]')) data[name.slice(0, -2)] = all;
    else data[name] = all[all.length - 1];
  }
  return data;
}

/** Reads a form through a valibot schema whose messages are Chinese sentences. Never throws on bad input. */
export function parseForm<Schema extends v.GenericSchema>(
  schema: Schema,
  sent: FormData,
): ParsedForm<v.InferOutput<Schema>> {
  const form = ownFields(sent);
  const values = shownValues(form);
  const parsed = v.safeParse(schema, plainData(schema, form));
  if (parsed.success) return { ok: true, value: parsed.output, values };
  const fields: FieldErrors = {};
  for (const issue of parsed.issues) {
    const name = String(issue.path?.[0]?.key ?? '');
    fields[name] ??= sentenceOf(issue);
  }
  return { ok: false, message: '请按提示修改后再提交。', fields, values };
}

/** Library messages are English; only our own sentences reach the screen. */
function sentenceOf(issue: v.BaseIssue<unknown>): string {
  return /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '请填写这一项。';
}
