import * as units from '#lib/server/units/index.ts';
import { findUnit } from '#lib/domain/units/tree.ts';
import { argument, fileArgument, UsageError, type Call, type ExitCode, type Subject } from './subject.ts';

async function runImport(call: Call): Promise<ExitCode> {
  const { act, out } = call;
  const outcome = await units.importTree(act, {
    file: await fileArgument(call, '单位文件'),
    isDryRun: call.options['dry-run'] === true,
  });
  const { added, changed, unchanged } = outcome.counts;
  for (const one of outcome.issues) {
    out.line(`第 ${one.row} 行 ${one.column || '整行'}：${one.problem}${one.suggestion}`);
  }
  if (outcome.issues.length > 0) out.line(`共 ${outcome.issueCount} 处问题，没有写入任何内容。`);
  else out.line(`新增 ${added}，变更 ${changed}，未变 ${unchanged}。${outcome.applied ? '已写入。' : ''}`);
  out.json(outcome);
  return outcome.issues.length > 0 ? 1 : 0;
}

/** `xuefa units …`: the tree from the console. */
export const unitsSubject: Subject = {
  name: 'units',
  summary: '单位',
  verbs: {
    add: {
      usage: 'add 单位名称 [--parent 上级名称或路径] [--json]',
      summary: '建立单位；不写上级即为最上级',
      run: async (call) => {
        const name = argument(call, 0, '单位名称');
        const { parent } = call.options;
        const parentId = typeof parent === 'string' ? await idOf(call.act, parent) : null;
        const { id } = await units.addUnit(call.act, { name, parentId });
        call.out.line(`已建立“${name}”，编号 ${id}。`);
        call.out.json({ id, name, parentId });
        return 0;
      },
    },
    import: {
      usage: 'import 文件 [--dry-run] [--json]',
      summary: '导入单位结构（xlsx、xls、csv）；--dry-run 只检查不写入',
      flags: ['dry-run'],
      run: runImport,
    },
    list: {
      usage: 'list [--json]',
      summary: '列出全部单位',
      run: async ({ act, out }) => {
        const all = await units.listUnits(act);
        for (const unit of all) out.line(`${'  '.repeat(unit.depth)}${unit.name}  ${unit.id}`);
        if (all.length === 0) out.line('还没有单位。');
        out.json({ units: all });
        return 0;
      },
    },
  },
};

async function idOf(act: Parameters<typeof units.listUnits>[0], written: string): Promise<string> {
  const answer = findUnit(await units.listUnits(act), written);
  if (answer.kind === 'found') return answer.unit.id;
  if (answer.kind === 'ambiguous')
    throw new UsageError(`有多个单位名为“${written}”：${answer.paths.join('；')}。`);
  throw new UsageError(`没有单位“${written}”。`);
}
