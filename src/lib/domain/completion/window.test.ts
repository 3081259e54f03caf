import { describe, expect, it } from 'vitest';
import { scaleTop, windowProgress } from './window.ts';

describe('progress of an exam window', () => {
  it('adds up who handed in, day by day, and leaves days to come open', () => {
    const progress = windowProgress({
      opensOn: '2026-11-05',
      closesOn: '2026-11-09',
      today: '2026-11-07',
      due: 20,
      firstHandIns: [
        { day: '2026-11-05', people: 3 },
        { day: '2026-11-07', people: 4 },
      ],
    });
    expect(progress.days).toEqual(['2026-11-05', '2026-11-06', '2026-11-07', '2026-11-08', '2026-11-09']);
    expect(progress.present).toEqual([3, 3, 7, null, null]);
    expect(progress.pace).toEqual([0, null, null, null, 20]);
  });

  it('has a scale with a round top', () => {
    expect([0, 3, 5, 9, 20, 244, 1000].map(scaleTop)).toEqual([5, 5, 5, 10, 20, 300, 1000]);
  });
});
