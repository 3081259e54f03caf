import { definitionOf } from '../figures/names.ts';
import type { ValueTable } from '../figures/figure.ts';
import type { Day, Instant } from '../shared/time.ts';
import type { FigurePart } from '../figures/parts.ts';
import { printPart } from '../figures/parts.ts';
import { isTargetKey, type TargetKey } from '../figures/targets.ts';
import { QUARTERS, runningQuarter } from '../figures/quarters.ts';

/** Something that this year's report would lack with today's records. */
export interface Gap {
  key: string;
  /** Section of the report in which it would be missed. */
  section: string;
  /** `late`: its time has passed; `open`: it can still be done; `ahead`: its time has not come. */
  state: 'late' | 'open' | 'ahead';
  /** What the report would say today. */
  says: string;
  missing: string;
  /** Last day on which it can be mended. */
  until: Day | null;
  /** The figure whose rows name who or what is missing. */
  rows: { key: string; of: string; part: 'rest' | 'counted' } | null;
  act: GapAct;
}

/** The act that mends a gap; the page knows its address. */
export type GapAct =
  | 'sit'
  | 'publishExam'
  | 'train'
  | 'assign'
  | 'holdEvent'
  | 'verifyEvents'
  | 'attachFiles'
  | 'confirmNumbers'
  | 'bindNumbers';

export interface GapSource {
  planYear: number;
  today: Day;
  now: Instant;
  values: ValueTable;
  /** End of the last window of the year's exams. */
  examsEnd: Day | null;
  events: { unverified: number; withoutFile: number };
  sentences: { moved: number; typed: number };
  /** Events that are to be held by figure. */
  targets: Readonly<Record<string, number>>;
}

/** Section that speaks of a figure's events. */
const SECTIONS: Readonly<Record<TargetKey, string>> = {
  centralGroup: 'leaders',
  thematicStudy: 'leaders',
  firstTopic: 'leaders',
  leadersStudy: 'leaders',
  partyMeetings: 'meetings',
  lawLectures: 'enforcement',
  trainings: 'enforcement',
  sharings: 'enforcement',
  outreachSessions: 'outreach',
};

/** Everything that is missing, what is late first. */
export function gapsOf(source: GapSource): Gap[] {
  const gaps = [
    ...examGaps(source),
    ...peopleGaps(source),
    ...forumGaps(source),
    ...targetGaps(source),
    ...recordGaps(source),
  ];
  const order = { late: 0, open: 1, ahead: 2 };
  return gaps.sort((a, b) => order[a.state] - order[b.state]);
}

function examGaps(source: GapSource): Gap[] {
  const due = source.values.get('participation');
  const isOver = source.examsEnd !== null && source.examsEnd < source.today;
  const gap = { section: 'exam', state: isOver ? 'late' : 'open', until: source.examsEnd } as const;
  if (!due || due.denominator === 0) {
    const says = `${source.planYear}年度学法考试尚未确定应考名册。`;
    const until = lastDay(source);
    return [
      {
        ...gap,
        key: 'roster',
        state: yearState(source),
        says,
        missing: '没有已发布的学法考试',
        until,
        rows: null,
        act: 'publishExam',
      },
    ];
  }
  const rows = { of: 'all', part: 'rest' } as const;
  return [
    ...restGap(
      source,
      'participation',
      { ...gap, rows: { ...rows, key: 'participation' }, act: 'sit' },
      '人未参加学法考试',
    ),
    ...restGap(source, 'passing', { ...gap, rows: { ...rows, key: 'passing' }, act: 'sit' }, '人实考未合格'),
  ];
}

function peopleGaps(source: GapSource): Gap[] {
  const gap = { section: 'hours', state: yearState(source), until: lastDay(source) } as const;
  const rest = (key: string, of: string) => ({ key, of, part: 'rest' as const });
  const officers = source.values.get('hoursReached@enforcement');
  const of = officers && officers.denominator > officers.numerator ? 'enforcement' : 'all';
  return [
    ...restGap(
      source,
      'hoursReached',
      { ...gap, rows: rest('hoursReached', of), act: 'train' },
      hoursWords(source),
    ),
    ...restGap(
      source,
      'courseCompletion',
      { ...gap, rows: rest('courseCompletion', 'all'), act: 'assign' },
      '人未完成必修课程',
    ),
  ];
}

