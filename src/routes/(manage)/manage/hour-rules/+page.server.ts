import { parseSteps, stepsText } from '#lib/domain/hours/steps.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import { ruleForm } from '#lib/forms/hours.ts';
import { listRules, previewRule, setRule, type NewRule } from '#lib/server/hours/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { InferOutput } from 'valibot';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => loading(() => listRules(locals.act));

function ruleFrom(input: InferOutput<typeof ruleForm>): NewRule {
  const { sourceKind, validFrom, minutesPerHour, source, halfDay, day, cap } = input;
  const steps = input.steps === '' ? null : parseSteps(input.steps);
  const sentence = '分档请写成“15=0.5, 30=1”：满多少分钟＝多少学时。';
  if (input.steps !== '' && steps === null)
    throw new DomainError('invalid', sentence, { fields: { steps: sentence } });
  return {
    ...{ sourceKind, validFrom, minutesPerHour, source, steps, capHundredths: cap },
    ...{ halfDayHundredths: halfDay ?? 400, dayHundredths: day ?? 800 },
    testOutCounts: input.testOutCounts !== '',
  };
}

/** A rule as its form shows it. */
function shown(rule: NewRule): Record<string, string> {
  const { capHundredths } = rule;
  return {
    ...{ sourceKind: rule.sourceKind, validFrom: rule.validFrom, source: rule.source },
    ...{ minutesPerHour: String(rule.minutesPerHour), steps: stepsText(rule.steps) },
    ...{ halfDay: formatHundredths(rule.halfDayHundredths), day: formatHundredths(rule.dayHundredths) },
    cap: capHundredths === null ? '' : formatHundredths(capHundredths),
    testOutCounts: rule.testOutCounts ? 'on' : '',
  };
}

export const actions: Actions = {
  preview: (event) =>
    answering(event, ruleForm, async (input) => {
      const wanted = ruleFrom(input);
      return { preview: await previewRule(event.locals.act, wanted), values: shown(wanted) };
    }),
  set: (event) =>
    answering(event, ruleForm, async (input) => {
      await setRule(event.locals.act, ruleFrom(input));
      return { done: '新规则已设定，从生效日起记入的分录按它计算，以前的分录不变。' };
    }),
};
