import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import { leesTijd } from '#features/datum/tijd.ts';
import { lijktOp, voluit } from '#features/persoon/naam.ts';
import { fold } from '#server/search/stem.ts';
import { organisatieBij } from './bak.ts';
import { isNaKomst, WEG_VOOR_KOMST, type Tijden } from './tijden.ts';

/** A row of a list from elsewhere, as it stands there. */
export interface Invoerrij extends Tijden {
	naam: string;
	email: string;
	organisatie: string;
	perspectief: string;
}

type Persoon = Parameters<typeof lijktOp>[0] & { id: string };

interface OpLijst extends Tijden {
	regelId: string;
	/** Is there, and was not only expected or signed off. */
	erbij: boolean;
	persoonId: string | null;
	naam: string;
	organisatieNaam: string;
	perspectief: Perspectief;
}

export interface Bekend {
	personen: readonly Persoon[];
	organisaties: Parameters<typeof organisatieBij>[1];
	/** What stands on the list already. */
	lijst: readonly OpLijst[];
	/** Who a row is about, as somebody chose: by the number of the row. */
	gekozen?: ReadonlyMap<number, string>;
}

export type Gebeurt =
	'erbij' | 'wordt gewijzigd' | 'staat er al' | 'dubbel in dit bestand' | 'kan niet';

/** What will happen with one row, before anything does. */
export interface Voorbeeldregel extends Tijden {
	naam: string;
	persoonId: string | null;
	organisatieId: string | null;
	organisatieNaam: string;
	/** null: it was not said, or in a word that we do not know. */
	perspectief: Perspectief | null;
	/** Which line there is already. */
	regelId: string | null;
	/** Somebody that it may be: to choose, and never taken. */
	lijktOp: { id: string; naam: string } | null;
	wat: Gebeurt;
	/** What one may want to know of it. */
	zin: string;
}

/** A row as it was read, before it is known what will happen. */
type Gelezen = Omit<Voorbeeldregel, 'wat' | 'zin' | 'regelId' | 'lijktOp'>;

const vouw = (tekst: string) => fold(tekst.trim().replace(/\s+/g, ' '));

function leesPerspectief(geschreven: string): Perspectief | null {
	const gelijk = (woord: string) => vouw(woord) === vouw(geschreven);
	const keys = Object.keys(PERSPECTIEVEN) as Perspectief[];
	return keys.find((key) => gelijk(key) || gelijk(PERSPECTIEVEN[key])) ?? null;
}

/** As somebody chose, by e-mail, or by exactly the name when one persoon has it. */
function persoonBij({ naam, email }: Invoerrij, personen: readonly Persoon[], gekozen = '') {
	const chosen = personen.find(({ id }) => id === gekozen);
	if (chosen) return chosen;
	const adres = email.trim().toLowerCase();
	const byMail = adres ? personen.find((p) => p.email.toLowerCase() === adres) : undefined;
	if (byMail) return byMail;
	const named = personen.filter((p) => vouw(voluit(p)) === vouw(naam));
	return named.length === 1 ? named[0] : undefined;
}

/** Somebody with nearly this name; who has one name is like nobody. */
function lijktOpWie({ naam, email }: Invoerrij, personen: readonly Persoon[]) {
	const delen = naam.trim().split(/\s+/);
	const [voornaam = ''] = delen;
	const achternaam = delen.length > 1 ? delen.at(-1)! : '';
	const like = { voornaam, tussenvoegsel: '', achternaam, email: email.trim() };
	const near = personen.find((persoon) => lijktOp(persoon, like));
	return near ? { id: near.id, naam: voluit(near) } : null;
}

/** undefined: what stands there is no time. */
function tijdenVan(rij: Invoerrij): Tijden | undefined {
	const [van, tot] = [rij.van, rij.tot].map((tijd) => (tijd.trim() ? leesTijd(tijd) : ''));
	return van === undefined || tot === undefined ? undefined : { van, tot };
}

/** Why a row cannot go on the list, or empty. A time that the file leaves out stays as it stands. */
function waaromNiet(regel: Gelezen, tijden: Tijden | undefined, er: OpLijst | undefined) {
	if (regel.naam === '') return 'Deze rij heeft geen naam.';
	if (!tijden) return 'Schrijf een tijd, bijvoorbeeld 14.00.';
	const [van, tot] = [tijden.van || (er?.van ?? ''), tijden.tot || (er?.tot ?? '')];
	return isNaKomst({ van, tot }) ? '' : WEG_VOOR_KOMST;
}

