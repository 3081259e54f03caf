import type { Generated } from 'kysely';

export interface AccessTables {
  account: {
    id: string;
    person_id: string;
    login: string;
    password_hash: string | null;
    state: string;
    created_at: string;
    password_set_at: string | null;
    email_cipher: string | null;
    /** Keyed hash of the address in lower case. */
    email_hash: string | null;
    email_confirmed_at: string | null;
    grants_revision: Generated<number>;
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
    /** Last use, to the minute. */
    seen_at: string | null;
    /** `password` or `portal`. */
    method: Generated<string>;
    has_second_factor: Generated<number>;
  };
  sign_in: {
    id: string;
    account_id: string;
    at: string;
    /** `in` or `refused`. */
    outcome: string;
    method: string;
    address: string;
    agent: string;
  };
  second_factor: {
    account_id: string;
    secret_cipher: string;
    begun_at: string;
    /** Null until the first code was shown. */
    confirmed_at: string | null;
    /** Counter of the time step whose code was used last. */
    last_counter: number;
  };
  recovery_code: { code_hash: string; account_id: string; used_at: string | null };
  password_history: { id: string; account_id: string; password_hash: string; set_at: string };
  role_grant: {
    id: string;
    account_id: string;
    role: string;
    unit_id: string;
    valid_from: string;
    valid_to: string | null;
    /** The leader's grant under which a clerk's stands. */
    given_under: string | null;
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
    /** Where the code was mailed to, as in `account`. */
    email_hash: string | null;
  };
  throttle: {
    /** What is limited: `sign-in:<account id>`, `device:<account id>:<device>`, `address:<hash>` … */
    key: string;
    failures: number;
    first_at: string;
    locked_until: string | null;
  };
}
