import { firstAdmin, grant, issueCode } from '#lib/server/access/index.ts';
import { inTransaction } from '#lib/server/db/index.ts';
import * as people from '#lib/server/people/index.ts';
import { isRole, roles, type Role } from '#lib/domain/access/roles.ts';
import * as units from '#lib/server/units/index.ts';
import { argument, option, UsageError, type Call, type Subject } from './subject.ts';

function roleOf(text: string): Role {
  if (!isRole(text)) throw new UsageError(`角色只能是 ${roles.join('、')}。`);
  return text;
}

function show({ out }: Call, issued: { code: string; login: string; expiresAt: string }): void {
  out.line(`账号：${issued.login}`);
  out.line(`一次性登录码（只显示这一次）：${issued.code}`);
  out.line('请在浏览器打开 /activate，用登录码设置自己的密码。');
  out.json(issued);
}

/** `xuefa access …`: the first administrator, codes and grants from the console. */
export const access: Subject = {
  name: 'access',
  summary: '账号与权限',
  verbs: {
    'first-admin': {
      usage: 'first-admin --name 姓名 --unit 单位名称 [--json]',
      summary: '在空系统中建立第一个单位和管理员，打印一次性登录码；只能用一次',
      run: async (call) => {
        const name = option(call, 'name');
        const unitName = option(call, 'unit');
        const issued = await inTransaction(call.act, async (act) => {
          const { id: unitId } = await units.addUnit(act, { name: unitName, parentId: null });
          const personId = await people.addPerson(act, { name, unitId, title: '系统管理员' });
          return firstAdmin(act, { personId, unitId });
        });
        show(call, issued);
        return 0;
      },
    },
    code: {
      usage: 'code 人员编号 [--json]',
      summary: '给人员发一次性登录码',
      run: async (call) => {
        show(call, await issueCode(call.act, argument(call, 0, '人员编号')));
        return 0;
      },
    },
    grant: {
      usage: 'grant 人员编号 角色 单位编号',
      summary: `授予角色（${roles.join('、')}），管到该单位及以下`,
      run: async (call) => {
        const personId = argument(call, 0, '人员编号');
        const role = roleOf(argument(call, 1, '角色'));
        await grant(call.act, { personId, role, unitId: argument(call, 2, '单位编号'), to: null });
        call.out.line('已授权。');
        call.out.json({ granted: true });
        return 0;
      },
    },
  },
};
