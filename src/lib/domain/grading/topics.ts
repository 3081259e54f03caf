/** What one item brought, with the topic of its question. */
export interface TopicMark {
  topicId: string;
  topic: string;
  gotHundredths: number;
  ofHundredths: number;
}

export interface TopicShare {
  topic: string;
  items: number;
  gotHundredths: number;
  ofHundredths: number;
}

/** A share of fewer items would tell of a single one whether it was right. */
export const FEWEST_ITEMS = 3;
const OTHERS = '其他';

/**
 * Marks by topic, the largest first. Topics with fewer than three items are told together as 其他; when even these are
 * fewer than three, the smallest other topic joins them, so that no share is the key to an item.
 */
export function shareByTopic(marks: readonly TopicMark[]): TopicShare[] {
  const shares = new Map<string, TopicShare>();
  for (const mark of marks) {
    const known = shares.get(mark.topicId) ?? {
      topic: mark.topic,
      items: 0,
      gotHundredths: 0,
      ofHundredths: 0,
    };
    shares.set(mark.topicId, {
      topic: known.topic,
      items: known.items + 1,
      gotHundredths: known.gotHundredths + mark.gotHundredths,
      ofHundredths: known.ofHundredths + mark.ofHundredths,
    });
  }
  const bySize = [...shares.values()].sort((a, b) => b.items - a.items || (a.topic < b.topic ? -1 : 1));
  const large = bySize.filter((share) => share.items >= FEWEST_ITEMS);
  const small = bySize.filter((share) => share.items < FEWEST_ITEMS);
  if (small.length === 0) return large;
  while (large.length > 0 && sum(small, 'items') < FEWEST_ITEMS) small.push(large.pop() as TopicShare);
  return [
    ...large,
    {
      topic: OTHERS,
      items: sum(small, 'items'),
      gotHundredths: sum(small, 'gotHundredths'),
      ofHundredths: sum(small, 'ofHundredths'),
    },
  ];
}

function sum(shares: readonly TopicShare[], key: 'items' | 'gotHundredths' | 'ofHundredths'): number {
  return shares.reduce((total, share) => total + share[key], 0);
}
