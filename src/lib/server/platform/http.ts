import { error, fail, json, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { GenericSchema, InferOutput } from 'valibot';
import { DomainError, statusOf } from '#lib/domain/shared/errors.ts';
import { parseForm, type FieldErrors, type FormValues } from '#lib/forms/parseForm.ts';

export interface FormFailure {
  message: string;
  fields: FieldErrors;
  /** What was typed, to show it again; files and passwords are left out. */
  values: FormValues;
}

/**
 * A verb for a page's `load`: refusals become the error page with their sentence.
 *
 * @param next where that page leads on, instead of home
 */
export async function loading<T>(read: () => Promise<T>, next?: string): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof DomainError)) throw thrown;
    const way = next === undefined ? {} : { next };
    error(statusOf(thrown.code), { message: thrown.message, id: '', ...way });
  }
}

/**
 * A verb for a form action: the form is read through `schema`; what is wrong with it, and what the verb refuses,
 * comes back to the page beside the fields. Redirects pass through.
 */
export async function answering<Schema extends GenericSchema, T>(
  event: Pick<RequestEvent, 'request' | 'locals'>,
  schema: Schema,
  act: (input: InferOutput<Schema>) => Promise<T>,
): Promise<T | ActionFailure<FormFailure>> {
  let values: FormValues = {};
  try {
    const form = parseForm(schema, await formOf(event.request));
    values = form.values;
    if (!form.ok) return refusing(event, 422, { message: form.message, fields: form.fields, values });
    return await act(form.value);
  } catch (thrown) {
    if (!(thrown instanceof DomainError)) throw thrown;
    return refusing(event, statusOf(thrown.code), { message: thrown.message, fields: thrown.fields, values });
  }
}

function refusing(event: Pick<RequestEvent, 'locals'>, status: number, failure: FormFailure) {
  const sentences = new Set([failure.message, ...Object.values(failure.fields)]);
  event.locals.refusal = { status, message: [...sentences].join('') };
  return fail(status, failure);
}

/**
 * Leads from a page's `load` to another page. Where the form that was just posted to the page was refused, the
 * redirect would swallow the refusal: it is told instead, with the way on.
 */
export function leadOn({ locals }: Pick<RequestEvent, 'locals'>, location: string): never {
  const { refusal } = locals;
  if (refusal) error(refusal.status, { message: refusal.message, id: '', next: location });
  redirect(303, location);
}

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

/** Fields of a posted form; `unsupported` when the body is something else, `invalid` when it is cut off. */
export async function formOf(request: Request): Promise<FormData> {
  if (!FORM.test(request.headers.get('content-type') ?? '')) {
    throw new DomainError('unsupported', '提交的不是表单，请回到页面重新填写后提交。');
  }
  try {
    return await request.formData();
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    throw new DomainError('invalid', '提交的内容不完整，请刷新页面后重新提交。');
  }
}

/**
 * Text of a JSON body, not yet parsed; `unsupported` when the request does not say that it is JSON. The body is read
 * before that is judged: a connection whose body nobody reads is cut, and the refusal with it.
 */
export async function jsonTextOf(request: Request): Promise<string> {
  const text = await request.text();
  if (/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return text;
  throw new DomainError('unsupported', '这个接口只接收 JSON，请把 content-type 写成 application/json。');
}

/** A verb for an endpoint: JSON either way, a refusal as `{ error: { code, message, fields, details } }`. */
export async function replying(work: () => Promise<unknown>): Promise<Response> {
  try {
    return json(await work(), { headers: { 'cache-control': 'no-store' } });
  } catch (thrown) {
    if (!(thrown instanceof DomainError)) throw thrown;
    const { code, message, fields, details } = thrown;
    return json({ error: { code, message, fields, details } }, { status: statusOf(code) });
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to be saved under its name; an xlsx workbook unless told. Nobody on the way keeps it. */
export function downloading(file: { name: string; bytes: Uint8Array }, type = XLSX): Response {
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'no-store',
    },
  });
}
