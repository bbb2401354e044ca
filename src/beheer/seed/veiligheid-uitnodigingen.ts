import { eq } from 'drizzle-orm';
import type { SysteemActor } from '#access/actor.ts';
import { acceptAsNew } from '#features/uitnodiging/aanvaarden.server.ts';
import { findOverdracht } from '#features/uitnodiging/overdracht.server.ts';
import { STATEN, type Staat } from '#features/uitnodiging/staat.ts';
import { uitnodiging } from '#features/uitnodiging/tables.server.ts';
import { createUitnodiging, withdrawUitnodiging } from '#features/uitnodiging/write.server.ts';
import { db } from '#server/db/db.ts';
import { noteer, woord, type Plek } from './fixture.ts';

/** A day long gone: nothing a person does can make an invitation expire. */
const TOEN = new Date('2019-12-31T12:00:00Z');

const VELDEN = {
	email: '',
	leeromgevingRol: 'lid',
	perspectief: 'bewoner',
	namensId: null,
	werkplaatsRol: null,
	persoonId: null,
} as const;

function brengIn(
	systeem: SysteemActor,
	staat: Staat,
	made: { id: string; link: string },
): Record<string, string> {
	const { id, link } = made;
	if (staat === 'ingetrokken') withdrawUitnodiging(systeem, { id });
	if (staat === 'verlopen')
		db().update(uitnodiging).set({ verlooptOp: TOEN }).where(eq(uitnodiging.id, id)).run();
	if (staat !== 'aanvaard') return {};
	const voornaam = woord();
	const leeg = { tussenvoegsel: '', achternaam: '', email: '', keer: '' };
	const token = link.split('/').at(-1) ?? '';
	acceptAsNew(token, { voornaam, ...leeg, vermelding: 'volledig', gedeeld: false });
	return { voornaam };
}

/** An invitation into the team in every state, on paper and as a link, each with its secret. */
export function maakUitnodigingen(systeem: SysteemActor, team: Plek) {
	for (const hoe of ['link', 'papier'] as const)
		for (const staat of Object.keys(STATEN) as Staat[]) {
			const naam = woord();
			const { id } = createUitnodiging(systeem, { ...VELDEN, hoe, naam, leeromgevingId: team.id });
			const { link = '', code } = findOverdracht(id, null) ?? {};
			const extra = brengIn(systeem, staat, { id, link });
			noteer(team, ['uitnodiging', `${staat} (${hoe})`], {
				id,
				woorden: { naam, ...extra },
				geheim: { link, ...(code && { code }) },
			});
		}
}
