import type { Issue } from '../imports/issue.ts';
import { resultIssue } from './columns.ts';
import type { ResultRow } from './row.ts';

/** Somebody whom a row's numbers name. */
export interface KnownPerson {
  id: string;
  name: string;
  /** False where the importer has no say over his unit, or he holds no post. */
  isInScope: boolean;
}

/** The people that a row's identity number and mobile lead to; null where a number is not given or leads nowhere. */
export interface Led {
  byIdentity: KnownPerson | null;
  byMobile: KnownPerson | null;
  /** The person who holds the mobile has another identity number than the row says. */
  isOtherIdentity: boolean;
}

/**
 * Whose result a row is: by identity number, else by mobile, never by name. `by` is who brings the file in, whose own
 * results another coordinator must bring. An issue where nobody, two people, somebody outside or another name is meant.
 */
export function personOfRow(
  row: ResultRow,
  { byIdentity, byMobile, isOtherIdentity }: Led,
  by: string,
): KnownPerson | Issue {
  const issue = (key: 'name' | 'identity' | 'mobile' | null, problem: string, suggestion: string): Issue =>
    resultIssue(row.row, key, { problem, suggestion });
  if (byIdentity && byMobile && byIdentity.id !== byMobile.id)
    return issue('mobile', '身份证号和手机号登记的是两个人。', '请核对手机号，或只填写身份证号。');
  const meant = byIdentity ?? byMobile;
  const key = row.identity === null ? 'mobile' : 'identity';
  if (!meant)
    return issue(key, '没有找到这个人。', '请核对号码；名册中还没有的，请先导入名册，或从文件中删除该行。');
  if (!byIdentity && isOtherIdentity)
    return issue('identity', '该手机号登记的是另一个身份证号。', '请核对身份证号和手机号。');
  if (!meant.isInScope)
    return issue(null, '此人不在您的管理范围内。', '请由其所在单位导入，并从文件中删除该行。');
  if (meant.name !== row.name)
    return issue('name', '号码登记的姓名与此不同。', '请核对姓名和号码；改名的请先在人员中更正。');
  if (meant.id === by)
    return issue(null, '本人的成绩须由其他管理员导入。', '请从文件中删除该行，交由其他管理员办理。');
  return meant;
}
