import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode } from '#lib/domain/people/codes.ts';

export interface DistrictPerson {
  name: string;
  title: string;
  level: LevelCode;
  classes: ClassCode[];
}

const leader = (name: string, title: string, level: LevelCode): DistrictPerson => ({
  ...{ name, title, level },
  classes: ['leadership', level.startsWith('county') ? 'division' : 'section'],
});
const officer = (name: string, title = '执法队员'): DistrictPerson => ({
  ...{ name, title, level: 'staff' as const },
  classes: ['enforcement'],
});
const clerk = (name: string, title: string, level: LevelCode = 'staff'): DistrictPerson => ({
  ...{ name, title, level },
  classes: level === 'townDeputy' ? ['section'] : [],
});

/** The invented district 云山区: three departments, twenty people. */
export const departments: { name: string; people: DistrictPerson[] }[] = [
  {
    name: '司法局',
    people: [
      leader('郑国平', '局长', 'countyDeputy'),
      leader('沈雅文', '副局长', 'townHead'),
      clerk('林静', '法治科科长', 'townDeputy'),
      clerk('何勇', '法治科科员'),
      clerk('孟蕾', '信息科科员'),
    ],
  },
  {
    name: '综合行政执法局',
    people: [
      leader('高志远', '局长', 'countyDeputy'),
      officer('陈思远'),
      officer('周海涛', '中队长'),
      officer('吴晓梅'),
      officer('马建军'),
      officer('宋丽娜'),
      officer('唐亦凡', '见习队员'),
      officer('韩冰'),
      clerk('曹颖', '综合科科长', 'townDeputy'),
    ],
  },
  {
    name: '东门街道',
    people: [
      leader('罗庆生', '办事处主任', 'townHead'),
      officer('谢文斌', '综合执法队队长'),
      officer('邓少云'),
      officer('许佳'),
      clerk('冯雪琴', '平安法治办主任', 'townDeputy'),
      clerk('蒋一帆', '平安法治办科员'),
    ],
  },
];
