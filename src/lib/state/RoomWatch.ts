import type { AnswerWire, ClockReply, WireResult } from './answerWire.ts';

interface Options {
  wire: Pick<AnswerWire, 'clock'>;
  /** Told of every reply, in the order of asking. */
  onReply: (result: WireResult<ClockReply>) => void;
}

/** Added time, a takeover and the end are to be seen within five seconds. */
const EVERY_MS = 4000;

/** Asks the server for the attempt's clock every few seconds, and at once when the page comes back. */
export class RoomWatch {
  readonly #options: Options;
  #asking: Promise<void> | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Asks now; one request is under way at a time. Resolves when its reply was told. */
  ask(): Promise<void> {
    this.#asking ??= this.#options.wire
      .clock()
      .then(this.#options.onReply)
      .finally(() => {
        this.#asking = null;
      });
    return this.#asking;
  }

  /** Asks at once and then every four seconds; returns how to stop. */
  run(): () => void {
    const ask = () => void this.ask();
    const comesBack = () => document.hidden || ask();
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener('visibilitychange', comesBack);
    window.addEventListener('online', ask);
    ask();
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', comesBack);
      window.removeEventListener('online', ask);
    };
  }
}
