import type { Department } from './departments.ts';
import { officeDay } from './dayOf.ts';
import { hold, type Holding } from './holding.ts';
import type { Member, World } from './world.ts';

type Kind = Omit<Holding, 'day' | 'host' | 'title' | 'minutes'> & {
  /** How long it may take; half a day has its own measure. */
  minutes: number[];
  /** Months in which it is usually held. */
  months: number[];
  title: (department: Department, index: number, year: number) => string;
};

/** What a meeting of the party group begins with; each department takes them in an order of its own. */
const themes = [
  '《习近平法治思想学习纲要》',
  '关于法治政府建设的重要论述',
  '宪法的实施与监督',
  '关于基层治理的重要论述',
  '关于全面依法治国的重要论述',
  '总体国家安全观',
];
const turnOf = ({ name, matters }: Department, year: number) =>
  name.length + (matters[0] ?? '').length + year;
const themeOf = (department: Department, index: number, year: number) =>
  themes[(turnOf(department, year) * 5 + index) % themes.length] ?? '';
/** What the secretary speaks about in the lesson of the half-year. */
const partyLessons = [
  '纪律与规矩',
  '从身边的案例谈廉洁',
  '依法履职的边界',
  '为民服务的分寸',
  '年轻干部的第一课',
];
const partyLessonOf = (department: Department, index: number, year: number) =>
  partyLessons[(turnOf(department, year) + index * 2) % partyLessons.length] ?? '';
const groupOf = ({ trade }: Department) => (trade === 'town' ? '党工委会' : '党组会');

const isLeader = (one: Member) => one.classes.includes('leadership');
const isOfficer = (one: Member) => one.classes.includes('enforcement');
const matterOf = ({ matters }: Department, index: number) => matters[index % matters.length] ?? '';

const kinds: Kind[] = [
  {
    ...{ months: [2, 5, 8, 11], span: 'minutes', minutes: [40, 60, 50, 75], forms: ['第一议题'], laws: [] },
    ...{ topics: ['习近平法治思想'], lecturer: '主要负责人领学', lecturerKind: 'head', asks: isLeader },
    title: (department, index, year) =>
      `${groupOf(department)}第一议题：学习${themeOf(department, index, year)}`,
  },
  {
    ...{ months: [3, 9], span: 'minutes', minutes: [90, 80, 120], forms: ['三会一课'], laws: ['公务员法'] },
    ...{ topics: ['党内法规'], lecturer: '支部书记', comes: 0.6 },
    title: (department, index, year) =>
      `${index === 0 ? '上' : '下'}半年党课：${partyLessonOf(department, index, year)}`,
  },
  {
    ...{ months: [4, 10], span: 'halfDay', minutes: [180], forms: ['培训'], laws: [] },
    ...{ topics: ['业务法规'], lecturer: '法制审核人员', lecturerKind: 'backbone', asks: isOfficer },
    title: (department, index) => `业务法规培训：${matterOf(department, index)}`,
  },
  {
    ...{
      months: [7],
      span: 'minutes',
      minutes: [60, 90, 75],
      forms: ['分享会'],
      laws: [],
      topics: ['业务法规'],
    },
    ...{ lecturer: '青年干部', comes: 0.35 },
    title: (department) => `青年学法分享会：${matterOf(department, 2)}`,
  },
];

/** Enters what the departments hold by themselves; the one without zeal lets most of it slip. */
export function holdDepartmentEvents(world: World): void {
  for (const department of world.departments) {
    const rng = world.rng(`events ${department.name}`);
    for (const year of [world.lastYear, world.year]) {
      for (const { months, title, minutes: lengths, ...kind } of kinds) {
        for (const [index, month] of months.entries()) {
          const day = `${year}-${String(month).padStart(2, '0')}-${String(5 + Math.floor(rng() * 22)).padStart(2, '0')}`;
          if (rng() > department.zeal + 0.15) continue;
          const minutes = lengths[(turnOf(department, year) + index) % lengths.length] ?? 60;
          const laws = kind.laws.length > 0 || kind.forms.includes('第一议题') ? kind.laws : department.laws;
          hold(world, {
            ...{ ...kind, minutes, laws, host: department.name },
            ...{ day: officeDay(day, rng), title: title(department, index, year) },
          });
        }
      }
    }
  }
}
