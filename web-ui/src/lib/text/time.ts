const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["second", 60],
  ["minute", 60],
  ["hour", 24],
  ["day", 7],
];

/** How long ago, for the last week; the date for what is older. */
export function ago(then: Date, now: Date, locale: string): string {
  let amount = Math.max(0, (now.getTime() - then.getTime()) / 1000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "narrow" });
  for (const [unit, most] of STEPS) {
    if (amount < most) return words.format(-Math.floor(amount), unit);
    amount /= most;
  }
  const sameYear = then.getFullYear() === now.getFullYear();
  return then.toLocaleDateString(locale, sameYear ? { day: "numeric", month: "short" } : { day: "numeric", month: "short", year: "numeric" });
}

export function exactly(then: Date, locale: string): string {
  return then.toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
}
