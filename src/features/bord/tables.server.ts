import { sql } from 'drizzle-orm';
import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex,
	type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import type { Perspectief } from '../../access/actor.ts';
import { bijeenkomstId } from '../bijeenkomst/tables.server.ts';
import type { Fase } from '../bijeenkomst/soort.ts';
import { leeromgeving } from '../leeromgeving/tables.server.ts';
import { leervraag } from '../leervraag/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';
import type { BordSoort, BriefjeSoort } from './soort.ts';

const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** A table with briefjes, of one team. What everybody sees of it is the live document `bord/<id>`. */
export const bord = sqliteTable(
	'bord',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		leeromgevingId: text('leeromgeving_id')
			.notNull()
			.references(() => leeromgeving.id, { onDelete: 'cascade' }),
		leervraagId: text('leervraag_id').references(() => leervraag.id, { onDelete: 'set null' }),
		/** The question on top: "Wie belt er aan, en wanneer?" */
		titel: text('titel').notNull(),
		vraagDelen: text('vraag_delen').notNull().default(''),
		vraagDuiden: text('vraag_duiden').notNull().default(''),
		vraagDoen: text('vraag_doen').notNull().default(''),
		soort: text('soort').$type<BordSoort>().notNull().default('ddd'),
		/** Of one table of a wereldcafé: the bord on which all of them come together. */
		plenairId: text('plenair_id').references((): AnySQLiteColumn => bord.id, {
			onDelete: 'set null',
		}),
		/** Who wrote a briefje stands on it. Chosen before anybody writes: it never shows afterwards. */
		namen: integer('namen', { mode: 'boolean' }).notNull().default(false),
		/** People without account may come to it with a code. */
		gasten: integer('gasten', { mode: 'boolean' }).notNull().default(true),
		door: text('door'),
		createdAt: createdAt(),
		weggehaaldOp: moment('weggehaald_op'),
		weggehaaldDoor: text('weggehaald_door'),
		afgerondOp: moment('afgerond_op'),
		afgerondDoor: text('afgerond_door'),
		...changed,
	},
	(t) => [index('bord_team').on(t.leeromgevingId), index('bord_plenair').on(t.plenairId)],
);

export const bordId = () =>
	text('bord_id')
		.notNull()
		.references(() => bord.id, { onDelete: 'cascade' });

/** One bijeenkomst through three phases, or one bord over three bijeenkomsten, each with its phase. */
export const bordBijeenkomst = sqliteTable(
	'bord_bijeenkomst',
	{
		bordId: bordId(),
		bijeenkomstId: bijeenkomstId(),
		fase: text('fase').$type<Fase>(),
	},
	(t) => [
		primaryKey({ columns: [t.bordId, t.bijeenkomstId] }),
		index('bord_bijeenkomst_van').on(t.bijeenkomstId),
	],
);

/** How it stands at the table now; one row per bord, from its beginning. */
export const bordstand = sqliteTable('bordstand', {
	bordId: bordId().primaryKey(),
	fase: text('fase').$type<Fase>().notNull().default('delen'),
	/** Everybody writes for oneself: what is laid down stays hidden until it is laid open. */
	stil: integer('stil', { mode: 'boolean' }).notNull().default(false),
	/** Nobody lays down or moves but who holds regie. */
	slot: integer('slot', { mode: 'boolean' }).notNull().default(false),
	regieId: text('regie_id').references(() => persoon.id, { onDelete: 'set null' }),
	/** The clock runs until then; or stands still with this many milliseconds left. At most one is filled. */
	klokTot: moment('klok_tot'),
	klokRest: integer('klok_rest'),
	/** Id of the briefje that everybody looks at, or empty. */
	uitlicht: text('uitlicht').notNull().default(''),
	/** The round of dots that is shown; empty when there is none. */
	rondeId: text('ronde_id').notNull().default(''),
	/** Of a bord with tables: on which of them everybody goes on now; empty when each is at its own. */
	naar: text('naar').notNull().default(''),
	/** Of a bord with tables: how often people changed tables, from 1; 0 as long as nobody counts. */
	tafelronde: integer('tafelronde').notNull().default(0),
});

/** An inzicht of a table that was brought to this bord of all: taken away there, it stays away. */
export const tafelinzicht = sqliteTable(
	'tafelinzicht',
	{
		bordId: bordId(),
		/** As it is called on this bord. */
		id: text('id').notNull(),
	},
	(t) => [primaryKey({ columns: [t.bordId, t.id] })],
);

/** A code on the screen, and a QR, by which a gast comes to the table. Both follow from the id. */
export const bordcode = sqliteTable(
	'bordcode',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		bordId: bordId(),
		codeHmac: text('code_hmac').notNull(),
		tokenHash: text('token_hash').notNull().unique(),
		verlooptOp: moment('verloopt_op').notNull(),
		door: text('door'),
		createdAt: createdAt(),
		ingetrokkenOp: moment('ingetrokken_op'),
	},
	(t) => [index('bordcode_hmac').on(t.codeHmac), index('bordcode_van').on(t.bordId)],
);

