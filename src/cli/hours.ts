import { firstRule, type RuleKind } from '#lib/domain/hours/rule.ts';
import { parseSteps } from '#lib/domain/hours/steps.ts';
import { ruleKinds, ruleSentence } from '#lib/domain/hours/words.ts';
import { parseHundredths } from '#lib/domain/shared/hundredths.ts';
import * as hoursRoom from '#lib/server/hours/index.ts';
import { argument, option, UsageError, type Call, type Subject } from './subject.ts';

function amount(call: Call, name: string, otherwise: number): number {
  const text = call.options[name];
  if (text === undefined) return otherwise;
  const hundredths = typeof text === 'string' ? parseHundredths(text) : null;
  if (hundredths === null) throw new UsageError(`--${name} 请填数字，最多两位小数。`);
  return hundredths;
}

function stepsOf({ options }: Call) {
  if (options.steps === undefined) return null;
  const steps = typeof options.steps === 'string' ? parseSteps(options.steps) : null;
  if (steps === null) throw new UsageError('--steps 请写成 15=0.5,30=1。');
  return steps;
}

/** The rule that the options describe; what is not said is as in the rule an installation starts with. */
function wantedOf(call: Call): hoursRoom.NewRule {
  const kind = argument(call, 0, '种类');
  if (!Object.hasOwn(ruleKinds, kind))
    throw new UsageError(`种类请填 ${Object.keys(ruleKinds).join('、')} 之一。`);
  const first = firstRule(kind as RuleKind);
  return {
    ...{ sourceKind: first.sourceKind, validFrom: option(call, 'from'), source: option(call, 'source') },
    minutesPerHour: Number(call.options.minutes ?? first.minutesPerHour),
    steps: stepsOf(call),
    halfDayHundredths: amount(call, 'half-day', first.halfDayHundredths),
    dayHundredths: amount(call, 'day', first.dayHundredths),
    capHundredths: call.options.cap === undefined ? first.capHundredths : amount(call, 'cap', 0),
    testOutCounts: call.options['test-out'] === true,
  };
}

/** `xuefa hours …`: the rules by which trainings become 学时. */
export const hours: Subject = {
  name: 'hours',
  summary: '学时规则',
  verbs: {
    rules: {
      usage: 'rules [--json]',
      summary: '列出全部规则：折算、上限、结转、日期与依据',
      run: async ({ act, out }) => {
        const { rules } = await hoursRoom.listRules(act);
        for (const rule of rules)
          out.line(`${rule.validFrom}—${rule.validTo ?? '今'}\t${ruleSentence(rule)}\t${rule.source}`);
        out.json({ rules });
        return 0;
      },
    },
    setRule: {
      usage:
        'setRule <种类> --from 日期 --source 依据 [--minutes 45] [--steps 15=0.5,30=1] [--half-day 4] [--day 8] [--cap N] [--test-out] [--dry-run] [--json]',
      summary: '从某日起设定新规则（lesson、event、claim、import、carry、carryCredit）；已记入的分录不变',
      flags: ['test-out', 'dry-run'],
      run: async (call) => {
        const wanted = wantedOf(call);
        const preview = await hoursRoom.previewRule(call.act, wanted);
        call.out.line(
          `原规则“${ruleSentence(preview.before)}”到 ${preview.endsOn} 为止，${preview.kept} 笔分录不变。`,
        );
        const dryRun = call.options['dry-run'] === true;
        const id = dryRun ? null : (await hoursRoom.setRule(call.act, wanted)).id;
        call.out.line(dryRun ? '仅预览，未设定。' : '已设定。');
        call.out.json({ id, preview });
        return 0;
      },
    },
  },
};
