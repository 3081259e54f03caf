import type { ValueTable } from '../figures/figure.ts';
import { draftSections } from './drafts/index.ts';
import { isPartKey, partKeys, PARTS, Year, type PartKey } from './drafts/section.ts';
import { readSentence, type Confirmed, type Hidden, type Piece } from './sentence.ts';

/** A sentence that somebody wrote, confirmed or left out: the last revision of its place. */
export interface WrittenSentence {
  section: string;
  place: string;
  revision: number;
  /** `draft`: given back to the draft; `omitted`: left out of the report. */
  state: 'shown' | 'omitted' | 'draft';
  text: string;
  confirmed: Confirmed;
  writtenByName: string;
  writtenAt: string;
}

/** What was changed about a section: its place, whether it stands, and the title of one's own. */
export interface KeptSection {
  section: string;
  part: string;
  title: string;
  sortOrder: number;
  isOmitted: boolean;
}

export interface ReportSentence {
  place: string;
  /** As stored, with tokens. */
  text: string;
  pieces: Piece[];
  /** 0 while nobody has touched it. */
  revision: number;
  state: 'drafted' | 'written' | 'omitted';
  writtenByName: string | null;
  writtenAt: string | null;
}

export interface ReportSection {
  key: string;
  part: PartKey;
  title: string;
  /** Written by the unit, not drafted from figures. */
  isOwn: boolean;
  isOmitted: boolean;
  sentences: ReportSentence[];
}

/** A line of the report as it is printed. */
export interface ReportBlock {
  kind: 'heading1' | 'heading2' | 'body';
  /** Section that the line opens or is; a part's heading names the first of its sections. */
  section: string;
  text: string;
  sentences: ReportSentence[];
}

export interface ReportSource {
  planYear: number;
  values: ValueTable;
  hidden: Hidden;
  sections: readonly KeptSection[];
  written: readonly WrittenSentence[];
}

/** Lines of the title. */
export function titleOf(unitName: string, planYear: number): string[] {
  return [unitName, `${planYear}年度法治政府建设情况报告`, '（学法部分）'];
}

/** Every section in its order with its sentences: what was written stands in place of what is drafted. */
export function assembleReport(source: ReportSource): ReportSection[] {
  const year = new Year(source.planYear, source.values, source.hidden);
  const kept = new Map(source.sections.map((one) => [one.section, one]));
  const drafted = draftSections.map((section, at) => {
    const own = kept.get(section.key);
    return {
      ...{ key: section.key, part: section.part, title: section.title, isOwn: false },
      ...{ isOmitted: own?.isOmitted ?? false, sortOrder: own?.sortOrder ?? (at + 1) * 100 },
      drafts: section.sentences(year),
    };
  });
  const own = source.sections
    .filter((one) => !draftSections.some((section) => section.key === one.section))
    .map((one) => ({
      ...{ key: one.section, part: isPartKey(one.part) ? one.part : 'done', title: one.title, isOwn: true },
      ...{ isOmitted: one.isOmitted, sortOrder: one.sortOrder, drafts: [] },
    }));
  return [...drafted, ...own]
    .sort((a, b) => partKeys.indexOf(a.part) - partKeys.indexOf(b.part) || a.sortOrder - b.sortOrder)
    .map(({ drafts, sortOrder: _, ...section }) => ({
      ...section,
      sentences: sentencesOf(section.key, drafts, source),
    }));
}

function sentencesOf(
  section: string,
  drafts: readonly { place: string; text: string }[],
  { values, hidden, written }: ReportSource,
): ReportSentence[] {
  const own = new Map(written.filter((one) => one.section === section).map((one) => [one.place, one]));
  const places = [...drafts.map((draft) => draft.place), ...own.keys()];
  return [...new Set(places)].flatMap((place) => {
    const kept = own.get(place);
    const isWritten = kept !== undefined && kept.state !== 'draft';
    const text = isWritten ? kept.text : (drafts.find((draft) => draft.place === place)?.text ?? '');
    if (text === '') return [];
    return [
      {
        ...{ place, text, revision: kept?.revision ?? 0 },
        pieces: readSentence(text, { values, hidden, confirmed: isWritten ? kept.confirmed : null }),
        state: !isWritten
          ? ('drafted' as const)
          : kept.state === 'omitted'
            ? ('omitted' as const)
            : ('written' as const),
        writtenByName: kept?.writtenByName ?? null,
        writtenAt: kept?.writtenAt ?? null,
      },
    ];
  });
}

const NUMERALS = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
];

/** The report as it is printed: parts and sections numbered as they stand, a section's sentences one paragraph. */
export function blocksOf(sections: readonly ReportSection[]): ReportBlock[] {
  const blocks: ReportBlock[] = [];
  let parts = 0;
  for (const part of partKeys) {
    const shown = sections
      .filter((section) => section.part === part && !section.isOmitted)
      .map((section) => ({
        ...section,
        sentences: section.sentences.filter((one) => one.state !== 'omitted'),
      }))
      .filter((section) => section.sentences.length > 0);
    if (shown.length === 0) continue;
    blocks.push(heading('heading1', shown[0]?.key ?? '', `${NUMERALS[parts]}、${PARTS[part]}`));
    parts += 1;
    let titled = 0;
    for (const section of shown) {
      if (section.title !== '') {
        blocks.push(
          heading('heading2', section.key, `（${NUMERALS[titled] ?? titled + 1}）${section.title}`),
        );
        titled += 1;
      }
      blocks.push({ kind: 'body', section: section.key, text: '', sentences: section.sentences });
    }
  }
  return blocks;
}

function heading(kind: 'heading1' | 'heading2', section: string, text: string): ReportBlock {
  return { kind, section, text, sentences: [] };
}

/** Text of a line as it is printed. */
export function printBlock({ text, sentences }: ReportBlock): string {
  return text + sentences.flatMap((sentence) => sentence.pieces.map((piece) => piece.text)).join('');
}
