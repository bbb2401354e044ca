const SECONDE = 1000;
/** A screen that slept through the end does not make up for it. */
const TE_LAAT = -30 * SECONDE;

/** What is at hand, and what is left of it in milliseconds; undefined when nobody said how long. */
export interface Gehoord {
	loop: string;
	rest: number | undefined;
}

/** Whether its time just ended, while somebody was looking: once, and again after more time. */
export const isNetOm = (was: Gehoord | undefined, is: Gehoord): boolean =>
	was?.loop === is.loop &&
	(was.rest ?? 0) > 0 &&
	is.rest !== undefined &&
	is.rest <= 0 &&
	is.rest > TE_LAAT;

/** Soft, low and slow: nobody in the middle of a sentence is startled. */
const TONEN = [
	{ hertz: 392, na: 0 },
	{ hertz: 523.25, na: 0.45 },
];
const VOLUME = 0.12;

/** In seconds: up without a click, and away like a bowl that was touched. */
export function klink(context: AudioContext) {
	for (const { hertz, na } of TONEN) {
		const begin = context.currentTime + na;
		const toon = context.createOscillator();
		const sterkte = context.createGain();
		toon.frequency.value = hertz;
		sterkte.gain.setValueAtTime(0, begin);
		sterkte.gain.linearRampToValueAtTime(VOLUME, begin + 0.08);
		sterkte.gain.exponentialRampToValueAtTime(0.0001, begin + 2);
		toon.connect(sterkte).connect(context.destination);
		toon.start(begin);
		toon.stop(begin + 2);
	}
}
