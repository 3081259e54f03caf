import { toInstant } from '#lib/domain/shared/time.ts';

/** Seconds before the end from which on the candidate is told, and for how long it stands there. */
const WARNINGS: readonly { seconds: number; stands: number; words: string }[] = [
  { seconds: 60, stands: 60, words: '距离考试结束还有 1 分钟，请检查后交卷。' },
  { seconds: 300, stands: 30, words: '距离考试结束还有 5 分钟。' },
];

/** The time left by the server's clock; ticks while `run` is going and is set right by every answer of the server. */
export class ExamClock {
  /** Server time minus this computer's, in milliseconds. */
  #ahead: number;
  #deadline = $state(0);
  #now = $state(0);
  readonly #read: () => number;

  /**
   * @param server moment and deadline as the server told them, ISO-8601
   * @param read this computer's clock in milliseconds
   */
  constructor(server: { serverTime: string; deadline: string }, read: () => number = Date.now) {
    this.#read = read;
    this.#ahead = Date.parse(server.serverTime) - read();
    this.#deadline = Date.parse(server.deadline);
    this.#now = Date.parse(server.serverTime);
  }

  /** Whole seconds left, never negative. */
  readonly left = $derived(Math.max(0, Math.floor((this.#deadline - this.#now) / 1000)));

  /** `38:12`, from an hour on `1:05:00`. */
  readonly face = $derived.by(() => {
    const [hours, minutes, seconds] = [
      Math.floor(this.left / 3600),
      Math.floor(this.left / 60) % 60,
      this.left % 60,
    ];
    const tail = `${String(minutes).padStart(2, '0')}:${String(seconds).padStart(2, '0')}`;
    return hours > 0 ? `${hours}:${tail}` : tail;
  });

  /** `剩余 38 分 12 秒` */
  readonly words = $derived(`剩余 ${Math.floor(this.left / 60)} 分 ${this.left % 60} 秒`);

  /** What is to be said near the end; changes only when a mark is passed. */
  readonly warning = $derived.by(() => {
    const isNow = ({ seconds, stands }: (typeof WARNINGS)[number]) =>
      this.left > 0 && this.left <= seconds && this.left > seconds - stands;
    return WARNINGS.find(isNow)?.words ?? '';
  });

  /** ISO-8601, allowances included. */
  readonly deadline = $derived(toInstant(this.#deadline));

  readonly isOver = $derived(this.#now >= this.#deadline);

  /** Follows what the server says: its time, and a deadline that an allowance may have moved. */
  sync(server: { serverTime: string; deadline: string }): void {
    this.#ahead = Date.parse(server.serverTime) - this.#read();
    this.#deadline = Date.parse(server.deadline);
    this.tick();
  }

  tick(): void {
    this.#now = this.#read() + this.#ahead;
  }

  /** Ticks four times a second; returns how to stop. */
  run(): () => void {
    this.tick();
    const timer = setInterval(() => this.tick(), 250);
    return () => clearInterval(timer);
  }
}
