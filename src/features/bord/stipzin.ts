import type { Standbeeld } from './beeld.ts';
import { kiestVerhaal } from './soort.ts';

/** What I have left to give in this round. */
export function overZin({ soort }: Pick<Standbeeld, 'soort'>, over: number): string {
	if (kiestVerhaal(soort)) {
		if (over === 0) return 'Je koos. Je kunt het nog wijzigen.';
		return over === 1
			? 'Kies 1 verhaal, en schrijf waarom.'
			: `Kies nog ${over} verhalen, en schrijf waarom.`;
	}
	if (over === 0) return 'Je stippen zijn op. Je kunt ze nog verplaatsen.';
	return `Je hebt nog ${over} ${over === 1 ? 'stip' : 'stippen'}`;
}

export const dichtZin = (stand: Pick<Standbeeld, 'soort'>) =>
	kiestVerhaal(stand.soort)
		? 'De keuze is gesloten. Jouw keuze staat vast.'
		: 'Deze ronde is gesloten. Je stippen staan vast.';
