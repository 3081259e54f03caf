export interface PlatformTables {
  migration: { name: string; applied_at: string };
  setting: { key: string; value: string; changed_at: string };
  job_lease: { name: string; holder: string; held_until: string; ran_at: string | null };
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