function hoursWords({ values }: GapSource): string {
  const officers = values.get('hoursReached@enforcement');
  const behind = officers ? officers.denominator - officers.numerator : 0;
  return behind > 0 ? `人未达年度学时，其中行政执法人员 ${behind} 人` : '人未达年度学时';
}

function restGap(
  { values }: GapSource,
  key: string,
  gap: Pick<Gap, 'section' | 'state' | 'until' | 'rows' | 'act'>,
  words: string,
): Gap[] {
  const value = values.get(key);
  const rest = value ? value.denominator - value.numerator : 0;
  if (!value || rest === 0) return [];
  const says = `${definitionOf(key)?.name ?? key} ${printPart(value, 'rate')}`;
  return [{ ...gap, key, says, missing: `${rest} ${words}` }];
}

/** 执法大讲堂 is held each quarter: past quarters without one are late, this one is open, later ones lie ahead. */
function forumGaps(source: GapSource): Gap[] {
  const value = source.values.get('enforcementForum');
  if (!value?.quarters) return [];
  const current = runningQuarter(source.planYear, source.today);
  return value.quarters.flatMap((held, at): Gap[] => {
    if (held > 0) return [];
    const state = at < current ? 'late' : at === current ? 'open' : 'ahead';
    return [
      {
        ...{ key: `forum.q${at + 1}`, section: 'enforcement', state, rows: null, act: 'holdEvent' },
        says: `“执法大讲堂”${printPart(value, 'numerator')} 期`,
        missing: `${QUARTERS[at]?.name}缺“执法大讲堂”`,
        until: `${source.planYear}-${QUARTERS[at]?.lastDay}`,
      },
    ];
  });
}

function targetGaps(source: GapSource): Gap[] {
  return Object.entries(source.targets).flatMap(([key, target]): Gap[] => {
    const value = source.values.get(key);
    if (!value || value.numerator >= target) return [];
    const name = definitionOf(key)?.name ?? key;
    const printed = printPart(value, 'numerator' satisfies FigurePart);
    return [
      {
        ...{
          key: `target.${key}`,
          section: isTargetKey(key) ? SECTIONS[key] : 'leaders',
          state: yearState(source),
        },
        says: `${name} ${printed} ${definitionOf(key)?.unit ?? '次'}`,
        missing: `${name}还差 ${target - value.numerator}：计划 ${target}，已核验 ${printed}`,
        ...{ until: lastDay(source), rows: { key, of: 'all', part: 'counted' }, act: 'holdEvent' },
      },
    ];
  });
}

function recordGaps(source: GapSource): Gap[] {
  const { events, sentences } = source;
  const gap = { section: 'leaders', state: 'open', until: null, rows: null } as const;
  const wanted: [count: number, key: string, says: string, missing: string, act: GapAct][] = [
    [events.unverified, 'unverified', '未核验的活动不计入任何数字', '场活动登记后还没有核验', 'verifyEvents'],
    [events.withoutFile, 'withoutFile', '数字可以点开，但没有原件', '场已核验的活动没有附件', 'attachFiles'],
    [sentences.moved, 'moved', '句中数字与定稿时不同', '个数字已变动，待确认', 'confirmNumbers'],
    [sentences.typed, 'typed', '句中数字没有依据', '个数字是手填的，待绑定', 'bindNumbers'],
  ];
  return wanted
    .filter(([count]) => count > 0)
    .map(([count, key, says, missing, act]) => ({ ...gap, key, says, missing: `${count} ${missing}`, act }));
}

function yearState({ planYear, today }: GapSource): 'late' | 'open' {
  return today > `${planYear}-12-31` ? 'late' : 'open';
}

function lastDay({ planYear }: GapSource): Day {
  return `${planYear}-12-31`;
}
