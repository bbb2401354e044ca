const TIMEZONE = 'Europe/Amsterdam';
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: TIMEZONE, dateStyle: 'short' });

/** The wall clock. Read it here only, so that one place decides what time it is. */
export const now = () => new Date();

/** The day in Amsterdam, as `2018-12-31`. */
export const today = (at: Date = now()) => day.format(at);
