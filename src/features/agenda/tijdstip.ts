const KLOK = new Intl.DateTimeFormat('nl-NL', {
	timeZone: 'Europe/Amsterdam',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
});

/** "14.45" in Amsterdam. */
export const klokTijd = (at: Date | number): string => KLOK.format(at).replace(':', '.');
