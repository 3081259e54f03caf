import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode } from '#lib/domain/people/codes.ts';
import type { Rng } from '#lib/domain/shared/rng.ts';
import type { DistrictPerson } from '../small/people.ts';
import type { PersonWish } from '../words.ts';
import type { Department } from './departments.ts';
import type { Names } from './names.ts';

/** Somebody to be taken on: his post, and what he is like, each from 0 to 1. */
export interface Hire extends PersonWish {
  classes: ClassCode[];
  /** How readily he learns. */
  zeal: number;
  /** How much law he knows. */
  skill: number;
  /** The unit below the department in which he works; null: in the department itself. */
  team: string | null;
}

/** Chance of a human shape: most lie around the middle, few at the ends. */
function around(rng: Rng, middle: number, spread: number): number {
  const bell = (rng() + rng() + rng()) / 3 - 0.5;
  return Math.min(1, Math.max(0, middle + bell * 2 * spread));
}

const pick = <T>(rng: Rng, things: readonly T[]): T => things[Math.floor(rng() * things.length)] as T;

const RANKS: Partial<Record<LevelCode, string[]>> = {
  countyDeputy: ['三级调研员', '四级调研员'],
  townHead: ['一级主任科员', '二级主任科员', '四级调研员'],
  townDeputy: ['三级主任科员', '四级主任科员', '二级主任科员'],
  staff: ['一级科员', '一级科员', '四级主任科员', '二级科员'],
};

/** Takes on the people of one department. */
export class Hiring {
  readonly #department: Department;
  readonly #names: Names;
  readonly #rng: Rng;

  constructor(department: Department, names: Names, rng: Rng) {
    this.#department = department;
    this.#names = names;
    this.#rng = rng;
  }

  /** Everybody of the beginning, those known by name first; `share` of the usual size, the leaders whole. */
  everybody(known: readonly DistrictPerson[], share: number): Hire[] {
    const { size, officersOfTen, deputies } = this.#department;
    const people = known.map((one) => this.#known(one));
    const count = (has: (one: Hire) => boolean) => people.filter(has).length;
    const isLeader = (one: Hire) => one.classes.includes('leadership');
    while (count(isLeader) < 1 + deputies) people.push(this.#leader(count(isLeader) === 0));
    // Two at least who can keep the records, whatever the size.
    people.push(this.#clerk(people));
    people.push(this.#clerk(people));
    const wanted = Math.max(people.length, Math.round(size * share));
    const officers = Math.round((wanted * officersOfTen) / 10);
    const isOfficer = (one: Hire) => one.classes.includes('enforcement');
    while (people.length < wanted) {
      if (count(isOfficer) < officers) people.push(this.#officer(count(isOfficer)));
      else people.push(this.#clerk(people));
    }
    return people;
  }

  /** Somebody newly taken on after his exam. */
  newcomer(): Hire {
    const isOfficer = this.#rng() < this.#department.officersOfTen / 10;
    return this.#hire({
      ...{ name: this.#names.next(25), title: isOfficer ? '见习执法人员' : '见习科员', level: 'staff' },
      classes: ['newcomer'],
    });
  }

  #known({ name, title, level, classes }: DistrictPerson): Hire {
    return this.#hire({ name, title, level, classes });
  }

  #leader(isHead: boolean): Hire {
    const { head, deputy, headLevel, name } = this.#department;
    const isCounty = headLevel === 'countyHead' || (headLevel === 'countyDeputy' && name.includes('执法'));
    const below = isCounty ? 'countyDeputy' : pick(this.#rng, ['townHead', 'townDeputy'] as const);
    const level = isHead ? headLevel : below;
    return this.#hire({
      ...{ name: this.#names.next(44 + this.#rng() * 12), title: isHead ? head : deputy, level },
      classes: ['leadership', level.startsWith('county') ? 'division' : 'section'],
      staffKind: 'civilServant',
    });
  }

  #officer(index: number): Hire {
    const { teams, officer } = this.#department;
    const team = index % 5 === 4 ? null : (teams[index % Math.max(1, teams.length)] ?? null);
    const isHead = team !== null && index < teams.length;
    const level = isHead ? 'townDeputy' : 'staff';
    return this.#hire({
      ...{ name: this.#names.next(24 + this.#rng() * 33), title: isHead ? '队长' : officer, level, team },
      classes: isHead ? ['section', 'enforcement'] : ['enforcement'],
      staffKind:
        this.#rng() < 0.78 ? 'civilServant' : pick(this.#rng, ['institution', 'managedLikeCivilServant']),
    });
  }

  /** The first of each office is its head. */
  #clerk(people: readonly Hire[]): Hire {
    const { offices } = this.#department;
    const office = offices[people.length % offices.length] ?? '综合科';
    const head = `${office}${office.endsWith('科') ? '科长' : '主任'}`;
    const isHead = !people.some(({ title }) => title === head);
    const isJurist = /法|信访|复议/u.test(office);
    return this.#hire({
      ...{ name: this.#names.next(25 + this.#rng() * 33), level: isHead ? 'townDeputy' : 'staff' },
      title: isHead ? head : `${office}科员`,
      classes: [...(isHead ? (['section'] as const) : []), ...(isJurist ? (['review'] as const) : [])],
      staffKind: isHead || this.#rng() < 0.6 ? 'civilServant' : pick(this.#rng, ['institution', 'contract']),
    });
  }

  #hire(wish: PersonWish & { classes: ClassCode[]; team?: string | null }): Hire {
    const { staffKind = 'civilServant' } = wish;
    const hasRank = staffKind === 'civilServant' || staffKind === 'managedLikeCivilServant';
    return {
      ...{ team: null, ...wish, staffKind, rank: hasRank ? this.#rankOf(wish.level ?? 'staff') : null },
      zeal: around(this.#rng, this.#department.zeal, 0.45),
      skill: around(this.#rng, 0.45 + this.#department.zeal * 0.3, 0.5),
    };
  }

  #rankOf(level: LevelCode): string | null {
    const ranks = RANKS[level];
    return ranks ? pick(this.#rng, ranks) : null;
  }
}
