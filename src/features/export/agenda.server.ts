import type { StandPunt } from '#features/agenda/stand.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { hasContent } from '#features/uitvoer/export.server.ts';
import { heading, orderedList } from './blokken.server.ts';

const minutenZin = (minuten: number | null) =>
	minuten === null ? '' : `${minuten} ${minuten === 1 ? 'minuut' : 'minuten'}`;

/** "Welkom (14.00 uur, 10 minuten, Anna)". */
function puntZin({ titel, begin, minuten, wie }: StandPunt): string {
	const bij = [begin && `${begin} uur`, minutenZin(minuten), wie].filter(Boolean).join(', ');
	return bij ? `${titel} (${bij})` : titel;
}

const isKop = (node: TekstNode | undefined): boolean =>
	node?.type === 'heading' && node.attrs?.['level'] === 2 && hasContent(node);

/** What stands above the text: its agenda, and where that ends. */
export function agendaDeel(punten: readonly StandPunt[], tekst: TekstNode): TekstNode[] {
	if (punten.length === 0) return [];
	const eigenKop = isKop(tekst.content?.[0]) || !hasContent(tekst);
	return [
		heading('Agenda'),
		orderedList(punten.map(puntZin)),
		...(eigenKop ? [] : [heading('Verslag')]),
	];
}
