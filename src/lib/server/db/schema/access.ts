export interface AccessTables {
  account: {
    id: string;
    person_id: string;
    login: string;
    password_hash: string | null;
    state: string;
    created_at: string;
    password_set_at: string | null;
  };
  session: {
    /** SHA-256 of the token in the cookie, hex. */
    token_hash: string;
    /** Public id, by which a session is listed and revoked. */
    id: string;
    account_id: string;
    created_at: string;
    expires_at: string;
    address: string;
    agent: string;
  };
  role_grant: {
    id: string;
    account_id: string;
    role: string;
    unit_id: string;
    valid_from: string;
    valid_to: string | null;
  };
  code: {
    id: string;
    purpose: string;
    /** Keyed hash of the code. */
    code_hash: string;
    person_id: string | null;
    issued_by: string;
    issued_at: string;
    expires_at: string;
    used_at: string | null;
  };
  throttle: {
    /** What is limited, e.g. `sign-in:<account id>`. */
    key: string;
    failures: number;
    first_at: string;
    locked_until: string | null;
  };
}
