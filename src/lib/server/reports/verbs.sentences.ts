import type { ReportSentence } from '#lib/domain/reports/draft.ts';
import { confirmedNow, printSentence, readSentence } from '#lib/domain/reports/sentence.ts';
import { offersFor, tokensKnown } from '#lib/domain/reports/offers.ts';
import { nameTokens, readNames, tokensIn, writeToken } from '#lib/domain/reports/tokens.ts';
import { typedNumbers } from '#lib/domain/reports/typed.ts';
import { listIn, listLabel } from '#lib/domain/figures/lists.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as figures from '../figures/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import { revisionsOf } from './queries.report.ts';
import { sentenceFrom } from './rows.ts';
import { keepRevision } from './verbs.keep.ts';
import { loadReport, type ReportQuestion, type ReportReading } from './verbs.report.ts';

export interface SentenceQuestion extends ReportQuestion {
  place: string;
  /** Last revision that the writer has seen; 0 for a drafted sentence. */
  revision: number;
}

/**
 * Writes a sentence: what stands in 【】 is bound to the figure of that name. Throws `invalid` for a name that no figure
 * has and for an empty sentence, `conflict` when somebody else has written meanwhile or the report is signed.
 */
export async function writeSentence(act: Act, asked: SentenceQuestion & { text: string }): Promise<void> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.editReport', { unitPath });
  const report = await loadReport(act, asked, { lists: await listsNamed(act, asked) });
  const { section } = findSentence(report, asked.place);
  await keepText(act, report, { ...asked, section, text: boundText(report, asked.text) });
}

/** Adds a sentence to a section, after those that stand there. */
export async function addSentence(
  act: Act,
  asked: ReportQuestion & { section: string; text: string },
): Promise<void> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.editReport', { unitPath });
  const report = await loadReport(act, asked, { lists: await listsNamed(act, asked) });
  if (!report.sections.some((one) => one.key === asked.section)) throw noSentence();
  const text = boundText(report, asked.text);
  await keepText(act, report, { ...asked, place: `own-${newId()}`, revision: 0, text });
}

/** Leaves a sentence out of the report, or gives it back to the draft. */
export async function settleSentence(
  act: Act,
  asked: SentenceQuestion & { state: 'omitted' | 'draft' },
): Promise<void> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.editReport', { unitPath });
  const report = await loadReport(act, asked);
  const { section, sentence } = findSentence(report, asked.place);
  const text = asked.state === 'omitted' ? sentence.text : '';
  await keepRevision(act, report, { ...asked, section, text, confirmed: {} });
}

/** Confirms today's numbers of one sentence, or of every sentence in which one has moved. */
export async function confirmNumbers(act: Act, asked: ReportQuestion & { place?: string }): Promise<number> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.editReport', { unitPath });
  const report = await loadReport(act, asked);
  const moved = report.sections.flatMap(({ key, sentences }) =>
    sentences
      .filter((one) => (asked.place ? one.place === asked.place : hasMoved(one)))
      .map((one) => ({ section: key, sentence: one })),
  );
  for (const { section, sentence } of moved) {
    const { place, revision, text } = sentence;
    await keepText(act, report, { ...asked, section, place, revision, text });
  }
  return moved.length;
}

/** Binds a typed number to a figure which prints the same; `at` is its place in the stored sentence. */
export async function bindNumber(
  act: Act,
  asked: SentenceQuestion & { at: number; token: string },
): Promise<void> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.editReport', { unitPath });
  const lists = tokensIn(asked.token).flatMap(({ token }) => listIn(token.of) ?? []);
  const report = await loadReport(act, asked, { lists: await nearLists(act, asked, lists) });
  const { section, sentence } = findSentence(report, asked.place);
  const typed = sentence.pieces.find((piece) => piece.kind === 'typed' && piece.at === asked.at);
  const offer = offersFor(typed?.text ?? '', report).find((one) => writeToken(one.token) === asked.token);
  if (!typed || !offer) throw new DomainError('conflict', '这个数字已被改动，请刷新页面后再绑定。');
  const from = asked.at + offer.from;
  const text = sentence.text.slice(0, from) + asked.token + sentence.text.slice(asked.at + offer.to);
  await keepText(act, report, { ...asked, section, text });
}

/** A sentence opened for editing: its words with the names of its numbers, what may be bound, and who wrote it when. */
export interface OpenSentence {
  place: string;
  section: string;
  revision: number;
  state: ReportSentence['state'];
  written: string;
  typed: { at: number; text: string; offers: { token: string; name: string }[] }[];
  /** Every number that may be bound; of one saved list alone where one is chosen. */
  names: { name: string; printed: string }[];
  /** Saved lists whose numbers can be bound, and the chosen one. */
  lists: { value: string; label: string }[];
  listId: string;
  history: { revision: number; state: string; text: string; by: string; at: Instant }[];
}

