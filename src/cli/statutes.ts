import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as statutesRoom from '#lib/server/statutes/index.ts';
import { argument, UsageError, type Subject } from './subject.ts';

const stateWords = { imported: '新增', replaced: '更新', unchanged: '未变' };

/** Every Markdown file at and below a folder, in the order of the names. */
function filesBelow(folder: string): statutesRoom.SourceFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`找不到文件夹 ${folder}。`);
  }
  return globSync('**/*.md', { cwd: folder })
    .sort()
    .map((path) => {
      const within = dirname(path);
      const text = readFileSync(join(folder, path), 'utf8');
      return { folder: within === '.' ? '' : within, name: basename(path), text };
    });
}

/** `xuefa statutes …`: laws and regulations. */
export const statutes: Subject = {
  name: 'statutes',
  summary: '法律法规',
  verbs: {
    import: {
      usage: 'import <文件夹> [--json]',
      summary: '导入文件夹及其下级的 Markdown 法律文本；重复导入不会重复，有一份不对就一份都不写入',
      run: async (call) => {
        const { act, out } = call;
        const report = await statutesRoom.importStatutes(act, filesBelow(argument(call, 0, '文件夹')));
        for (const { title, versionOn, effectiveOn, articles, state } of report.statutes) {
          const dates = `版本 ${versionOn}，施行 ${effectiveOn ?? '待录入'}`;
          out.line(`${stateWords[state]}　${title}　${dates}，${articles} 条`);
        }
        for (const name of report.skipped) out.line(`跳过　${name}（没有条文）`);
        out.line(`共 ${report.statutes.length} 部。`);
        out.json(report);
        return 0;
      },
    },
    list: {
      usage: 'list [--json]',
      summary: '已导入的法律法规及其版本',
      run: async ({ act, out }) => {
        const { lines } = await statutesRoom.listStatutes(act);
        for (const { title, versionOn, effectiveOn, articles } of lines) {
          out.line(`${title}　版本 ${versionOn}，施行 ${effectiveOn ?? '待录入'}，${articles} 条`);
        }
        out.json(lines);
        return 0;
      },
    },
  },
};
