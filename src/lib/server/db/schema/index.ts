import type { Kysely } from 'kysely';
import type { AccessTables } from './access.ts';
import type { AuditTables } from './audit.ts';
import type { PlatformTables } from './platform.ts';

/** Every table by its room; a room's file lists the tables that only it may write. */
export interface Tables extends PlatformTables, AuditTables, AccessTables {}

export type Db = Kysely<Tables>;