/** Opens a sentence of a report that was read. Throws `notFound` where the report has none at that place. */
export async function openSentence(
  act: Act,
  asked: ReportQuestion & { place: string; listId?: string },
): Promise<OpenSentence> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.editReport', { unitPath });
  const lists = await figures.listsAbout(act, asked.unitId);
  const chosen = lists.find(({ id }) => id === asked.listId);
  const report = await loadReport(act, asked, { lists: chosen ? [chosen.id] : [] });
  const { section, sentence } = findSentence(report, asked.place);
  const revisions = report.reportId
    ? (await revisionsOf(act.db, report.reportId, asked.place).execute()).map(sentenceFrom)
    : [];
  return {
    ...{ place: asked.place, section, revision: sentence.revision, state: sentence.state },
    written: nameTokens(sentence.text, report.values),
    lists: lists.map((list) => ({ value: list.id, label: listLabel(list) })),
    listId: chosen?.id ?? '',
    typed: sentence.pieces.flatMap((piece) =>
      piece.kind === 'typed'
        ? [{ at: piece.at, text: piece.text, offers: offersFor(piece.text, report).map(offerShown) }]
        : [],
    ),
    names: tokensKnown(report).filter(({ token }) => !chosen || listIn(token.of) === chosen.id),
    history: revisions.map((one) => ({
      ...{ revision: one.revision, state: one.state, by: one.writtenByName, at: one.writtenAt },
      text: printOf(one, report),
    })),
  };
}

function offerShown(offer: ReturnType<typeof offersFor>[number]): { token: string; name: string } {
  return { token: writeToken(offer.token), name: offer.name };
}

/** Text of a revision with the numbers that it had when it was written. */
function printOf(one: ReturnType<typeof sentenceFrom>, { values, hidden }: ReportReading): string {
  const stored = tokensIn(one.text).reduceRight((text, { token, from, to }) => {
    const then = one.confirmed[writeToken(token)];
    return then === undefined ? text : text.slice(0, from) + then + text.slice(to);
  }, one.text);
  return printSentence(readSentence(stored, { values, hidden, confirmed: null }));
}

function hasMoved(sentence: ReportSentence): boolean {
  return sentence.pieces.some((piece) => piece.kind === 'bound' && piece.was !== null);
}

function findSentence(report: ReportReading, place: string): { section: string; sentence: ReportSentence } {
  for (const section of report.sections) {
    const sentence = section.sentences.find((one) => one.place === place);
    if (sentence) return { section: section.key, sentence };
  }
  throw noSentence();
}

function noSentence(): DomainError {
  return new DomainError('notFound', '报告里没有这一句，可能已被他人改动，请刷新页面。');
}

function boundText(report: ReportReading, written: string): string {
  const line = written.replace(/\s*\n\s*/g, '').trim();
  if (line === '') throw refused('请写下这句话；不需要时可以略去本句。');
  const known = tokensKnown(report);
  const { text, unknown } = readNames(line, known);
  if (unknown.length > 0) throw refused(`没有名为“${unknown.join('”“')}”的指标，请从列表中选择名称。`);
  const strange = tokensIn(text).find(
    ({ token }) => !known.some((one) => writeToken(one.token) === writeToken(token)),
  );
  if (strange) throw refused('句中有无法识别的指标，请从列表中选择名称。');
  return text;
}

/** Ids of the saved lists about the unit that a text names in 【】. */
async function listsNamed(act: Act, { unitId, text }: { unitId: string; text: string }): Promise<string[]> {
  const lists = await figures.listsAbout(act, unitId);
  return lists.filter((list) => text.includes(`【${listLabel(list)}·`)).map(({ id }) => id);
}

/** Those of the lists by which the unit's figures can be read. */
async function nearLists(act: Act, { unitId }: ReportQuestion, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return (await figures.listsAbout(act, unitId)).map(({ id }) => id).filter((id) => ids.includes(id));
}

function refused(sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { text: sentence } });
}

async function keepText(
  act: Act,
  report: ReportReading,
  given: { section: string; place: string; revision: number; text: string },
): Promise<void> {
  const confirmed = confirmedNow(given.text, report.values, report.hidden);
  const typed = typedNumbers(given.text.replace(/\[\[[^\]]+\]\]/g, '')).length;
  await keepRevision(act, report, { ...given, state: 'shown', confirmed, typed });
}