const sleutelOf = (rij: { persoonId: string | null; naam: string; organisatieNaam: string }) =>
	rij.persoonId ?? `${vouw(rij.naam)}\n${vouw(rij.organisatieNaam)}`;

const opLijst = (regel: Gelezen, { lijst }: Bekend) =>
	lijst.find((op) => sleutelOf(op) === sleutelOf(regel));

function staatAl(regel: Gelezen, er: OpLijst | undefined): Gebeurt {
	if (!er) return 'erbij';
	const anders = (mine: string | null, theirs: string) => Boolean(mine) && mine !== theirs;
	return !er.erbij ||
		anders(regel.van, er.van) ||
		anders(regel.tot, er.tot) ||
		anders(regel.perspectief, er.perspectief)
		? 'wordt gewijzigd'
		: 'staat er al';
}

function zinBij(rij: Invoerrij, regel: Gelezen, lijktOp: Voorbeeldregel['lijktOp']): string {
	if (rij.perspectief.trim() && regel.perspectief === null)
		return `Het perspectief ${rij.perspectief.trim()} kennen we niet.`;
	if (lijktOp) return `Lijkt op ${lijktOp.naam}. Kies wie het is.`;
	return regel.organisatieNaam && regel.organisatieId === null
		? 'Deze organisatie kennen we nog niet. De uren zijn nog toe te wijzen.'
		: '';
}

function leesRij(rij: Invoerrij, nummer: number, kent: Bekend): Voorbeeldregel {
	const tijden = tijdenVan(rij);
	const persoon = persoonBij(rij, kent.personen, kent.gekozen?.get(nummer));
	const regel: Gelezen = {
		naam: rij.naam.trim(),
		persoonId: persoon?.id ?? null,
		organisatieId: organisatieBij(rij.organisatie, kent.organisaties),
		organisatieNaam: rij.organisatie.trim(),
		perspectief: leesPerspectief(rij.perspectief),
		...(tijden ?? { van: '', tot: '' }),
	};
	const er = opLijst(regel, kent);
	const mis = waaromNiet(regel, tijden, er);
	if (mis) return { ...regel, regelId: null, lijktOp: null, wat: 'kan niet', zin: mis };
	const lijktOp = persoon ? null : lijktOpWie(rij, kent.personen);
	const wat = staatAl(regel, er);
	return { ...regel, regelId: er?.regelId ?? null, lijktOp, wat, zin: zinBij(rij, regel, lijktOp) };
}

/** What will happen with each row: the list itself does not change. */
export function leesImport(rijen: readonly Invoerrij[], kent: Bekend): Voorbeeldregel[] {
	const gezien = new Set<string>();
	return rijen.map((rij, nummer) => {
		const regel = leesRij(rij, nummer, kent);
		if (regel.wat === 'kan niet') return regel;
		const sleutel = sleutelOf(regel);
		if (gezien.has(sleutel)) return { ...regel, wat: 'dubbel in dit bestand' };
		gezien.add(sleutel);
		return regel;
	});
}

const TELT: Record<Gebeurt, [string, string]> = {
	erbij: ['mens komt op de lijst', 'mensen komen op de lijst'],
	'wordt gewijzigd': ['regel wordt gewijzigd', 'regels worden gewijzigd'],
	'staat er al': ['staat er al', 'staan er al'],
	'dubbel in dit bestand': ['regel is dubbel', 'regels zijn dubbel'],
	'kan niet': ['regel kan niet', 'regels kunnen niet'],
};

export const telGebeurt = (regels: readonly Voorbeeldregel[], wat: Gebeurt) =>
	regels.filter((regel) => regel.wat === wat).length;

/** "12 mensen komen op de lijst, 3 staan er al, 1 regel kan niet." */
export function toonVoorbeeld(regels: readonly Voorbeeldregel[]): string {
	const delen = (Object.keys(TELT) as Gebeurt[]).flatMap((wat) => {
		const aantal = telGebeurt(regels, wat);
		const [een, meer] = TELT[wat];
		return aantal > 0 || wat === 'erbij' ? [`${aantal} ${aantal === 1 ? een : meer}`] : [];
	});
	return `${delen.join(', ')}.`;
}
