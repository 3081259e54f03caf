import { AnswerQueue } from '#lib/state/AnswerQueue.svelte.ts';
import { ExamClock } from '#lib/state/ExamClock.svelte.ts';
import { Marks } from '#lib/state/Marks.svelte.ts';
import { RoomWatch } from '#lib/state/RoomWatch.ts';
import { httpWire, type Allowance, type ClockReply, type WireResult } from '#lib/state/answerWire.ts';
import type { AnswerDisk } from '#lib/state/keptAnswers.ts';
import { takesSeveral } from '#lib/ui/paper/item.ts';
import type { PageData } from './$types';

type Room = PageData['room'];
export type RoomItem = Room['items'][number];

const KEYS = 'xuefa.keys';
const OTHER_PAGE = '您已在另一个页面或设备上继续作答，本页不能再保存。';

interface OwnStorage {
  local: Storage | null;
  session: Storage | null;
  disk: AnswerDisk | null;
}

interface Ways {
  /** Leads to the page of this address. */
  goTo: (path: string) => void;
  /** Has the attempt closed, its time being over by the server's clock. */
  close: () => void;
}

/** One attempt in the browser: where the candidate is, his marks, his answers and his clock. */
export class OpenAttempt {
  readonly room: Room;
  readonly clock: ExamClock;
  readonly answers: AnswerQueue;
  readonly marks: Marks;
  readonly #watch: RoomWatch;
  readonly #own: OwnStorage;
  #ways: Ways | null = null;
  #channel: BroadcastChannel | null = null;
  here = $state(1);
  allowances = $state.raw<Allowance[]>([]);
  /** Time that was added while this page is open. */
  added = $state.raw<Allowance | null>(null);
  /** Another page had the pen before this one took it. */
  tookOver = $state(false);
  /** He wants to hand in while some answers have not reached the server. */
  isHeldBack = $state(false);
  /** Script runs: answers are saved as they are given. */
  isLive = $state(false);
  /** Keys of a single letter can be switched off, for those who speak to their computer. */
  usesKeys = $state(true);

  constructor(room: Room, here: number, own: OwnStorage) {
    const wire = httpWire(room.attemptId);
    this.room = room;
    this.here = here;
    this.allowances = room.allowances;
    this.#own = own;
    this.clock = new ExamClock(room);
    this.marks = new Marks(room.attemptId, own.local);
    this.answers = new AnswerQueue({
      attemptId: room.attemptId,
      answers: room.items,
      seenWriter: room.writer,
      wire,
      keeping: { storage: own.local, disk: own.disk },
      onReply: (reply) => this.clock.sync(reply),
    });
    this.#watch = new RoomWatch({ wire, onReply: (result) => this.#hear(result) });
  }

  get item(): RoomItem {
    return this.room.items[this.here - 1] as RoomItem;
  }

  get answered(): number {
    return this.room.items.filter((item) => this.answers.chosen(item.itemId).length > 0).length;
  }

  /** Numbers of questions on which another page's newer answer stands instead of this computer's. */
  get overtaken(): number[] {
    const { overtaken } = this.answers;
    return this.room.items.filter((item) => overtaken.includes(item.itemId)).map((item) => item.position);
  }

  /** No answer can be given: this page was refused, or time is over. */
  get isShut(): boolean {
    return this.answers.refusal !== null || (this.isLive && this.clock.isOver);
  }

  /** Starts clock, queue and the talk between pages; returns how to end them. */
  begin(ways: Ways): () => void {
    this.#ways = ways;
    this.isLive = true;
    this.marks.restore();
    this.usesKeys = this.#own.local?.getItem(KEYS) !== 'off';
    const stops = [this.clock.run(), this.#listen()];
    void this.#takePen().then(() => stops.push(this.#watch.run()));
    return () => {
      for (const stop of stops) stop();
      this.answers.stop();
    };
  }

  go(position: number): void {
    if (position >= 1 && position <= this.room.items.length) this.here = position;
  }

  /** Chooses as a key does: the only one, or one more or less of several. */
  choose(index: number): void {
    const option = this.item.options[index];
    if (!option) return;
    if (!takesSeveral(this.item)) return this.put([option.id]);
    const chosen = this.answers.chosen(this.item.itemId);
    const isChosen = chosen.includes(option.id);
    this.put(isChosen ? chosen.filter((id) => id !== option.id) : [...chosen, option.id]);
  }

  put(chosen: string[]): void {
    if (this.isShut) return;
    this.#haveBeenRead();
    this.answers.put(this.item.itemId, chosen);
  }

  /** Who answers on has read what the quiet bar told him once. */
  #haveBeenRead(): void {
    this.tookOver = false;
    this.added = null;
    this.answers.overtaken = [];
  }

  /** Time is over by this computer's clock: sends what waits, and asks the server whether it is so. */
  async runOut(): Promise<void> {
    await this.answers.flush();
    await this.#watch.ask();
  }

  setKeys(on: boolean): void {
    this.usesKeys = on;
    this.#own.local?.setItem(KEYS, on ? 'on' : 'off');
  }

  /** Leaves for the hand-in page once every answer is acknowledged; stays while some wait on this computer. */
  async handIn(event: Event): Promise<void> {
    if (!this.isLive) return;
    event.preventDefault();
    await this.answers.flush();
    this.isHeldBack = this.answers.unsentCount > 0;
    if (!this.isHeldBack) this.#goToSubmission();
  }

  #hear(result: WireResult<ClockReply>): void {
    this.answers.isOffline = result.kind === 'unreachable';
    if (result.kind !== 'done') return;
    const { now, deadline, status, writer, allowances } = result.value;
    this.clock.sync({ serverTime: now, deadline });
    this.#take(allowances);
    if (status !== 'open') return this.#goToSubmission();
    if (now > deadline) return this.#ways?.close();
    this.#noteWriter();
    const own = this.answers.writer;
    if (own !== null && writer > own) this.answers.lose(OTHER_PAGE);
  }

  #take(allowances: Allowance[]): void {
    const isNew = (one: Allowance) => one.givenAt > this.room.serverTime;
    if (allowances.length > this.allowances.length) this.added = allowances.filter(isNew).pop() ?? null;
    this.allowances = allowances;
  }

  #goToSubmission(): void {
    this.#ways?.goTo(`/attempts/${this.room.attemptId}/submission`);
  }

  async #takePen(): Promise<void> {
    const { writer } = this.room;
    const isTakeover = writer > 0 && String(writer) !== this.#own.session?.getItem(this.#writerKey);
    await this.answers.begin();
    // Said only once the server has given the pen: until then the other page writes.
    this.tookOver = isTakeover && this.answers.writer !== null;
    if (this.answers.writer !== null) this.#channel?.postMessage(this.answers.writer);
    this.#noteWriter();
  }

  /** A reload of this very page is no takeover. */
  #noteWriter(): void {
    if (this.answers.writer !== null)
      this.#own.session?.setItem(this.#writerKey, String(this.answers.writer));
  }

  get #writerKey(): string {
    return `xuefa.writer.${this.room.attemptId}`;
  }

  /** Pages of the same browser hear of a takeover at once; on another device the clock tells. */
  #listen(): () => void {
    const channel = new BroadcastChannel(`xuefa.attempt.${this.room.attemptId}`);
    channel.onmessage = (message: MessageEvent<number>) => {
      const own = this.answers.writer;
      if (own !== null && message.data > own) this.answers.lose(OTHER_PAGE);
    };
    this.#channel = channel;
    return () => channel.close();
  }
}
