import type { Act } from '#lib/server/platform/act.ts';

declare global {
  namespace App {
    interface Locals {
      act: Act;
      requestId: string;
      /** What this request's own form action was refused for; kept by `answering`. */
      refusal?: { status: number; message: string };
    }
    interface Error {
      message: string;
      /** Id under which the log knows the failure; empty for a refusal. */
      id: string;
      /** Where to go on from a refusal. */
      next?: string;
    }
  }
}

export {};
