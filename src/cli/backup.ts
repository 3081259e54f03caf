import { resolve } from 'node:path';
import { createBackup, restoreBackup, verifyBackup, type Manifest } from '#lib/server/platform/backup.ts';
import { argument, type Out, type Subject } from './subject.ts';

function show(out: Out, manifest: Manifest, sentence: string): void {
  out.line(sentence);
  out.line(
    `制作时间 ${manifest.madeAt}，${manifest.files.length} 个文件，数据库 ${manifest.migrations.length} 步。`,
  );
}

/** `xuefa backup …`: SQLite with its files, on line. */
export const backup: Subject = {
  name: 'backup',
  summary: '备份与恢复（内嵌数据库）',
  verbs: {
    create: {
      usage: 'create 文件.tar.gz [--json]',
      summary: '不停机备份数据库与证据文件，压缩并附校验和',
      run: async ({ act, args, options, out }) => {
        const target = resolve(argument({ act, args, options, out }, 0, '文件'));
        const manifest = await createBackup(act.db, target, act.now);
        show(out, manifest, `已备份到 ${target}。`);
        out.json({ file: target, manifest });
        return 0;
      },
    },
    verify: {
      usage: 'verify 文件.tar.gz [--json]',
      summary: '核对备份是否完整、是否属于本系统',
      anySchema: true,
      run: async ({ act, args, options, out }) => {
        const manifest = await verifyBackup(
          act.db,
          resolve(argument({ act, args, options, out }, 0, '文件')),
        );
        show(out, manifest, '备份完整，可以恢复。');
        out.json({ manifest });
        return 0;
      },
    },
    restore: {
      usage: 'restore 文件.tar.gz [--json]',
      summary: '用备份替换现有数据；现有数据另存，服务须先停止',
      anySchema: true,
      run: async ({ act, args, options, out }) => {
        const file = resolve(argument({ act, args, options, out }, 0, '文件'));
        const { manifest, kept } = await restoreBackup(act.db, file, act.now);
        show(out, manifest, `已恢复。原有数据保存在 ${kept}。`);
        out.json({ manifest, kept });
        return 0;
      },
    },
  },
};
