import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { PersoonActor } from '#access/actor.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid, NotFound, TooMany } from '#server/errors.ts';
import { limit, rateLimit } from '#server/limits.ts';
import { newToken } from '#server/session/token.ts';
import { GEEN_NAAM, type BezoekerInput, type TerugInput } from './gast.input.ts';
import { geschrevenMoment } from './geldig.ts';
import {
	gastHashVan,
	isEigen,
	mijnRegel,
	staatVan,
	toegangVan,
	type Bezoeker,
	type CodeStaat,
	type Toegang,
} from './open.server.ts';
import {
	addRegel,
	dagOf,
	deelNu,
	meldPresentie,
	mustBeOpen,
	wijzigRegel,
	type RegelRow,
} from './rows.server.ts';
import { namensVan, snapVan } from './snap.server.ts';
import { presentieregel } from './tables.server.ts';

/** Why nobody comes in by this code now. */
export const WAAROM: Record<Exclude<CodeStaat, 'open'>, string> = {
	onbekend: 'Deze code kennen we niet. Kijk nog eens op het scherm. Het zijn acht cijfers.',
	straks: 'Deze bijeenkomst moet nog komen. Zeg straks dat je er bent.',
	voorbij: 'Deze bijeenkomst is voorbij. Vraag de begeleider om een nieuwe code.',
	vervangen: 'Deze code werkt niet meer. Vraag de begeleider om een nieuwe code.',
};
const VOL = 'De lijst is vol. Vraag de begeleider om je erbij te zetten.';

function mustEnter(token: string, bezoeker: Bezoeker): Toegang {
	const toegang = toegangVan(token, bezoeker);
	const staat = toegang ? staatVan(toegang) : 'onbekend';
	if (!toegang || staat !== 'open')
		throw new Invalid(WAAROM[staat === 'open' ? 'onbekend' : staat]);
	return toegang;
}

function mustHaveRoom({ row }: Toegang) {
	const { gasten } = db()
		.select({ gasten: count() })
		.from(presentieregel)
		.where(
			and(
				eq(presentieregel.bijeenkomstId, row.id),
				isNotNull(presentieregel.gastHash),
				isNull(presentieregel.weggehaaldOp),
			),
		)
		.get()!;
	if (gasten >= limit('gastenPerBijeenkomst')) throw new Invalid(VOL);
}

const regelVan = ({ row }: Toegang, { organisatie, perspectief }: BezoekerInput) => ({
	...namensVan(row.werkplaatsId, organisatie),
	perspectief,
	werkplaatsId: row.werkplaatsId,
	bijeenkomstId: row.id,
	dagdeelId: deelNu(delenOf(row))?.id ?? null,
	status: 'aanwezig' as const,
});

/** Somebody with an account: the own name, and for today what they say to be. */
function addPersoon(toegang: Toegang, input: BezoekerInput, persoon: PersoonActor) {
	const { row } = toegang;
	const { persoonId } = persoon;
	const { naam } = snapVan(row, persoonId, dagOf(row, deelNu(delenOf(row))));
	const regel = regelVan(toegang, input);
	const made = addRegel({ ...regel, persoonId, naam, bron: 'code', door: persoonId });
	if (made.nieuw) return;
	const { organisatieId, organisatieNaam, perspectief } = regel;
	const zelfde = mijnRegel(toegang, { actor: persoon, gast: '' })!;
	wijzigRegel(zelfde, { organisatieId, organisatieNaam, perspectief }, { door: persoonId });
}

function putBack(regel: RegelRow) {
	db()
		.update(presentieregel)
		.set({ weggehaaldOp: null, weggehaaldDoor: null })
		.where(eq(presentieregel.id, regel.id))
		.run();
	meldPresentie(regel.bijeenkomstId);
}

type MetNaam = BezoekerInput & { voornaam: string };

/** One line per phone: who sends the form twice, or comes back to it, stands there once. */
function addGast(toegang: Toegang, input: MetNaam, bezoeker: Bezoeker) {
	const { organisatieId, organisatieNaam, ...regel } = regelVan(toegang, input);
	const naam = input.voornaam;
	const zelfde = mijnRegel(toegang, bezoeker);
	if (zelfde?.weggehaaldOp !== null) mustHaveRoom(toegang);
	if (!zelfde) {
		// two who have no cookie are not one phone
		const gastHash = gastHashVan(bezoeker.gast || newToken(), toegang);
		addRegel({ ...regel, organisatieId, organisatieNaam, naam, bron: 'gast', gastHash });
		return;
	}
	if (zelfde.weggehaaldOp !== null) putBack(zelfde);
	const { perspectief, status } = regel;
	const velden = { naam, organisatieId, organisatieNaam, perspectief, status, tot: '' };
	wijzigRegel(zelfde, velden, { door: null });
}

/** "Ik ben erbij", by code. `address` is where it comes from: one room is often one address. */
export function checkIn(
	token: string,
	input: BezoekerInput,
	bezoeker: Bezoeker & { address: string },
) {
	const rate = rateLimit('gastJoins', bezoeker.address);
	if (!rate.allowed) throw new TooMany(rate.retryAfter);
	db().transaction(() => {
		const toegang = mustEnter(token, bezoeker);
		if (toegang.persoon) return addPersoon(toegang, input, toegang.persoon);
		const { voornaam } = input;
		if (!voornaam) throw new Invalid({ voornaam: GEEN_NAAM });
		addGast(toegang, { ...input, voornaam }, bezoeker);
	});
}

/** What I said here myself, as long as nobody answers for the list. */
function mustBeMine(token: string, bezoeker: Bezoeker): { toegang: Toegang; regel: RegelRow } {
	const toegang = toegangVan(token, bezoeker);
	const regel = toegang && mijnRegel(toegang, bezoeker);
	if (!regel) throw new NotFound();
	mustBeOpen(regel.bijeenkomstId);
	return { toegang, regel };
}

const doorVan = ({ persoon }: Toegang) => persoon?.persoonId ?? null;

/** "Ik ben er toch nog", or "Toch niet". */
export function undoCheckIn(token: string, { wat }: TerugInput, bezoeker: Bezoeker) {
	const { toegang, regel } = mustBeMine(token, bezoeker);
	const door = doorVan(toegang);
	if (regel.weggehaaldOp !== null) return;
	if (wat === 'weg') return wijzigRegel(regel, { tot: '' }, { door });
	if (!isEigen(regel.bron)) throw new NotFound();
	db()
		.update(presentieregel)
		.set({ weggehaaldOp: now(), weggehaaldDoor: door })
		.where(eq(presentieregel.id, regel.id))
		.run();
	meldPresentie(regel.bijeenkomstId);
}

/** "Ik ga eerder weg": from now on it does not count. After the end it changes nothing. */
export function leaveEarly(token: string, bezoeker: Bezoeker) {
	const { toegang, regel } = mustBeMine(token, bezoeker);
	if (regel.weggehaaldOp !== null || regel.tot) return;
	const deel = deelNu(delenOf(toegang.row));
	const [dag, tijd] = geschrevenMoment(now()).split(' ') as [string, string];
	const begin = regel.van || deel?.begin || '';
	if (deel && (dag < deel.dag || (dag === deel.dag && tijd < begin)))
		throw new Invalid('De bijeenkomst is nog niet begonnen.');
	if (deel && (dag > deel.dag || tijd >= deel.eind)) return;
	wijzigRegel(regel, { tot: tijd }, { door: doorVan(toegang) });
}
