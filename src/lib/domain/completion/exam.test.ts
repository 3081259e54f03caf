import { describe, expect, it } from 'vitest';
import { examStanding, type Candidacy } from './exam.ts';

const due: Candidacy = {
  examId: 'e1',
  rosterOn: '2026-11-01',
  state: 'due',
  placement: { unitPath: ['bureau', 'district'], leadership: true },
  passHundredths: 6000,
  excellentHundredths: 9000,
  attempts: [],
};

const sat = (scoreHundredths: number | null, sitting: 'main' | 'makeup' = 'main') =>
  ({ sitting, status: 'submitted', scoreHundredths }) as const;

function standing(...candidacies: Candidacy[]) {
  return examStanding('p1', 2026, candidacies);
}

describe('standing in the exam of a year', () => {
  it('is absent for whom no roster names', () => {
    expect(standing()).toBeNull();
    expect(standing({ ...due, state: 'left' }, { ...due, state: 'outside' })).toBeNull();
  });

  it('counts who handed in as present, and an open attempt as nothing', () => {
    expect(standing(due)?.best.present).toBe(false);
    const open = { sitting: 'main', status: 'open', scoreHundredths: null } as const;
    expect(standing({ ...due, attempts: [open] })?.best.present).toBe(false);
    expect(standing({ ...due, attempts: [sat(null)] })?.best).toEqual({
      present: true,
      passed: false,
      excellent: false,
    });
  });

  it('takes the best attempt, with pass and excellent marks themselves included', () => {
    expect(standing({ ...due, attempts: [sat(5999)] })?.best.passed).toBe(false);
    expect(standing({ ...due, attempts: [sat(5999), sat(6000)] })?.best.passed).toBe(true);
    expect(standing({ ...due, attempts: [sat(9000), sat(0)] })?.best.excellent).toBe(true);
  });

  it('keeps the make-up out of the main reading', () => {
    const made = standing({ ...due, attempts: [sat(5000), sat(9500, 'makeup')] });
    expect(made?.main).toEqual({ present: true, passed: false, excellent: false });
    expect(made?.best).toEqual({ present: true, passed: true, excellent: true });
  });

  it('gives the exempt no marks, and counts him again once he is due', () => {
    const exempt = standing({ ...due, state: 'exempt', attempts: [sat(9000)] });
    expect(exempt).toMatchObject({ state: 'exempt', best: { present: false } });
    expect(standing({ ...due, attempts: [sat(9000)] })).toMatchObject({
      state: 'due',
      best: { excellent: true },
    });
  });

  it('counts a person of several rosters once, where the latest has him', () => {
    const later: Candidacy = {
      ...due,
      examId: 'e2',
      rosterOn: '2026-12-01',
      placement: { unitPath: ['street', 'district'], leadership: false },
    };
    const once = standing(later, { ...due, attempts: [sat(7000)] });
    expect(once).toMatchObject({
      unitPath: ['street', 'district'],
      leadership: false,
      best: { passed: true },
    });
    expect(standing(due, later)?.unitPath).toEqual(['street', 'district']);
  });
});
