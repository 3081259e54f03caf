/** The invented district's own rule, on which its figures rest where no national document of the year names one. */
const OWN_RULE = '《云山区国家工作人员学法办法》（本区自定）';

/** Last year of the 纲要 that named 60 学时 for officers; nothing that follows it is known to name a figure. */
const LAST_OF_OUTLINE = 2025;
/** In force since 2025-11-01, with a chapter on those who work for the state. */
const EDUCATION_LAW = '《法治宣传教育法》（2025年11月1日起施行）国家工作人员一章';

/** On what the hours of an officer rest in a year. */
export function basisOfOfficers(planYear: number): string {
  if (planYear <= LAST_OF_OUTLINE)
    return '《法治政府建设实施纲要（2021—2025年）》：行政执法人员每人每年不少于60学时的业务知识和法律法规培训';
  return `${EDUCATION_LAW}；${OWN_RULE}第七条：行政执法人员每年参加业务知识和法律法规培训不少于60学时`;
}

/** On what those of the others rest. */
export const bases = {
  section: `${OWN_RULE}第六条：科级干部每年参加法治培训不少于32学时`,
  division: `《关于建立领导干部应知应会党内法规和国家法律清单制度的意见》（2023年）；${OWN_RULE}第五条：处级领导干部每年集体学法和法治培训不少于20学时`,
  newcomer: `${OWN_RULE}第八条：新录用公务员试用期内参加法治培训不少于16学时`,
} as const;
