import { codeLabel, endsPost, levels, staffKinds, statuses } from '../people/codes.ts';
import { classLabel } from '../people/classes.ts';
import type { Day } from '../shared/time.ts';
import type { Issue } from '../imports/issue.ts';
import type { Change } from '../imports/preview.ts';
import { issueAt } from './columns.ts';
import type { RosterRow } from './row.ts';

/** A row without its secrets, which are known by their hashes. */
export type OpenRow = Omit<RosterRow, 'identity' | 'mobile'>;

/** The person whom a row's keys name, as recorded on the day of the import. */
export interface KnownPerson {
  id: string;
  name: string;
  identityHash: string | null;
  mobileHash: string | null;
  enteredOn: string | null;
  politicalStatus: string | null;
  partyBranch: string | null;
  note: string | null;
  /** The principal post of the day; null for someone without one. */
  post: KnownPost | null;
  /** First day of a principal post that begins later; null when none does. */
  nextFrom: Day | null;
}

export interface KnownPost {
  id: string;
  homeUnitId: string;
  workUnitId: string | null;
  title: string | null;
  level: string | null;
  rank: string | null;
  staffKind: string | null;
  status: string;
  classes: string[];
  /** False where the importer has no say over the unit. */
  isInScope: boolean;
}

export interface RowKeys {
  identityHash: string | null;
  mobileHash: string | null;
}

export type Decision =
  | { kind: 'add' }
  | { kind: 'same'; personId: string }
  | { kind: 'end'; personId: string; postId: string }
  | {
      kind: 'change';
      personId: string;
      changes: Change[];
      /** The principal post of the day, before the change. */
      current: KnownPost | null;
      post: PostStep;
      classesBegun: string[];
      classesEnded: string[];
    };

/** What happens to the principal post: nothing, its classes only, or a successor takes its place. */
export type PostStep = 'keep' | 'succeed' | 'begin';

export type Decided = { decision: Decision } | { issue: Issue };

/** The person by identity number, else by mobile, never by name; an issue where the two keys disagree. */
export function personMeant(
  row: OpenRow,
  keys: RowKeys,
  known: readonly KnownPerson[],
): KnownPerson | null | Issue {
  const byIdentity = known.find(
    (one) => keys.identityHash !== null && one.identityHash === keys.identityHash,
  );
  const byMobile = known.find((one) => keys.mobileHash !== null && one.mobileHash === keys.mobileHash);
  if (byIdentity && byMobile && byIdentity.id !== byMobile.id) {
    return issueAt(row.row, 'mobile', {
      problem: '手机号已登记在另一人名下。',
      suggestion: '请核对手机号，或只填写身份证号。',
    });
  }
  if (byIdentity) return byIdentity;
  if (!byMobile) return null;
  if (keys.identityHash !== null && byMobile.identityHash !== null) {
    return issueAt(row.row, 'identity', {
      problem: '该手机号登记的是另一个身份证号。',
      suggestion: '请核对身份证号和手机号。',
    });
  }
  if (byMobile.name !== row.name) {
    return issueAt(row.row, 'name', {
      problem: '该手机号登记的姓名与此不同。',
      suggestion: '请核对姓名和手机号；改名的请同时填写身份证号。',
    });
  }
  return byMobile;
}

/** The post that the row asks for; an empty cell leaves what is recorded. */
export function postWanted(row: OpenRow, post: KnownPost | null) {
  const workUnitId =
    row.workUnit === null ? (post?.workUnitId ?? null) : row.workUnit === 'none' ? null : row.workUnit.id;
  return {
    homeUnitId: row.unitId,
    workUnitId: workUnitId === row.unitId ? null : workUnitId,
    title: row.title ?? post?.title ?? null,
    level: row.level ?? post?.level ?? null,
    rank: row.rank ?? post?.rank ?? null,
    staffKind: row.staffKind ?? post?.staffKind ?? null,
    status: row.status ?? post?.status ?? 'active',
  };
}

