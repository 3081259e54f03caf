import type { Act } from '#lib/server/platform/act.ts';

declare global {
  namespace App {
    interface Locals {
      act: Act;
      requestId: string;
    }
    interface Error {
      message: string;
      /** Id under which the log knows the failure; empty for a refusal. */
      id: string;
    }
  }
}

export {};
