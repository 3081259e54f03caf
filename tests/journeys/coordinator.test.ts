import { addDays, shanghaiDay } from '#lib/domain/shared/time.ts';
import { courseOf } from '#seeds/data/courses/catalogue.ts';
import { demoHouse, PASSWORD } from '../support/demoHouse.ts';
import { journey, sharedSite, withChromium } from '../support/journey.ts';
import { inventedIdentity, rosterFile } from '../support/rosterFile.ts';
import { choose, press, says, signIn, visit } from '../support/steps.ts';

withChromium();

const site = sharedSite({ prepare: async (settings) => void (await demoHouse(settings)) });

const today = () => shanghaiDay(new Date().toISOString());

journey(
  'A coordinator sees who is behind and why, assigns, imports, and verifies what another registered',
  async (walk) => {
    const desk = await walk.person();
    await signIn(desk, 'heyong', PASSWORD);
    await visit(desk, '/manage');
    const list = desk.getByRole('table', { name: '还没有跟上的人员、原因和办理' });
    await says(list, '唐亦凡');
    await says(list, /学时.*还差/);
    await walk.inspect(desk);

    await desk
      .getByRole('row', { name: /唐亦凡/ })
      .getByRole('link', { name: '指派课程' })
      .click();
    await desk.getByRole('checkbox', { name: '唐亦凡', checked: true }).waitFor();
    await desk.getByRole('checkbox', { name: courseOf('penalty-law').title }).check();
    await desk.getByLabel('截止日期').fill(addDays(today(), 10));
    await desk.getByLabel('原因').fill('见习期补课');
    await press(desk, '指派');
    await says(desk, '已指派给 1 人');
    await walk.inspect(desk);

    const newcomer = { name: '江晓', identity: inventedIdentity(1), unit: '东门街道' };
    const upload = async (classes: string) => {
      await visit(desk, '/manage/people/import');
      const file = await rosterFile([{ ...newcomer, classes }]);
      await desk.getByLabel('名册文件').setInputFiles(file);
      await press(desk, '检查名册');
    };
    await upload('没有的类别');
    await says(desk, '没有写入任何内容');
    await says(desk.getByRole('table'), '人员类别');
    await upload('新进公务员');
    await press(desk, '确认写入');
    await says(desk, '已写入：新增 1 人');
    await walk.inspect(desk);

    await visit(desk, '/manage');
    await press(desk, '第四季度执法大讲堂');
    await walk.inspect(desk);
    await press(desk, '核验无误，记入学时');
    await says(desk, '已核验，学时已记入参加人员的台账');
  },
  { minutes: 5, site },
);

journey(
  'Every page of the desk can be used by everybody',
  async (walk) => {
    const desk = await walk.person();
    await signIn(desk, 'linjing', PASSWORD);
    const pages = ['units', 'people', 'plans', 'assignments', 'courses', 'statutes', 'bank', 'bank/import'];
    for (const name of [...pages, 'papers', 'exams', 'exams/new', 'events', 'events/new']) {
      await visit(desk, `/manage/${name}`);
      await walk.inspect(desk);
    }
    await visit(desk, '/manage/courses');
    await press(desk, /^行政处罚法/);
    await says(desk, '程序与听证');
    await walk.inspect(desk);
    await visit(desk, '/manage/exams');
    await press(desk, /年度国家工作人员学法考试$/);
    await says(desk, '应考人员');
    await walk.inspect(desk);
    await press(desk, '考场名单');
    await says(desk, '本人签名');
    await walk.inspect(desk);
    await visit(desk, '/manage/events');
    await choose(desk, '形式或主题', '中心组学习');
    await press(desk, '筛选');
    await says(desk.getByRole('table'), '习近平法治思想专题');
    await walk.inspect(desk);
  },
  { minutes: 5, site },
);
