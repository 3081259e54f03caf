export interface PortalsTables {
  portal: {
    id: string;
    name: string;
    /** `oidc` or `oauth`. */
    kind: string;
    /** JSON with a version: addresses and field names. */
    settings: string;
    client_id: string;
    secret_cipher: string | null;
    is_second_factor: number;
    is_open: number;
    changed_at: string;
  };
  portal_link: {
    portal_id: string;
    subject: string;
    account_id: string;
    linked_at: string;
    /** `mobile`, `identity` or `person` (signed in at the time). */
    linked_by: string;
  };
}
