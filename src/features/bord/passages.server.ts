import { and, eq, inArray, isNotNull, isNull, notInArray, or } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { db } from '#server/db/db.ts';
import { removePassages, replacePassages } from '#server/search/passages.ts';
import { passage } from '#server/search/tables.server.ts';
import type { BordBeeld } from './beeld.ts';
import { bordafspraak, bordgroep, bordinzicht } from './beeld.tables.server.ts';
import type { BordRow } from './rows.server.ts';
import { bord, briefje } from './tables.server.ts';

/** Of a bord in the table of passages. */
export const PASSAGE = 'bord';

/** Each text that lies open. Who wrote it is no part of it; what comes and goes most stands first. */
const passagesOf = ({ briefjes, groepen, inzichten, afspraken }: BordBeeld): string[] =>
	[
		...briefjes.map(({ tekst }) => tekst),
		...groepen.map(({ naam }) => naam),
		...inzichten.flatMap(({ tekst, tegen }) => [tekst, tegen]),
		...afspraken.flatMap(({ wat, effect }) => [wat, effect]),
	].filter(Boolean);

/** What of a bord can be found, from how it lies there. */
export const projectPassages = ({ id, werkplaatsId, leeromgevingId }: BordRow, beeld: BordBeeld) =>
	replacePassages(
		{ soort: PASSAGE, objectId: id, werkplaatsId, leeromgevingId },
		passagesOf(beeld),
	);

export const dropPassages = (bordId: string) => removePassages(PASSAGE, bordId);

/** For the list of jobs: a bord that goes with its team leaves no word behind. */
export function removeLostPassages() {
	const there = db().select({ id: bord.id }).from(bord);
	const lost = and(eq(passage.soort, PASSAGE), notInArray(passage.objectId, there));
	const rows = db().selectDistinct({ id: passage.objectId }).from(passage).where(lost).all();
	for (const { id } of rows) dropPassages(id);
}

type Anker = [tekst: string, anker: string];
const ankers = (letter: string, id: string, ...teksten: string[]): Anker[] =>
	teksten.map((tekst) => [tekst, `#${letter}-${id}`]);

/** Of each of these texts on a bord, where it stands on its page. Of two that say the same the first. */
export function ankersOp(bordId: string, teksten: readonly string[]): Map<string, string> {
	const van = (op: SQLiteColumn, ...in_: SQLiteColumn[]) =>
		and(eq(op, bordId), or(...in_.map((kolom) => inArray(kolom, [...teksten]))));
	const ligt = and(isNotNull(briefje.gelegdOp), isNull(briefje.weggehaaldOp));
	const open = and(van(briefje.bordId, briefje.tekst), ligt);
	const briefjes = db().select().from(briefje).where(open).all();
	const groepen = db().select().from(bordgroep).where(van(bordgroep.bordId, bordgroep.naam)).all();
	const { bordId: opInzicht, tekst: voor, tegen: over } = bordinzicht;
	const inzichten = db()
		.select()
		.from(bordinzicht)
		.where(van(opInzicht, voor, over))
		.all();
	const { bordId: opAfspraak, wat: doen, effect: helpt } = bordafspraak;
	const afspraken = db()
		.select()
		.from(bordafspraak)
		.where(van(opAfspraak, doen, helpt))
		.all();
	return new Map(
		[
			...briefjes.flatMap(({ id, tekst }) => ankers('b', id, tekst)),
			...groepen.flatMap(({ id, naam }) => ankers('g', id, naam)),
			...inzichten.flatMap(({ id, tekst, tegen }) => ankers('d', id, tekst, tegen)),
			...afspraken.flatMap(({ id, wat, effect }) => ankers('d', id, wat, effect)),
		].reverse(),
	);
}
