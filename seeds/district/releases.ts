import type { Ground } from '#lib/domain/exemptions/grounds.ts';
import { addDays, shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as exemptions from '#lib/server/exemptions/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { order } from '../evidence.ts';
import type { Absence } from './changes.ts';
import { officeClock } from './dayOf.ts';
import type { ExamYear } from './examYear.ts';
import { terms, type Requirements } from './plans.ts';
import type { Member, World } from './world.ts';

/** Absences of these kinds are grounds of a release; the codes of both rules agree. */
const grounds: Record<
  Absence['status'],
  Ground & ('sickLeave' | 'maternityLeave' | 'dispatched' | 'fullTimeStudy' | 'onLoan')
> = {
  ...{ sickLeave: 'sickLeave', maternityLeave: 'maternityLeave', aid: 'dispatched' },
  ...{ fullTimeStudy: 'fullTimeStudy', secondedOut: 'onLoan' },
};

/** What the one who decides writes, by the kind of the absence. */
const grants: Record<Absence['status'], string> = {
  sickLeave: '有医院证明，同意',
  maternityLeave: '按规定休产假，同意',
  aid: '驻村期间学习由派出单位另行安排，同意',
  fullTimeStudy: '在校期间有法治课程，同意',
  secondedOut: '在借调单位参加学习，同意',
};

/** Asks that who is away be released from the hours of each year in which he is, and lets another decide. */
export function releaseFromHours(
  world: World,
  requirements: Requirements,
  away: ReadonlyMap<Member, Absence>,
): void {
  for (const [member, absence] of away) {
    for (const planYear of [world.lastYear, world.year]) {
      if (absence.from > `${planYear}-09-30`) continue;
      if (absence.to !== null && absence.to < `${planYear}-03-01`) continue;
      const begins = absence.from > `${planYear}-01-10` ? absence.from : `${planYear}-01-20`;
      const clock = officeClock(world.rng(`waiver ${member.name} ${planYear}`));
      world.on(addDays(begins, 6), clock, (now) =>
        askWaiver(world, requirements, member, { absence, planYear, now }),
      );
    }
  }
}

async function askWaiver(
  world: World,
  requirements: Requirements,
  member: Member,
  { absence, planYear, now }: { absence: Absence; planYear: number; now: Instant },
): Promise<void> {
  const own = terms.find(({ classCode }) => member.classes.includes(classCode));
  const requirementId = requirements.get(`${own?.classCode} ${planYear}`);
  if (!own || requirementId === undefined) return;
  const isWhole = absence.to === null || absence.from <= `${planYear}-04-30`;
  const clerk = world.clerks[member.department.name] ?? world.member('林静');
  const { id: waiverId } = await plans.askWaiver(world.story.as(clerk, now), {
    ...{ personId: member.id, requirementId, ground: grounds[absence.status] },
    ...{ releasedHundredths: isWhole ? null : own.targetHundredths / 2, reason: absence.reason },
    file: await order(`${member.name}同志${absence.reason}的证明材料`),
  });
  const decider = clerk.name === '何勇' ? '林静' : '何勇';
  const rng = world.rng(`decision ${member.name} ${planYear}`);
  const reason = grants[absence.status];
  world.on(addDays(shanghaiDay(now), 1 + Math.floor(rng() * 5)), officeClock(rng), (later) =>
    plans.decideWaiver(world.as(decider, later), { waiverId, isApproved: true, reason }),
  );
}

/** Why some would rather sit the make-up, and what they are told. */
const deferrals = [
  ['duty', '主考期内参加餐饮油烟专项整治', '专项行动期间，同意缓考'],
  ['duty', '抽调参加城中村消防安全排查', '有抽调通知，同意'],
  ['duty', '赴省厅参加案卷评查', '公务外出，同意缓考'],
  ['other', '当日有家事', '窗口期有一个月，请另选时间参加'],
] as const;

/** Who is away through the window is exempt; some who are on duty elsewhere sit the make-up instead; one asks in vain. */
export function releaseFromExam(world: World, exam: ExamYear, away: ReadonlyMap<Member, Absence>): void {
  exam.published = (examId, closes, published) => {
    const day = addDays(shanghaiDay(published), 1);
    for (const [member, absence] of away) {
      if (absence.from > day || (absence.to !== null && absence.to < closes)) continue;
      const ask = {
        examId,
        member,
        kind: 'exempt',
        ground: grounds[absence.status],
        reason: absence.reason,
      } as const;
      release(world, ask, { day, verdict: 'approved', answer: '' });
    }
    if (exam.makeup === null) return;
    const busy = world.members.filter(
      (one) => one.classes.includes('enforcement') && !away.has(one) && one.name !== '陈思远',
    );
    for (const [index, member] of [busy[7], busy[16], busy[25], busy[34]].entries()) {
      if (!member || world.away.has(member.id)) continue;
      const [ground, reason, answer] = deferrals[index] ?? deferrals[0];
      const ask = { examId, member, kind: 'defer', ground, reason } as const;
      release(world, ask, { day, verdict: ground === 'duty' ? 'approved' : 'refused', answer });
    }
  };
}

interface Ask {
  examId: string;
  member: Member;
  kind: 'exempt' | 'defer';
  ground: Ground;
  reason: string;
}

function release(
  world: World,
  { member, ...ask }: Ask,
  { day, verdict, answer }: { day: Day; verdict: 'approved' | 'refused'; answer: string },
): void {
  world.on(day, officeClock(world.rng(`release ${member.name} ${day}`)), async (now) => {
    const evidence = await order(`${member.name}同志${ask.reason}的说明`);
    const asked = { ...ask, personId: member.id, evidence };
    const exemptionId = await exemptions.ask(world.as('林静', now), asked);
    await exemptions.decide(world.as('何勇', now), { exemptionId, verdict, reason: answer });
  });
}
