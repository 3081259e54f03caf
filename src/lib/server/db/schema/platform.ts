export interface PlatformTables {
  migration: { name: string; applied_at: string };
  setting: { key: string; value: string; changed_at: string };
  job_lease: { name: string; holder: string; held_until: string; ran_at: string | null };
}
