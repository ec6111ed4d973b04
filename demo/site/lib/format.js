const MINUTE = 60_000;
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short" });
const money = new Intl.NumberFormat("en-GB", { style: "currency", currency: "EUR" });

export const formatPrice = (price) => price.toFixed(2);

/** Euros and cents. */
export const formatMoney = (amount) => money.format(amount);

/** "19:45", or "Sun 19:45" when it is not today. */
export function formatKickoff(time, now) {
  const text = clock.format(time);
  return new Date(time).toDateString() === new Date(now).toDateString()
    ? text
    : `${weekday.format(time)} ${text}`;
}

/** The minute of play, "63'": capped, as a referee's watch is not. */
export const formatMinute = (started, now, full) =>
  `${Math.min(full, Math.floor((now - started) / MINUTE) + 1)}'`;

/** "980 B" or "1.2 kB". */
export const formatBytes = (bytes) => (bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`);

/** "18:30:04", local time. */
const seconds = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
export const formatTime = (iso) => seconds.format(new Date(iso));
