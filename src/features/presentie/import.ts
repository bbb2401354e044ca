import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import { leesTijd } from '#features/datum/tijd.ts';
import { lijktOp, voluit } from '#features/persoon/naam.ts';
import { fold } from '#server/search/stem.ts';
import { organisatieBij } from './bak.ts';

/** A row of a list from elsewhere, as it stands there. */
export interface Invoerrij {
	naam: string;
	email: string;
	organisatie: string;
	perspectief: string;
	van: string;
	tot: string;
}

type Persoon = Parameters<typeof lijktOp>[0] & { id: string };

export interface Bekend {
	personen: readonly Persoon[];
	organisaties: Parameters<typeof organisatieBij>[1];
	/** What stands on the list already. */
	lijst: readonly {
		persoonId: string | null;
		naam: string;
		organisatieNaam: string;
		perspectief: Perspectief;
		van: string;
		tot: string;
	}[];
}

export type Gebeurt =
	'erbij' | 'wordt gewijzigd' | 'staat er al' | 'dubbel in dit bestand' | 'kan niet';

/** What will happen with one row, before anything does. */
export interface Voorbeeldregel {
	naam: string;
	persoonId: string | null;
	organisatieId: string | null;
	organisatieNaam: string;
	/** null: it was not said, or in a word that we do not know. */
	perspectief: Perspectief | null;
	van: string;
	tot: string;
	wat: Gebeurt;
	/** What one may want to know of it. */
	zin: string;
}

const vouw = (tekst: string) => fold(tekst.trim().replace(/\s+/g, ' '));

function leesPerspectief(geschreven: string): Perspectief | null {
	const gelijk = (woord: string) => vouw(woord) === vouw(geschreven);
	const keys = Object.keys(PERSPECTIEVEN) as Perspectief[];
	return keys.find((key) => gelijk(key) || gelijk(PERSPECTIEVEN[key])) ?? null;
}

/** By e-mail, else by exactly the name when one persoon has it. */
function persoonBij({ naam, email }: Invoerrij, personen: readonly Persoon[]) {
	const adres = email.trim().toLowerCase();
	const byMail = adres ? personen.find((p) => p.email.toLowerCase() === adres) : undefined;
	if (byMail) return byMail;
	const named = personen.filter((p) => vouw(voluit(p)) === vouw(naam));
	return named.length === 1 ? named[0] : undefined;
}

/** Somebody with nearly this name: proposed, never taken; who has one name is like nobody. */
function lijktOpWie({ naam, email }: Invoerrij, personen: readonly Persoon[]): string {
	const delen = naam.trim().split(/\s+/);
	const [voornaam = ''] = delen;
	const achternaam = delen.length > 1 ? delen.at(-1)! : '';
	const like = { voornaam, tussenvoegsel: '', achternaam, email: email.trim() };
	const near = personen.find((persoon) => lijktOp(persoon, like));
	return near ? `Lijkt op ${voluit(near)}. Kies wie het is.` : '';
}

function tijdenVan(rij: Invoerrij): { van: string; tot: string } | string {
	const [van, tot] = [rij.van, rij.tot].map((tijd) => (tijd.trim() ? leesTijd(tijd) : ''));
	if (van === undefined || tot === undefined) return 'Schrijf een tijd, bijvoorbeeld 14.00.';
	if (van && tot && tot < van) return 'Iemand gaat weg voor hij komt. Kijk de tijden na.';
	return { van, tot };
}

const sleutelOf = (rij: { persoonId: string | null; naam: string; organisatieNaam: string }) =>
	rij.persoonId ?? `${vouw(rij.naam)}\n${vouw(rij.organisatieNaam)}`;

function staatAl(regel: Omit<Voorbeeldregel, 'wat' | 'zin'>, { lijst }: Bekend): Gebeurt {
	const er = lijst.find((op) => sleutelOf(op) === sleutelOf(regel));
	if (!er) return 'erbij';
	const anders = (mine: string | null, theirs: string) => Boolean(mine) && mine !== theirs;
	return anders(regel.van, er.van) ||
		anders(regel.tot, er.tot) ||
		anders(regel.perspectief, er.perspectief)
		? 'wordt gewijzigd'
		: 'staat er al';
}

function zinBij(rij: Invoerrij, regel: Omit<Voorbeeldregel, 'wat' | 'zin'>, kent: Bekend): string {
	if (rij.perspectief.trim() && regel.perspectief === null)
		return `Het perspectief ${rij.perspectief.trim()} kennen we niet.`;
	if (regel.organisatieNaam && regel.organisatieId === null)
		return 'Deze organisatie kennen we nog niet. De uren zijn nog toe te wijzen.';
	return regel.persoonId === null ? lijktOpWie(rij, kent.personen) : '';
}

function leesRij(rij: Invoerrij, kent: Bekend): Voorbeeldregel {
	const tijden = tijdenVan(rij);
	const mis = rij.naam.trim() === '' ? 'Deze rij heeft geen naam.' : tijden;
	const persoon = persoonBij(rij, kent.personen);
	const regel = {
		naam: rij.naam.trim(),
		persoonId: persoon?.id ?? null,
		organisatieId: organisatieBij(rij.organisatie, kent.organisaties),
		organisatieNaam: rij.organisatie.trim(),
		perspectief: leesPerspectief(rij.perspectief),
		...(typeof tijden === 'string' ? { van: '', tot: '' } : tijden),
	};
	if (typeof mis === 'string') return { ...regel, wat: 'kan niet', zin: mis };
	return { ...regel, wat: staatAl(regel, kent), zin: zinBij(rij, regel, kent) };
}

/** What will happen with each row: the list itself does not change. */
export function leesImport(rijen: readonly Invoerrij[], kent: Bekend): Voorbeeldregel[] {
	const gezien = new Set<string>();
	return rijen.map((rij) => {
		const regel = leesRij(rij, kent);
		if (regel.wat === 'kan niet') return regel;
		const sleutel = sleutelOf(regel);
		if (gezien.has(sleutel)) return { ...regel, wat: 'dubbel in dit bestand' };
		gezien.add(sleutel);
		return regel;
	});
}
