export interface AuditTables {
  audit_entry: {
    id: string;
    at: string;
    actor_kind: string;
    actor_id: string;
    actor_name: string;
    verb: string;
    unit_id: string | null;
    subject_kind: string | null;
    subject_id: string | null;
    /** JSON with a version, `{"v":1,…}`. */
    details: string;
    request_id: string;
    /** HMAC over all columns above, hex. */
    mac: string;
    seal_number: number | null;
    position: number | null;
  };
  audit_seal: {
    number: number;
    sealed_at: string;
    entry_count: number;
    /** Entries under this seal and all before it. */
    total_count: number;
    digest: string;
    previous: string;
    mac: string;
  };
  /** Where the log was cut: everything up to this seal is in a file. */
  audit_cut: {
    last_number: number;
    last_mac: string;
    entry_count: number;
    /** Entries up to here since the log began. */
    total_count: number;
    file_name: string;
    sha256: string;
    cut_at: string;
    /** HMAC over all columns above, hex. */
    mac: string;
  };
}
