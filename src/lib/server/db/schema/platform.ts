export interface PlatformTables {
  migration: { name: string; applied_at: string };
  setting: { key: string; value: string; changed_at: string };
  /** `ran_at`: when the round began for which the lease was taken. */
  job_lease: { name: string; holder: string; held_until: string; ran_at: string | null };
  /** The latest failure of each job that ever failed. */
  job_failure: {
    job: string;
    /** Since then every round has failed. */
    since: string;
    failed_at: string;
    rounds: number;
    error: string;
    /** When a round went well again; null while it fails. */
    mended_at: string | null;
  };
  mail: {
    id: string;
    /** Receiver, subject and text; null once sent. */
    letter_cipher: string | null;
    queued_at: string;
    tries: number;
    /** When it is tried again; null when sent or given up. */
    next_at: string | null;
    sent_at: string | null;
    fault: string | null;
  };
}
