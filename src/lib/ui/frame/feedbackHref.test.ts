import { expect, it } from 'vitest';
import { feedbackHref } from './feedbackHref.ts';

it('says which page it is about, and what failed there', () => {
  expect(feedbackHref('/manage/people')).toBe('/feedback?from=%2Fmanage%2Fpeople');
  expect(feedbackHref('/exams', '0190-ab')).toBe('/feedback?from=%2Fexams&kind=problem&error=0190-ab');
});
