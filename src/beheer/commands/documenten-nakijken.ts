import { db } from '#server/db/db.ts';
import { checkDocuments, type CheckedDocument } from '#sync/server/check-documents.ts';
import type { Command } from '../command.ts';

export const documentenNakijken: Command = {
	usage: '',
	summary: 'Opent elk live document zoals bij het starten en noemt wat niet te openen is.',
	run: async () => {
		const checked = await checkDocuments(db().$client);
		return {
			lines: documentLines(checked),
			data: checked,
			exitCode: checked.some(({ state }) => state !== 'good') ? 1 : 0,
		};
	},
};

/** One line for all that is well, one for each that is not. */
export function documentLines(checked: readonly CheckedDocument[]): string[] {
	const good = checked.filter(({ state }) => state === 'good');
	return [
		`${good.length} van ${checked.length} live documenten zijn gaaf.`,
		...checked
			.filter(({ state }) => state !== 'good')
			.map(({ name, state }) =>
				state === 'older'
					? `  ${name}: de laatste momentopname is beschadigd; alles is er nog uit de vorige en het logboek`
					: `  ${name}: kan niet worden geopend; zet een versie of een reservekopie terug`,
			),
	];
}
