import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db } from '#server/db/db.ts';
import { mustSit } from './deelnemer.rows.server.ts';
import { wisGastnamen } from './gast.jobs.server.ts';
import { bordRow } from './rows.server.ts';
import { deelnemer } from './tables.server.ts';
import { tafelWereld, type TafelWereld } from './test-tafel.ts';

let w: TafelWereld;
beforeEach(() => {
	w = tafelWereld();
	w.gast('Fatima');
	mustSit(w.lid, bordRow(w.bordId)!);
});

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
const namen = () =>
	db()
		.select({ naam: deelnemer.naam })
		.from(deelnemer)
		.all()
		.map(({ naam }) => naam);
const kwam = (days: number) =>
	db()
		.update(deelnemer)
		.set({ gezienOp: daysAgo(days) })
		.run();

test('what a gast was called is forgotten after a month, and not before', () => {
	const [lid] = namen().filter((naam) => naam !== 'Fatima');
	kwam(29);
	wisGastnamen();
	expect(namen().toSorted()).toEqual(['Fatima', lid].toSorted());
	kwam(31);
	wisGastnamen();
	expect(namen().toSorted()).toEqual(['Gast', lid].toSorted());
	expect(db().select().from(deelnemer).where(eq(deelnemer.naam, 'Gast')).get()!.perspectief).toBe(
		'bewoner',
	);
});

test('where names stand on the briefjes they stay, and so does a gast who became a colleague', () => {
	w.wijzig({ namen: true });
	kwam(31);
	wisGastnamen();
	expect(namen()).toContain('Fatima');
	w.wijzig({ namen: false });
	db()
		.update(deelnemer)
		.set({ persoonId: w.student.persoonId })
		.where(eq(deelnemer.naam, 'Fatima'))
		.run();
	wisGastnamen();
	expect(namen()).toContain('Fatima');
});
