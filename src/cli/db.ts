import { existsSync } from 'node:fs';
import { join } from 'node:path';

import {
  appliedMigrations,
  copyOnline,
  migrate,
  pendingMigrations,
  runtimeOf,
} from '#lib/server/db/index.ts';
import type { Subject } from './subject.ts';

/** `xuefa db …`: the schema of the database. */
export const db: Subject = {
  name: 'db',
  summary: '数据库结构',
  verbs: {
    migrate: {
      usage: 'migrate [--no-backup] [--json]',
      summary: '升级数据库结构；SQLite 先做联机副本，PostgreSQL 请先自行转储并加 --no-backup',
      flags: ['no-backup'],
      anySchema: true,
      run: async ({ act, options, out }) => {
        const pending = await pendingMigrations(act.db);
        if (pending.length === 0) {
          out.line('数据库已是最新。');
          out.json({ applied: [], copy: null });
          return 0;
        }
        const { engine, location, dataFolder } = runtimeOf(act.db);
        const isEmpty = (await appliedMigrations(act.db)).length === 0;
        if (engine === 'postgres' && !isEmpty && options['no-backup'] !== true) {
          out.problem('请先用 pg_dump 转储数据库，确认可用后再加 --no-backup 运行。');
          return 2;
        }
        const stamp = act.now.replace(/[-:.]/g, '').slice(0, 15);
        const copy = join(dataFolder, `before-migrate-${stamp}.db`);
        const isCopied = engine === 'sqlite' && !isEmpty && existsSync(location);
        if (isCopied) await copyOnline(location, copy);
        const applied = await migrate(act.db, act.now);
        if (isCopied) out.line(`升级前的副本：${copy}`);
        for (const name of applied) out.line(`已应用 ${name}`);
        out.json({ applied, copy: isCopied ? copy : null });
        return 0;
      },
    },
    status: {
      usage: 'status [--json]',
      summary: '已应用与待应用的升级',
      anySchema: true,
      run: async ({ act, out }) => {
        const pending = await pendingMigrations(act.db);
        const applied = await appliedMigrations(act.db);
        out.line(`已应用 ${applied.length} 步，待应用 ${pending.length} 步。`);
        for (const name of pending) out.line(`  ${name}`);
        out.json({ applied, pending });
        return 0;
      },
    },
  },
};
