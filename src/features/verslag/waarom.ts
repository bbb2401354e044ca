import type { VerslagRecht, VerslagStatus } from '#access/verslag.ts';

/** Why somebody cannot simply write here, and whom to ask; nothing for who can. */
export function waaromNiet(
	recht: VerslagRecht,
	status: VerslagStatus,
	wie: string,
): { title: string; text: string } | undefined {
	const vraag = wie || 'je coördinator';
	if (status === 'vastgesteld')
		return {
			title: 'Dit verslag is vastgesteld.',
			text: 'Niemand kan de tekst nog wijzigen. Klopt er iets niet? Een verbetering komt onder de tekst.',
		};
	if (recht === 'schrijven') return undefined;
	if (recht === 'voorstellen' && status === 'ter-controle')
		return {
			title: 'Dit verslag ligt ter controle.',
			text: `Wat je typt wordt een voorstel. ${vraag} kijkt ernaar.`,
		};
	if (recht === 'voorstellen')
		return {
			title: 'Je kunt voorstellen doen.',
			text: `Wat je typt wordt een voorstel. Vraag ${vraag} als je wilt meeschrijven.`,
		};
	if (recht === 'opmerken')
		return {
			title: 'Je kunt lezen en opmerkingen maken.',
			text: `Vraag ${vraag} als je wilt meeschrijven.`,
		};
	return {
		title: 'Je kunt alleen lezen.',
		text: `Vraag ${vraag} als je wilt meeschrijven.`,
	};
}
