import { expect, it } from 'vitest';
import { errorsOf, typedIn } from './typed.ts';

it('a refused form keeps what was typed, and what was unticked stays unticked', () => {
  const typed = typedIn({ message: '请修改', values: { title: '讲座', 'unitIds[]': ['a', 'b'] } });
  expect(typed.text('title', '新')).toBe('讲座');
  expect(typed.list('unitIds', ['c'])).toEqual(['a', 'b']);
  expect(typed.list('personIds', ['c'])).toEqual([]);
});

it('a form that was not sent, or went well, begins with what is offered', () => {
  for (const form of [null, undefined, { done: '已保存' }]) {
    expect(typedIn(form).text('title', '新')).toBe('新');
    expect(typedIn(form).list('unitIds', ['c'])).toEqual(['c']);
  }
});

it('errors belong to the form that was refused', () => {
  const refused = { fields: { reason: '请写明原因。' }, values: { leftOn: '2026-11-01', reason: '' } };
  expect(errorsOf(refused, 'leftOn')).toEqual({ reason: '请写明原因。' });
  expect(errorsOf(refused, 'ground')).toEqual({});
  expect(errorsOf({ done: '已保存。' }, 'leftOn')).toEqual({});
  expect(errorsOf(null, 'leftOn')).toEqual({});
});
