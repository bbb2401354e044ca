import { AlignmentType, LevelFormat } from 'docx';

/** How a text looks in a text processor: its own styles, so that who opens it can restyle it. */
export const STYLES = {
	default: {
		document: { run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } } },
		title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 200 } } },
		heading1: {
			run: { size: 30, bold: true },
			paragraph: { spacing: { before: 320, after: 120 } },
		},
		heading2: {
			run: { size: 26, bold: true },
			paragraph: { spacing: { before: 240, after: 100 } },
		},
		heading3: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 200, after: 80 } } },
	},
	paragraphStyles: [
		{ id: 'Kopcel', name: 'Kopcel', basedOn: 'Normal', run: { bold: true } },
		{ id: 'Punt', name: 'Punt', basedOn: 'Normal', paragraph: { indent: { left: 200 } } },
		{
			id: 'Citaat',
			name: 'Citaat',
			basedOn: 'Normal',
			run: { italics: true },
			paragraph: { indent: { left: 480 } },
		},
	],
};

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], start = 1) =>
	Array.from({ length: 9 }, (_, level) => ({
		level,
		format,
		start: level === 0 ? start : 1,
		text: format === LevelFormat.BULLET ? '•' : `%${level + 1}.`,
		alignment: AlignmentType.START,
		style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
	}));

export const bullets = () => levels(LevelFormat.BULLET);
export const numbers = (start: number) => levels(LevelFormat.DECIMAL, start);