/** Somebody at this table: of the werkplaats, or a gast who is known by the cookie of this bord alone. */
export const deelnemer = sqliteTable(
	'deelnemer',
	{
		id: id(),
		bordId: bordId(),
		persoonId: text('persoon_id').references(() => persoon.id, { onDelete: 'cascade' }),
		/** Hash of the cookie with the bord in it: the same phone is another gast at another table. */
		gastHash: text('gast_hash').unique(),
		naam: text('naam').notNull(),
		perspectief: text('perspectief').$type<Perspectief>().notNull(),
		/** Said to be ready in this phase. */
		klaarFase: text('klaar_fase').$type<Fase>(),
		handOp: moment('hand_op'),
		/** Went on to another table of the same bord of all: sits there now. */
		vertrokkenOp: moment('vertrokken_op'),
		verwijderdOp: moment('verwijderd_op'),
		verwijderdDoor: text('verwijderd_door'),
		/** When words of theirs were taken back for good, the last time. */
		teruggenomenOp: moment('teruggenomen_op'),
		/** Of the short code by which a gast finds back afterwards what was theirs. */
		terugHmac: text('terug_hmac').unique(),
		createdAt: createdAt(),
		gezienOp: moment('gezien_op'),
	},
	(t) => [uniqueIndex('deelnemer_persoon').on(t.bordId, t.persoonId)],
);

/** What somebody wrote. Hidden it stands here alone; on the table also in the document. */
export const briefje = sqliteTable(
	'briefje',
	{
		/** Made where it is written: sent twice it counts once. */
		id: id(),
		bordId: bordId(),
		werkplaatsId: werkplaatsId(),
		fase: text('fase').$type<Fase>().notNull(),
		soort: text('soort').$type<BriefjeSoort | ''>().notNull().default(''),
		tekst: text('tekst').notNull(),
		/** Of who tells it, as it was then. */
		perspectief: text('perspectief').$type<Perspectief>().notNull(),
		deelnemerId: text('deelnemer_id').references(() => deelnemer.id, { onDelete: 'set null' }),
		/** On the bord of all: id of the table it comes from. It stays when that table is gone. */
		tafelId: text('tafel_id'),
		/** At a table: in which round of changing tables it was written. */
		tafelronde: integer('tafelronde').notNull().default(0),
		/** Written down by this persoon for somebody without a device. */
		namensDoor: text('namens_door').references(() => persoon.id, { onDelete: 'set null' }),
		/** Null: nobody sees it but who wrote it. */
		gelegdOp: moment('gelegd_op'),
		/** In which order it came on the table; null as long as it is hidden. */
		nr: integer('nr'),
		weggehaaldOp: moment('weggehaald_op'),
		weggehaaldDoor: text('weggehaald_door').$type<'zelf' | 'regie'>(),
		createdAt: createdAt(),
		...changed,
	},
	(t) => [
		index('briefje_van').on(t.bordId, t.fase),
		index('briefje_deelnemer').on(t.deelnemerId),
		uniqueIndex('briefje_nr').on(t.bordId, t.nr),
	],
);

/** A round of dots: open, closed, and with its outcome on the table. */
export const stipronde = sqliteTable(
	'stipronde',
	{
		id: id(),
		bordId: bordId(),
		/** Dots per deelnemer. */
		budget: integer('budget').notNull().default(3),
		/** Also afterwards nobody learns who gave which. */
		geheim: integer('geheim', { mode: 'boolean' }).notNull().default(true),
		begonnenOp: moment('begonnen_op').notNull(),
		geslotenOp: moment('gesloten_op'),
		uitslagOp: moment('uitslag_op'),
		door: text('door'),
	},
	(t) => [
		index('stipronde_van').on(t.bordId),
		uniqueIndex('stipronde_open')
			.on(t.bordId)
			.where(sql`${t.geslotenOp} is null`),
	],
);

const rondeId = () =>
	text('ronde_id')
		.notNull()
		.references(() => stipronde.id, { onDelete: 'cascade' });

/** How many dots somebody gives a group in this round; where a story is chosen that briefje, and why. */
export const stip = sqliteTable(
	'stip',
	{
		rondeId: rondeId(),
		deelnemerId: text('deelnemer_id')
			.notNull()
			.references(() => deelnemer.id, { onDelete: 'cascade' }),
		groepId: text('groep_id').notNull(),
		aantal: integer('aantal').notNull(),
		reden: text('reden').notNull().default(''),
	},
	(t) => [primaryKey({ columns: [t.rondeId, t.deelnemerId, t.groepId] })],
);

/** Dots on paper or of raised hands, counted in the room. */
export const stipnamens = sqliteTable(
	'stipnamens',
	{
		id: id(),
		rondeId: rondeId(),
		groepId: text('groep_id').notNull(),
		aantal: integer('aantal').notNull(),
		reden: text('reden').notNull().default(''),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [index('stipnamens_van').on(t.rondeId)],
);
