import type { SyncRight } from '../kind.ts';
import { mayWrite } from './saved.ts';

interface Action {
	label: string;
	run: () => void;
}

export interface Notice {
	tone: 'info' | 'warn' | 'danger' | 'ok';
	title: string;
	text?: string;
	action?: Action;
	/** What else can be done. */
	more?: Action[];
	/** What somebody wrote that was saved nowhere, to copy. */
	copy?: string;
	/** Seconds to go until the next attempt. */
	seconds?: number;
	/** For its picture: the line, or that one can only read. */
	about?: 'lijn' | 'lezen';
}

/** Everything a notice may be about, at one moment. */
export interface Situation {
	/** The code with which the server closed for good. */
	ended?: number;
	/** That was because somebody took it away. */
	isGone?: boolean;
	/** Seconds until the next attempt, when the server asked to wait. */
	retryIn?: number;
	/** The code of that: 4503 full, 4529 too fast. */
	waitCode?: number;
	/** Without a connection for long enough to say so. */
	offline: boolean;
	/** The device says that it has no network at all. */
	noNetwork: boolean;
	/** What is written now is kept on this device. */
	keeps: boolean;
	/** Back, and everything is saved, a moment ago. */
	justBack: boolean;
	limit?: { code: string; zin: string };
	newBuild: boolean;
	right: SyncRight;
	/** It could be written in here before. */
	couldWrite: boolean;
	/** Whom to ask for more. */
	ask?: string;
	unsaved: boolean;
	/** What was written in a block that others took away meanwhile. */
	taken?: Notice;
	/** What is not saved, as plain text. */
	ownText(): string;
	retry(): void;
	reload(): void;
	/** Takes what is not saved off this device. */
	dropUnsent(): void;
	logIn(): void;
}

/** A limit that only warns: everything is saved all the same. */
const isWarning = (code: string): boolean => code === 'groot';
export const isRefusal = (limit?: { code: string }) => !!limit && !isWarning(limit.code);

const reload = (s: Situation) => ({ label: 'Laad opnieuw', run: s.reload });
const again = (s: Situation) => ({ label: 'Probeer opnieuw', run: s.retry });
/** Undefined when nothing would be lost. */
const lost = (s: Situation) => (s.unsaved ? s.ownText() || undefined : undefined);

function ended(s: Situation): Notice {
	const copy = lost(s);
	const kept = copy && 'Jouw laatste tekst is niet opgeslagen. Hij staat hieronder.';
	switch (s.ended) {
		case 4401:
			return {
				tone: 'warn',
				title: 'Je was een tijd weg. Log opnieuw in.',
				text: 'Je werk staat er nog.',
				action: { label: 'Log in', run: s.logIn },
			};
		case 4403:
			return {
				tone: 'danger',
				title: 'Je hebt geen toegang meer tot dit document.',
				text: kept,
				copy,
			};
		case 4404:
			return {
				tone: 'danger',
				title: s.isGone ? 'Dit document is weggehaald.' : 'Geen toegang.',
				text: kept ?? (s.isGone ? 'De tekst staat nog op dit scherm.' : undefined),
				copy,
			};
		case 4409:
			return {
				tone: 'warn',
				title: 'Dit document is vervangen door een andere versie.',
				text: kept ?? 'Laad de bladzijde opnieuw om die te zien.',
				copy,
				action: reload(s),
			};
		case 4410:
			return {
				tone: 'warn',
				title: 'Iemand anders veranderde hetzelfde stuk.',
				text: kept ?? 'Laad de bladzijde opnieuw om verder te gaan.',
				copy,
				action: reload(s),
			};
		case 4422:
			return {
				tone: 'danger',
				title: 'Dit document kan niet worden geopend.',
				text: kept ?? 'De beheerder weet het.',
				copy,
				action: reload(s),
			};
		case 1009:
			return {
				tone: 'danger',
				title: 'Je laatste tekst is te groot om te bewaren.',
				text: 'Kopieer hem en laad de bladzijde opnieuw.',
				copy,
				action: reload(s),
			};
		default:
			return {
				tone: 'danger',
				title: 'Er ging iets mis.',
				text: kept ?? 'Laad de bladzijde opnieuw.',
				copy,
				action: reload(s),
			};
	}
}

const newBuild = (s: Situation): Notice => ({
	tone: 'info',
	title: 'Er is een nieuwe versie van Samenspel.',
	text: s.unsaved ? 'Wacht tot alles is opgeslagen.' : 'Je tekst is bewaard.',
	action: s.unsaved ? undefined : reload(s),
});

function waiting(s: Situation): Notice {
	const often = s.waitCode === 4529;
	return {
		tone: 'warn',
		title: often ? 'Dat ging even te snel.' : 'Het is hier vol.',
		text: 'We proberen het zo opnieuw. Je tekst blijft staan.',
		seconds: s.retryIn,
		about: 'lijn',
		action: again(s),
	};
}

function offline(s: Situation): Notice {
	const title = s.noNetwork ? 'Geen internet.' : 'Verbinding kwijt.';
	const line = { tone: 'warn', title, about: 'lijn' } as const;
	if (!mayWrite(s.right)) return { ...line, text: 'We proberen het opnieuw.' };
	if (!s.keeps)
		return { ...line, text: 'Je tekst staat alleen op dit scherm. Laat deze bladzijde open.' };
	if (s.noNetwork)
		return { ...line, text: 'Schrijf rustig door. We bewaren alles op dit apparaat.' };
	return { ...line, text: 'We proberen het opnieuw. Je tekst blijft staan.' };
}

function readOnly(s: Situation): Notice | undefined {
	if (mayWrite(s.right)) return;
	const copy = lost(s);
	if (!copy && !s.ask && !s.couldWrite) return;
	return {
		tone: copy ? 'warn' : 'info',
		about: 'lezen',
		title: s.couldWrite ? 'Je kunt nu alleen lezen.' : 'Je kunt alleen lezen.',
		text: copy
			? 'Jouw laatste tekst is niet opgeslagen. Hij staat hieronder.'
			: s.ask && `Vraag ${s.ask} als je wilt meeschrijven.`,
		copy,
		// it would come back at every visit
		action: copy && s.keeps ? { label: 'Haal weg van dit apparaat', run: s.dropUnsent } : undefined,
	};
}

function limited(s: Situation): Notice | undefined {
	if (!s.limit || s.limit.code.startsWith('alleen-')) return;
	const { code, zin } = s.limit;
	const [title = '', ...rest] = zin.split(/(?<=\.) /);
	if (isWarning(code)) return { tone: 'warn', title, text: rest.join(' ') };
	if (!s.unsaved) return { tone: 'danger', title, text: rest.join(' ') };
	return { tone: 'danger', title: 'Opslaan lukt niet.', text: zin, action: again(s) };
}

/** The one thing to say now: first what stops somebody, last what is good to know. */
export function noticeOf(s: Situation): Notice | undefined {
	if (s.ended !== undefined) return ended(s);
	if (s.retryIn !== undefined) return waiting(s);
	if (s.offline) return offline(s);
	const trouble = limited(s);
	if (trouble?.tone === 'danger') return trouble;
	if (s.taken) return s.taken;
	if (s.justBack)
		return { tone: 'ok', title: 'Je bent weer verbonden.', text: 'Alles is bijgewerkt.' };
	return readOnly(s) ?? (s.newBuild ? newBuild(s) : trouble);
}
