/** What a verslag can leave as. */
export const EXPORT_SOORTEN = {
	docx: {
		label: 'Word (docx)',
		type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	},
	pdf: { label: 'Pdf', type: 'application/pdf' },
	html: { label: 'Webpagina (html)', type: 'text/html; charset=utf-8' },
	md: { label: 'Markdown (md)', type: 'text/markdown; charset=utf-8' },
} as const;

export type ExportSoort = keyof typeof EXPORT_SOORTEN;

export const isExportSoort = (text: string): text is ExportSoort =>
	Object.hasOwn(EXPORT_SOORTEN, text);
