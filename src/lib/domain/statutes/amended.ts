import type { Day } from '../shared/time.ts';
import { plainTitle } from './title.ts';

/**
 * First days of versions whose text does not name it: an amendment leaves 本法自…起施行 as it was, and its own day
 * stands in the decision that made it, or is that of its promulgation. By title and date of the version.
 */
const FIRST_DAYS: ReadonlyMap<string, Day> = new Map([
  // 自公布之日起施行（2018年3月11日全国人民代表大会公告）
  ['宪法 2018-03-11', '2018-03-11'],
  ['宪法修正案（2018年） 2018-03-11', '2018-03-11'],
  // 自2013年1月1日起施行（主席令第68号，2012年）
  ['国家赔偿法 2012-10-26', '2013-01-01'],
  // 自公布之日起施行（主席令第29号，2015年）
  ['国家安全法 2015-07-01', '2015-07-01'],
  // 自2017年7月1日起施行（主席令第71号，2017年）
  ['行政诉讼法 2017-06-27', '2017-07-01'],
  // 除商标法外自公布之日起施行（主席令第29号，2019年）
  ['行政许可法 2019-04-23', '2019-04-23'],
  // 自2022年3月12日起施行（主席令第110号，2022年）
  ['地方各级人民代表大会和地方各级人民政府组织法 2022-03-11', '2022-03-12'],
  // 自2023年3月15日起施行（主席令第3号，2023年）
  ['立法法 2023-03-13', '2023-03-15'],
  // 自公布之日起施行（2024年9月13日关于修改统计法的决定）
  ['统计法 2024-09-13', '2024-09-13'],
]);

/**
 * The day on which a version took effect. `named` is the day that its last article names: in an amended text often that
 * of the law's first version, which says nothing of this one. Null where neither says it: then a person enters it.
 */
export function firstDayOf(version: { title: string; versionOn: Day; named: Day | null }): Day | null {
  const { title, versionOn, named } = version;
  if (named !== null && named >= versionOn) return named;
  return FIRST_DAYS.get(`${plainTitle(title)} ${versionOn}`) ?? null;
}
