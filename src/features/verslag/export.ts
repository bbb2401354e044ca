/** What a verslag can leave as, and how that is called. */
export const EXPORT_SOORTEN = {
	docx: 'Word (docx)',
	pdf: 'Pdf',
	html: 'Webpagina (html)',
	md: 'Markdown (md)',
} as const;

export type ExportSoort = keyof typeof EXPORT_SOORTEN;

export const isExportSoort = (text: string): text is ExportSoort =>
	Object.hasOwn(EXPORT_SOORTEN, text);
