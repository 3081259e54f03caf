import type { Ground } from '#lib/domain/exemptions/grounds.ts';
import { addDays, shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as exemptions from '#lib/server/exemptions/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { order } from '../evidence.ts';
import type { Absence } from './changes.ts';
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
      world.on(addDays(begins, 6), '10:20', (now) =>
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
  world.on(addDays(shanghaiDay(now), 3), '15:10', (later) =>
    plans.decideWaiver(world.as(decider, later), { waiverId, isApproved: true, reason: '材料齐全，同意' }),
  );
}

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
      release(world, ask, { day, verdict: 'approved' });
    }
    if (exam.makeup === null) return;
    const busy = world.members.filter(
      (one) => one.classes.includes('enforcement') && !away.has(one) && one.name !== '陈思远',
    );
    for (const [index, member] of [busy[7], busy[16], busy[25], busy[34]].entries()) {
      if (!member || world.away.has(member.id)) continue;
      const reason = index === 3 ? '当日有家事' : '主考期内参加专项整治行动';
      const ask = { examId, member, kind: 'defer', ground: index === 3 ? 'other' : 'duty', reason } as const;
      release(world, ask, { day, verdict: index === 3 ? 'refused' : 'approved' });
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
  { day, verdict }: { day: Day; verdict: 'approved' | 'refused' },
): void {
  world.on(day, '11:00', async (now) => {
    const evidence = await order(`${member.name}同志${ask.reason}的说明`);
    const asked = { ...ask, personId: member.id, evidence };
    const exemptionId = await exemptions.ask(world.as('林静', now), asked);
    const reason = verdict === 'approved' ? '' : '窗口期较长，请另选时间参加';
    await exemptions.decide(world.as('何勇', now), { exemptionId, verdict, reason });
  });
}
