import type { Kaart } from './beamer.ts';
import type { BordBeeld, BriefjeBeeld } from './beeld.ts';
import { vraagtStandpunt } from './soort.ts';
import { perStandpunt } from './standpunt.ts';
import { gekozen, opKeuze } from './verhaal.ts';

/** What a work form shows on the wall in place of groepen and loose briefjes. */

/** As many as there is room for below each other. */
const UIT_STANDPUNT = 6;
const telBriefjes = (n: number) => `${n} ${n === 1 ? 'briefje' : 'briefjes'}`;

/** The stories, and with the outcome how often each was chosen, and why. */
function verhaalKaarten({ verhalen }: BordBeeld): Kaart[] {
	const meest = Math.max(1, ...verhalen.map(({ stippen }) => stippen ?? 0));
	return opKeuze(verhalen).map(({ id, tekst, stippen, redenen }) => ({
		soort: 'verhaal',
		id,
		kop: '',
		noot: stippen === null ? '' : gekozen(stippen),
		regels: [tekst, ...redenen.map((reden) => `“${reden.tekst}”`)],
		deel: stippen === null ? null : Math.round((stippen / meest) * 100),
	}));
}

/** For and against side by side, the last said on top; who does not know only when somebody does not. */
function standpuntKaarten(briefjes: readonly BriefjeBeeld[]): Kaart[] {
	return perStandpunt(briefjes)
		.filter(({ standpunt, briefjes: hier }) => standpunt !== 'weetniet' || hier.length > 0)
		.map(({ standpunt, naam, briefjes: hier }) => ({
			soort: 'standpunt',
			id: standpunt,
			kop: naam,
			noot: telBriefjes(hier.length),
			regels: hier
				.toSorted((a, b) => b.nr - a.nr)
				.slice(0, UIT_STANDPUNT)
				.map(({ tekst }) => tekst),
			deel: null,
		}));
}

/** None where the bord shows what any bord shows. */
export function werkvormKaarten(beeld: BordBeeld): Kaart[] {
	const { stand, briefjes, verhalen } = beeld;
	if (verhalen.length > 0 && stand.ronde !== '' && stand.fase === 'duiden')
		return verhaalKaarten(beeld);
	const heeftReden = briefjes.some(({ fase }) => fase === 'delen');
	if (vraagtStandpunt(stand.soort) && stand.fase === 'delen' && heeftReden)
		return standpuntKaarten(briefjes);
	return [];
}
