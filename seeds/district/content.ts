import * as courses from '#lib/server/courses/index.ts';
import { catalogue, moduleTitles } from '../data/courses/catalogue.ts';
import { questions } from '../data/questions.ts';
import { fillBank, publishCourse } from '../study.ts';
import type { World } from './world.ts';

export interface Published {
  courseId: string;
  title: string;
  lessonIds: string[];
}

/** What can be learned, by the folder of the course and by the title of the module. */
export interface Library {
  courses: Map<string, Published>;
  modules: Map<string, string>;
}

const MODULE_SUMMARIES: Record<(typeof moduleTitles)[number], string> = {
  宪法法治与公职操守: '宪法、公务员法、民法典与国家安全、保密：每一名国家工作人员都用得上的法。',
  依法行政基本功: '许可、处罚、强制、复议、诉讼、公开、决策与信访：经手一件事时从头到尾要守的规矩。',
};

/** Fills the bank and publishes the catalogue in the spring of the first year, by two people. */
export async function publishCatalogue(world: World): Promise<Library> {
  const { story, root, lastYear } = world;
  const [author, second] = [world.member('林静'), world.member('何勇')];
  const library: Library = { courses: new Map(), modules: new Map() };
  await fillBank(story, { who: author, now: world.at(`${lastYear}-04-14`, '09:30') }, questions);
  for (const [index, course] of catalogue.entries()) {
    const now = world.at(`${lastYear}-04-${15 + Math.floor(index / 3)}`, `1${index % 3}:20`);
    const made = await publishCourse(story, { author, second, unitId: root, now }, course);
    library.courses.set(course.slug, { ...made, title: course.title });
  }
  for (const title of moduleTitles) {
    const own = catalogue.filter((course) => course.module === title);
    const courseIds = own.flatMap(({ slug }) => library.courses.get(slug)?.courseId ?? []);
    if (courseIds.length === 0) continue;
    const asked = { unitId: root, title, summary: MODULE_SUMMARIES[title], courseIds };
    const act = story.as(author, world.at(`${lastYear}-04-18`, '10:00'));
    library.modules.set(title, await courses.createModule(act, asked));
  }
  return library;
}
