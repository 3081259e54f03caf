import type { Generated } from 'kysely';

export interface PeopleTables {
  person: {
    id: string;
    name: string;
    /** Without tones, syllables joined: `zhangsan`; by which names are searched. */
    pinyin: string;
    /** `zs` */
    pinyin_initials: string;
    /** By which names are sorted, sign by sign: all 陈 before the first 程. */
    name_key: Generated<string>;
    identity_cipher: string | null;
    identity_hash: string | null;
    identity_last4: string | null;
    mobile_cipher: string | null;
    mobile_hash: string | null;
    mobile_last4: string | null;
    entered_on: string | null;
    political_status: string | null;
    party_branch: string | null;
    note: string | null;
    batch_id: string | null;
    /** The record of the same human that goes on; null while this one does. */
    merged_into: Generated<string | null>;
  };
  post: {
    id: string;
    person_id: string;
    home_unit_id: string;
    /** Where it differs from the home unit (派驻/下沉). */
    work_unit_id: string | null;
    title: string | null;
    level_code: string | null;
    rank_code: string | null;
    staff_kind: string | null;
    is_principal: number;
    /** `home` or `work`: the unit in whose figures the person counts. */
    counted_in: string;
    status: string;
    /** 行业, where it is not that of the counting unit. */
    trade_code: Generated<string | null>;
    valid_from: string;
    valid_to: string | null;
    batch_id: string | null;
  };
  post_class: {
    post_id: string;
    class_code: string;
    valid_from: string;
    valid_to: string | null;
  };
  /** Two records of one human made one from a day on. */
  person_merge: {
    id: string;
    kept_id: string;
    gone_id: string;
    day: string;
    reason: string;
    made_by: string;
    made_by_name: string;
    made_at: string;
    undone_at: string | null;
    undone_by: string | null;
    undone_reason: string | null;
  };
  /** What went over by a merge: rows of any room, by kind and key. */
  person_merge_row: { merge_id: string; kind: string; row_key: string; detail: string | null };
}
