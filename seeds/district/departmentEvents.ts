import type { Department } from './departments.ts';
import { hold, type Holding } from './holding.ts';
import type { Member, World } from './world.ts';

type Kind = Omit<Holding, 'day' | 'host' | 'title'> & {
  /** Months in which it is usually held. */
  months: number[];
  title: (department: Department, index: number) => string;
};

const isLeader = (one: Member) => one.classes.includes('leadership');
const isOfficer = (one: Member) => one.classes.includes('enforcement');
const matterOf = ({ matters }: Department, index: number) => matters[index % matters.length] ?? '';

const kinds: Kind[] = [
  {
    ...{ months: [2, 5, 8, 11], span: 'minutes', minutes: 60, forms: ['第一议题'], laws: [] },
    ...{ topics: ['习近平法治思想'], lecturer: '主要负责人领学', lecturerKind: 'head', asks: isLeader },
    title: (_, index) => `党组会第一议题：习近平法治思想学习（${index + 1}）`,
  },
  {
    ...{ months: [3, 9], span: 'minutes', minutes: 90, forms: ['三会一课'], laws: ['公务员法'] },
    ...{ topics: ['党内法规'], lecturer: '支部书记', comes: 0.6 },
    title: (_, index) => `${index === 0 ? '上' : '下'}半年党课：纪律与规矩`,
  },
  {
    ...{ months: [4, 10], span: 'halfDay', minutes: 180, forms: ['培训'], laws: [] },
    ...{ topics: ['业务法规'], lecturer: '法制审核人员', lecturerKind: 'backbone', asks: isOfficer },
    title: (department, index) => `业务法规培训：${matterOf(department, index)}`,
  },
  {
    ...{ months: [7], span: 'minutes', minutes: 60, forms: ['分享会'], laws: [], topics: ['业务法规'] },
    ...{ lecturer: '青年干部', comes: 0.35 },
    title: (department) => `青年学法分享会：${matterOf(department, 2)}`,
  },
];

/** Enters what the departments hold by themselves; the one without zeal lets most of it slip. */
export function holdDepartmentEvents(world: World): void {
  for (const department of world.departments) {
    const rng = world.rng(`events ${department.name}`);
    for (const year of [world.lastYear, world.year]) {
      for (const { months, title, ...kind } of kinds) {
        for (const [index, month] of months.entries()) {
          const day = `${year}-${String(month).padStart(2, '0')}-${String(5 + Math.floor(rng() * 22)).padStart(2, '0')}`;
          if (rng() > department.zeal + 0.15) continue;
          const laws = kind.laws.length > 0 || kind.forms.includes('第一议题') ? kind.laws : department.laws;
          hold(world, { ...kind, day, host: department.name, title: title(department, index), laws });
        }
      }
    }
  }
}
