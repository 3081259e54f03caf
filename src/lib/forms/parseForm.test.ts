import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseForm } from './parseForm.ts';

const schema = v.object({
  name: v.pipe(v.string('请填写姓名。'), v.minLength(1, '请填写姓名。')),
  units: v.optional(v.array(v.string()), []),
  password: v.optional(v.string(), ''),
});

function formOf(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe('a form', () => {
  it('becomes plain data; names in brackets are lists', () => {
    const form = parseForm(
      schema,
      formOf([
        ['name', '李明'],
        ['units[]', 'a'],
        ['units[]', 'b'],
      ]),
    );
    expect(form).toMatchObject({ ok: true, value: { name: '李明', units: ['a', 'b'] } });
  });

  it('says beside the field what is missing, in Chinese even where the library is silent', () => {
    expect(parseForm(schema, formOf([]))).toMatchObject({ ok: false, fields: { name: '请填写姓名。' } });
    const strict = v.object({ count: v.number() });
    expect(parseForm(strict, formOf([['count', 'x']]))).toMatchObject({
      fields: { count: '请填写这一项。' },
    });
  });

  it('never gives a password back', () => {
    const form = parseForm(
      schema,
      formOf([
        ['name', ''],
        ['password', 'secret'],
      ]),
    );
    expect(JSON.stringify(form.values)).not.toContain('secret');
  });

  it('leaves control characters out, as pasted text brings them', () => {
    const form = parseForm(schema, formOf([['name', '李\u0000明\u000b']]));
    expect(form).toMatchObject({ ok: true, value: { name: '李明' }, values: { name: '李明' } });
  });

  it('does not read fields that would change the object they are put into', () => {
    const form = parseForm(
      schema,
      formOf([
        ['name', '李明'],
        ['__proto__', 'a'],
        ['__proto__[]', 'b'],
      ]),
    );
    expect(form).toEqual({ ok: true, value: expect.anything(), values: { name: '李明' } });
  });
});