function personChanges(row: OpenRow, keys: RowKeys, known: KnownPerson): Change[] {
  const told = (what: string, before: string | null, after: string | null): Change[] =>
    after === null || after === before ? [] : [{ what, before: before ?? '', after }];
  const secret = (what: string, before: string | null, after: string | null): Change[] =>
    after === null || after === before
      ? []
      : [{ what, before: before === null ? '未登记' : '已登记', after: '更新' }];
  return [
    ...told('姓名', known.name, row.name),
    ...secret('身份证号', known.identityHash, keys.identityHash),
    ...secret('手机号', known.mobileHash, keys.mobileHash),
    ...told('入职日期', known.enteredOn, row.enteredOn),
    ...told('政治面貌', known.politicalStatus, row.politicalStatus),
    ...told('所在支部', known.partyBranch, row.partyBranch),
    ...told('备注', known.note, row.note),
  ];
}

/** Changes of the post itself; unit names are looked up by `unitName`. */
function postChanges(row: OpenRow, post: KnownPost, unitName: (id: string) => string): Change[] {
  const wanted = postWanted(row, post);
  const unit = (id: string | null) => (id === null ? '' : unitName(id));
  const pairs: [string, string, string][] = [
    ['单位', unit(post.homeUnitId), unit(wanted.homeUnitId)],
    ['工作单位', unit(post.workUnitId), unit(wanted.workUnitId)],
    ['职务', post.title ?? '', wanted.title ?? ''],
    ['职务层次', codeLabel(levels, post.level), codeLabel(levels, wanted.level)],
    ['职级', post.rank ?? '', wanted.rank ?? ''],
    ['编制类别', codeLabel(staffKinds, post.staffKind), codeLabel(staffKinds, wanted.staffKind)],
    ['状态', codeLabel(statuses, post.status), codeLabel(statuses, wanted.status)],
  ];
  return pairs.flatMap(([what, before, after]) => (before === after ? [] : [{ what, before, after }]));
}

function laterPost(row: OpenRow, from: Day): Decided {
  return {
    issue: issueAt(row.row, 'unit', {
      problem: `此人自 ${from} 起另有主职，与本行的任职重叠。`,
      suggestion: '同一天只能有一个主职：请把生效日期改到该日或以后，或从名册中删除该行。',
    }),
  };
}

/**
 * What a row means for what is recorded: someone new, a change, an end, or nothing. A person whose principal post
 * lies outside the importer's scope is not changed; the row is reported instead.
 */
export function decideRow(
  row: OpenRow,
  keys: RowKeys,
  known: readonly KnownPerson[],
  unitName: (id: string) => string,
): Decided {
  const meant = personMeant(row, keys, known);
  if (meant !== null && 'problem' in meant) return { issue: meant };
  if (meant === null) {
    if (row.status === null || !endsPost(row.status)) return { decision: { kind: 'add' } };
    return {
      issue: issueAt(row.row, 'status', {
        problem: '新增人员的状态不能是退休或调离。',
        suggestion: '请删除该行，或改正状态。',
      }),
    };
  }
  const { post } = meant;
  if (post && !post.isInScope) {
    return {
      issue: issueAt(row.row, 'unit', {
        problem: '此人现在您管理范围以外的单位任职，未作改动。',
        suggestion: '请由其现单位办理，并从名册中删除该行。',
      }),
    };
  }
  if (row.status !== null && endsPost(row.status)) {
    if (post && meant.nextFrom !== null) return laterPost(row, meant.nextFrom);
    return {
      decision: post
        ? { kind: 'end', personId: meant.id, postId: post.id }
        : { kind: 'same', personId: meant.id },
    };
  }
  const moved = post
    ? postChanges(row, post, unitName)
    : [{ what: '任职', before: '', after: unitName(row.unitId) }];
  const held = post?.classes ?? [];
  const classesBegun = row.classes.filter((code) => !held.includes(code));
  const classesEnded = held.filter((code) => !(row.classes as string[]).includes(code));
  const labels = (codes: readonly string[]) => codes.map(classLabel).join('、');
  const reclassed = classesBegun.length + classesEnded.length > 0;
  const changes = [
    ...personChanges(row, keys, meant),
    ...moved,
    ...(reclassed ? [{ what: '人员类别', before: labels(held), after: labels(row.classes) }] : []),
  ];
  if (changes.length === 0) return { decision: { kind: 'same', personId: meant.id } };
  const step = moved.length === 0 ? 'keep' : post ? 'succeed' : 'begin';
  if (step !== 'keep' && meant.nextFrom !== null) return laterPost(row, meant.nextFrom);
  return {
    decision: {
      ...{ kind: 'change', personId: meant.id, changes, current: post, post: step },
      ...{ classesBegun, classesEnded },
    },
  };
}
