import type { Say } from '../language.js';

/** Text as an SQL literal. */
export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** The board's unit, and the county and prefecture it belongs to: the first digits of its code. */
export const unit = '${unit:singlequote}';
export const county = `substring(${unit}, 1, 6)`;
export const prefecture = `substring(${unit}, 1, 4)`;

/** How long ago, in words. */
export const ago = (seconds: string, say: Say): string =>
  `multiIf(${seconds} < 60, concat(toString(${seconds}), ${quoted(say(' 秒前', ' s ago'))}), ` +
  `${seconds} < 3600, concat(toString(intDiv(${seconds}, 60)), ${quoted(say(' 分钟前', ' min ago'))}), ` +
  `${seconds} < 86400, concat(toString(intDiv(${seconds}, 3600)), ${quoted(say(' 小时前', ' h ago'))}), ` +
  `concat(toString(intDiv(${seconds}, 86400)), ${quoted(say(' 天前', ' d ago'))}))`;

/** Seconds since a time; a clock that is behind gives none. */
export const since = (time: string): string => `greatest(dateDiff('second', ${time}, now64(3)), 0)`;

/** The label of a period, with a dash as long as people write it; in English by its months. Of a day, the label says whether the year runs through it. */
export const periodLabel = (say: Say, label = 'period_label', period = 'period'): string => {
  const month = `['Jan','Feb','Mar','Apr','May','Jun','Jul','Aug','Sep','Oct','Nov','Dec'][toUInt8OrZero(substring(${period}, 6, 2))]`;
  return say(
    `replaceAll(${label}, '-', '–')`,
    `multiIf(length(${period}) > 7 AND NOT startsWith(${label}, '1月1日'), concat(${month}, ' ', substring(${period}, 9)), ` +
      `substring(${period}, 6, 2) = '01', concat('Jan ', substring(${period}, 1, 4)), ` +
      `concat('Jan–', ${month}, if(length(${period}) > 7, concat(' ', substring(${period}, 9)), '')))`,
  );
};

/** A day as people write it: 11月8日. */
export const dayLabel = (day: string, say: Say): string =>
  say(`concat(toString(toMonth(${day})), '月', toString(toDayOfMonth(${day})), '日')`, `formatDateTime(${day}, '%b %e')`);

/** A growth as it is published: ▲15.7%, ▼2.4点, or – where it means nothing. */
export const growthText = (growth: string, say: Say, kind?: string): string => {
  const magnitude = `toDecimalString(abs(${growth}), 1)`;
  const suffix = kind ? `if(${kind} = 'points', ${quoted(say('点', ' pt'))}, '%')` : `'%'`;
  return `multiIf(${growth} IS NULL, '–', ${growth} = 0, concat('0.0', ${suffix}), concat(if(${growth} > 0, '▲', '▼'), ${magnitude}, ${suffix}))`;
};

/** A move in the ranking: ▲2, ▼1, – where there is none or no period before. */
export const moveText = (movement = 'movement'): string =>
  `multiIf(ifNull(${movement}, 0) > 0, concat('▲', toString(${movement})), ifNull(${movement}, 0) < 0, concat('▼', toString(abs(${movement}))), '–')`;

/** A signed difference: +0.38, −0.62. */
export const differenceText = (difference: string): string =>
  `concat(if(${difference} < 0, '−', '+'), toDecimalString(abs(${difference}), 2))`;
