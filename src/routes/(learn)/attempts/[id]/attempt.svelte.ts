import { AnswerQueue } from '#lib/state/AnswerQueue.svelte.ts';
import { ExamClock } from '#lib/state/ExamClock.svelte.ts';
import { httpWire } from '#lib/state/answerWire.ts';
import type { PageData } from './$types';

type Room = PageData['room'];
export type RoomItem = Room['items'][number];

const OTHER_PAGE = '您已在另一个页面继续作答，本页不能再保存。';

/** One attempt in the browser: where the candidate is, his flags, his answers and his clock. */
export class OpenAttempt {
  readonly room: Room;
  readonly clock: ExamClock;
  readonly answers: AnswerQueue;
  readonly #storage: Storage | null;
  #channel: BroadcastChannel | null = null;
  here = $state(1);
  flags = $state<Record<string, boolean>>({});
  /** Another page had the pen before this one took it. */
  tookOver = $state(false);
  /** Script runs: answers are saved as they are given. */
  isLive = $state(false);

  constructor(room: Room, here: number, storage: Storage | null) {
    this.room = room;
    this.here = here;
    this.#storage = storage;
    this.clock = new ExamClock(room);
    this.answers = new AnswerQueue({
      attemptId: room.attemptId,
      answers: room.items,
      wire: httpWire(room.attemptId),
      storage,
      onReply: (reply) => this.clock.sync(reply),
    });
  }

  get item(): RoomItem {
    return this.room.items[this.here - 1] as RoomItem;
  }

  get answered(): number {
    return this.room.items.filter((item) => this.answers.chosen(item.itemId).length > 0).length;
  }

  get flagged(): number {
    return this.room.items.filter((item) => this.flags[item.itemId]).length;
  }

  /** Starts clock, queue and the talk between pages; returns how to end them. */
  begin(session: Storage): () => void {
    this.isLive = true;
    const flags = this.#storage?.getItem(this.#flagsKey);
    if (flags) this.flags = JSON.parse(flags) as Record<string, boolean>;
    const stopClock = this.clock.run();
    this.#listen();
    void this.#takePen(session);
    return () => {
      stopClock();
      this.answers.stop();
      this.#channel?.close();
    };
  }

  go(position: number): void {
    if (position >= 1 && position <= this.room.items.length) this.here = position;
  }

  /** Chooses as a key does: the only one, or one more or less of several. */
  choose(index: number): void {
    const option = this.item.options[index];
    if (!option || this.answers.refusal) return;
    if (this.item.type !== 'multiple') return this.put([option.id]);
    const chosen = this.answers.chosen(this.item.itemId);
    const isChosen = chosen.includes(option.id);
    this.put(isChosen ? chosen.filter((id) => id !== option.id) : [...chosen, option.id]);
  }

  put(chosen: string[]): void {
    this.answers.put(this.item.itemId, chosen);
  }

  toggleFlag(): void {
    const { itemId } = this.item;
    this.flags[itemId] = !this.flags[itemId];
    this.#storage?.setItem(this.#flagsKey, JSON.stringify(this.flags));
  }

  async takeBack(): Promise<void> {
    await this.answers.takeBack();
    this.#tell();
  }

  /** Leaves for the hand-in page once every answer is acknowledged; stays while some wait on this computer. */
  async handIn(event: Event): Promise<void> {
    if (!this.isLive) return;
    event.preventDefault();
    await this.answers.flush();
    if (this.answers.unsentCount === 0) location.assign(`/attempts/${this.room.attemptId}/submission`);
  }

  get #flagsKey(): string {
    return `xuefa.flags.${this.room.attemptId}`;
  }

  async #takePen(session: Storage): Promise<void> {
    const key = `xuefa.writer.${this.room.attemptId}`;
    const own = session.getItem(key);
    this.tookOver = await this.answers.begin(own === null ? null : Number(own), this.room.writer);
    if (this.answers.writer !== null) session.setItem(key, String(this.answers.writer));
    this.#tell();
  }

  /** Pages of the same browser hear of a takeover at once; on another device the next save tells. */
  #listen(): void {
    this.#channel = new BroadcastChannel(`xuefa.attempt.${this.room.attemptId}`);
    this.#channel.onmessage = (message: MessageEvent<number>) => {
      const own = this.answers.writer;
      if (own !== null && message.data > own) this.answers.lose(OTHER_PAGE);
    };
  }

  #tell(): void {
    if (this.answers.writer !== null) this.#channel?.postMessage(this.answers.writer);
  }
}
