import * as imports from '#lib/server/imports/index.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Subject } from './subject.ts';

/** `xuefa imports …`: files whose import failed too often. */
export const importing: Subject = {
  name: 'imports',
  summary: '导入',
  verbs: {
    retry: {
      usage: 'retry 导入编号 [--json]',
      summary: '把多次出错而停下的导入接着办；编号见 doctor check',
      run: async ({ act, args, out }) => {
        const [id = ''] = args;
        const stuck = (await imports.listStuck(act)).find((one) => one.id === id);
        if (!stuck) throw new DomainError('notFound', '没有停下的导入用这个编号：先运行 doctor check。');
        await imports.retryImport(act, stuck);
        out.line(`“${stuck.fileName}”由运行中的服务接着办。`);
        out.json({ id });
        return 0;
      },
    },
  },
};
