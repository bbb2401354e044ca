/** What a bord can leave as. */
export const BORD_UITVOER = {
	docx: {
		label: 'Word (docx)',
		type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	},
	pdf: { label: 'Pdf', type: 'application/pdf' },
	csv: { label: 'Tabel (csv)', type: 'text/csv; charset=utf-8' },
	md: { label: 'Markdown (md)', type: 'text/markdown; charset=utf-8' },
	json: { label: 'Voor een ander programma (json)', type: 'application/json' },
} as const;

export type BordUitvoer = keyof typeof BORD_UITVOER;

export const isBordUitvoer = (text: string): text is BordUitvoer =>
	Object.hasOwn(BORD_UITVOER, text);
