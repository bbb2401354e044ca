import { type Actor, isInEen } from '#access/actor.ts';
import { mayManagePersonen } from '#access/persoon.ts';
import { wachtVoor, type Wachtend as NaBijeenkomst } from '#features/actie/wacht.server.ts';
import { detailTafel } from '#features/leeromgeving/lid.read.server.ts';
import { listLeeromgevingen, type Voorkant } from '#features/leeromgeving/read.server.ts';
import { opsomming, wieMist } from '#features/leeromgeving/stoelen.ts';
import { listHoofdvragen } from '#features/leervraag/read.server.ts';
import { listMislukteMail, listUitnodigingen } from '#features/uitnodiging/read.server.ts';
import type { Woord } from '#features/werkplaats/woordenlijst.ts';

/** Something that waits for this persoon. The kind decides the icon. */
export interface Wachtend {
	soort: NaBijeenkomst['soort'] | 'uitnodiging' | 'vraag' | 'stoel' | 'mail';
	href: string;
	titel: string;
	uitleg: string;
}

/** Teams that this persoon leads and that still run. */
const geleid = (actor: Actor): Voorkant[] => {
	if (actor.soort !== 'persoon') return [];
	const leads = actor.lidmaatschappen
		.filter(({ rol }) => rol === 'trekker' || rol === 'procesbegeleider')
		.map(({ leeromgevingId }) => leeromgevingId);
	return listLeeromgevingen(actor).filter(
		({ id, status }) => leads.includes(id) && status !== 'gestopt' && status !== 'afgesloten',
	);
};

function vanTeams(actor: Actor, bewoner: Woord): Wachtend[] {
	const vragen = listHoofdvragen(actor);
	return geleid(actor).flatMap(({ id, naam }): Wachtend[] => {
		const base = `/leeromgevingen/${id}`;
		const mist = detailTafel(actor, id).legeStoelen.map((stoel) => wieMist(stoel, bewoner));
		const vraag: Wachtend = {
			soort: 'vraag',
			href: `${base}/leervragen/nieuw`,
			titel: 'Schrijf een leervraag',
			uitleg: `${naam} heeft nog geen leervraag.`,
		};
		const stoel: Wachtend = {
			soort: 'stoel',
			href: `${base}/leden/uitnodigen`,
			titel: 'Nodig iemand uit',
			uitleg: `Bij ${naam} zit nog geen ${opsomming(mist, 'of')} aan tafel.`,
		};
		return [...(vragen[id] ? [] : [vraag]), ...(mist.length ? [stoel] : [])];
	});
}

function vanUitnodigingen(actor: Actor): Wachtend[] {
	return listUitnodigingen(actor)
		.filter(({ staat, email, opPapier }) =>
			staat === 'open' ? opPapier || !email : staat === 'verlopen',
		)
		.slice(0, 5)
		.map(({ id, naam, email, staat }) => ({
			soort: 'uitnodiging',
			href: `/uitnodigingen/${id}`,
			titel: staat === 'open' ? 'Geef een uitnodiging door' : 'Een uitnodiging is verlopen',
			uitleg: naam || email || 'Zonder naam',
		}));
}

function vanMail(actor: Actor): Wachtend[] {
	if (!isInEen(actor) || !mayManagePersonen(actor, actor)) return [];
	return listMislukteMail(actor)
		.slice(0, 3)
		.map(({ aan }) => ({
			soort: 'mail',
			href: '/beheer/mensen',
			titel: 'Een mail kwam niet aan',
			uitleg: `De mail was voor ${aan}.`,
		}));
}

/** What waits for this persoon, most pressing first. */
export const listWachtend = (actor: Actor, bewoner: Woord): Wachtend[] => [
	...vanMail(actor),
	...wachtVoor(actor),
	...vanUitnodigingen(actor),
	...vanTeams(actor, bewoner),
];
