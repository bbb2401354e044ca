import { crc32 } from 'node:zlib';

/** For tests: the smallest file that a spreadsheet program would call its own. */

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function cel(waarde: string | number, kolom: number, rij: number): string {
	const waar = `r="${String.fromCodePoint(65 + kolom)}${rij + 1}"`;
	return typeof waarde === 'number'
		? `<c ${waar}><v>${waarde}</v></c>`
		: `<c ${waar} t="inlineStr"><is><t xml:space="preserve">${escaped(waarde)}</t></is></c>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const delen = (rijen: readonly (readonly (string | number)[])[]): [string, string][] => [
	[
		'[Content_Types].xml',
		`${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
	],
	[
		'_rels/.rels',
		`${XML}<Relationships xmlns="${RELS}"><Relationship Id="r1" Type="${DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	],
	[
		'xl/workbook.xml',
		`${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><sheets><sheet name="Presentie" sheetId="1" r:id="r1"/></sheets></workbook>`,
	],
	[
		'xl/_rels/workbook.xml.rels',
		`${XML}<Relationships xmlns="${RELS}"><Relationship Id="r1" Type="${DOC}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
	],
	[
		'xl/worksheets/sheet1.xml',
		`${XML}<worksheet xmlns="${MAIN}"><sheetData>${rijen
			.map((rij, r) => `<row r="${r + 1}">${rij.map((w, k) => cel(w, k, r)).join('')}</row>`)
			.join('')}</sheetData></worksheet>`,
	],
];

/** Entries as they are, without packing them: name, sizes and check sum, twice. */
function entry(name: Buffer, data: Buffer, at: number) {
	const fields = Buffer.alloc(26);
	fields.writeUInt16LE(20, 0);
	fields.writeUInt32LE(crc32(data), 10);
	fields.writeUInt32LE(data.length, 14);
	fields.writeUInt32LE(data.length, 18);
	fields.writeUInt16LE(name.length, 22);
	const place = Buffer.alloc(14);
	place.writeUInt32LE(at, 10);
	return {
		local: Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, data]),
		central: Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, name]),
	};
}

export function xlsx(rijen: readonly (readonly (string | number)[])[]): Buffer<ArrayBuffer> {
	const locals: Buffer[] = [];
	const centrals: Buffer[] = [];
	let at = 0;
	for (const [name, text] of delen(rijen)) {
		const { local, central } = entry(Buffer.from(name), Buffer.from(text), at);
		locals.push(local);
		centrals.push(central);
		at += local.length;
	}
	const central = Buffer.concat(centrals);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(centrals.length, 8);
	end.writeUInt16LE(centrals.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...locals, central, end]);
}
