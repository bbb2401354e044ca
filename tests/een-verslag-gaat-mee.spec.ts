import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import mammoth from 'mammoth';
import sharp from 'sharp';
import { plan } from './bijeenkomst.ts';
import { axe, expect, fitsWidth, PHONE, test } from './fixtures.ts';
import {
	copy,
	expectSelected,
	goToEndOf,
	openVerslag,
	paste,
	savedIn,
	textIn,
	textOf,
} from './samen.ts';

/** A verslag leaves as a file that others can open, and a file of others comes in as text. */

const ZIN = 'Een zin die mee moet.';

/** The bytes and the name of what a link saves. */
async function save(page: Page, link: string) {
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: link }).click();
	const file = await download;
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('mee naar buiten als docx, pdf, html en Markdown, met wat is afgesproken', async ({
	iemand,
}) => {
	const hanneke = await iemand('hanneke');
	await openVerslag(hanneke);
	await goToEndOf(hanneke, 'Joke vertelt over haar buurvrouw');
	await hanneke.keyboard.type(` ${ZIN}`);
	await expect(savedIn(hanneke)).toHaveText('Opgeslagen');

	const docx = await save(hanneke, 'Word (docx)');
	expect(docx.name).toBe('bijeenkomst-7-de-eerste-brief.docx');
	const { value } = await mammoth.extractRawText({ buffer: docx.bytes });
	for (const part of [ZIN, 'Samenspel tussen informeel en formeel', 'Concept', 'Acties'])
		expect(value).toContain(part);

	const html = (await save(hanneke, 'Webpagina (html)')).bytes.toString();
	expect(html).toContain(ZIN);
	expect(html).toContain('<html lang="nl">');
	expect((await save(hanneke, 'Markdown (md)')).bytes.toString()).toContain(ZIN);

	const pdf = await save(hanneke, 'Pdf');
	expect(pdf.name).toBe('bijeenkomst-7-de-eerste-brief.pdf');
	expect(pdf.bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
});

test('met wie er was, alleen voor wie de lijst mag meenemen en dat vraagt', async ({ iemand }) => {
	const hanneke = await iemand('hanneke', PHONE);
	const path = await openVerslag(hanneke);
	await hanneke.getByRole('button', { name: 'Meer', exact: true }).click();
	const zonder = (await save(hanneke, 'Markdown (md)')).bytes.toString();
	expect(zonder).toMatch(/^- Aanwezig: 9 mensen, volgens de presentielijst$/m);

	const keuze = hanneke.getByRole('checkbox', { name: 'Met de namen van wie er was' });
	await expect(keuze).toHaveAccessibleDescription('Alleen als de groep dat goed vindt.');
	await keuze.check();
	await axe(hanneke);
	await fitsWidth(hanneke);
	const met = (await save(hanneke, 'Markdown (md)')).bytes.toString();
	expect(met).toMatch(/^- Aanwezig: 9 mensen, volgens de presentielijst: .*Hanneke .+ en /m);

	const tygo = await iemand('tygo');
	await tygo.goto(path);
	await expect(tygo.getByRole('link', { name: 'Markdown (md)' })).toBeVisible();
	await expect(tygo.getByRole('checkbox', { name: 'Met de namen van wie er was' })).toHaveCount(0);
	expect((await tygo.request.get(`${path}/export/md?namen`)).status()).toBe(403);
});

test('wie te vaak vraagt, of niet meer is ingelogd, leest waarom er geen bestand komt', async ({
	iemand,
}) => {
	const joke = await iemand('joke');
	const path = await openVerslag(joke);
	const gezegd = joke.getByRole('status').filter({ hasText: 'Even rustig aan.' });
	await expect(async () => {
		let status = 0;
		while (status !== 429) status = (await joke.request.get(`${path}/export/md`)).status();
		await joke.getByRole('link', { name: 'Word (docx)' }).click();
		await expect(gezegd).toHaveText(/^Even rustig aan. Probeer het over \d+ seconden opnieuw.$/);
	}).toPass();
	await axe(joke);

	await joke.context().clearCookies();
	await joke.getByRole('link', { name: 'Pdf' }).click();
	await expect(
		joke.getByRole('status').filter({ hasText: 'Je was een tijd weg. Log opnieuw in.' }),
	).toBeVisible();
});

test('zonder JavaScript brengt de link zelf het bestand', async ({ iemand }) => {
	const path = await openVerslag(await iemand('sanne'));
	const sanne = await iemand('sanne', { javaScriptEnabled: false });
	await sanne.goto(path);
	const docx = await save(sanne, 'Word (docx)');
	expect(docx.name).toBe('bijeenkomst-7-de-eerste-brief.docx');
	await expect(sanne.getByRole('checkbox', { name: 'Met de namen van wie er was' })).toBeHidden();
});

test('naar binnen uit Markdown en Word, en een zin voor wat geen van beide is', async ({
	iemand,
}) => {
	const sanne = await iemand('sanne');
	await openVerslag(sanne);
	await goToEndOf(sanne, 'Joke vertelt over haar buurvrouw');
	const input = sanne.getByLabel('Bestand met tekst');
	const choose = (name: string, text: string | Buffer) =>
		input.setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });

	await choose('aantekeningen.md', '## Meegebracht\n\n- een **vet** punt\n\n<script>1</script>\n');
	await expect(
		sanne.getByText('De tekst van aantekeningen.md staat in het verslag.'),
	).toBeVisible();
	await expect(textOf(sanne).getByRole('heading', { name: 'Meegebracht' })).toBeVisible();
	await expect(textOf(sanne).locator('li strong', { hasText: 'vet' })).toBeVisible();

	const uit = await sanne.request.get(`${new URL(sanne.url()).pathname}/export/docx`);
	await choose('terug.docx', await uit.body());
	await expect(sanne.getByText('De tekst van terug.docx staat in het verslag.')).toBeVisible();
	await expect(
		textOf(sanne).getByRole('heading', { name: 'Bijeenkomst 7: De eerste brief' }),
	).toBeVisible();

	await choose('vakantie.docx', 'PK geen Word');
	await expect(sanne.getByRole('alert').filter({ hasText: 'geen Word-' })).toBeVisible();
	await axe(sanne);
	await expect(savedIn(sanne)).toHaveText('Opgeslagen');
});

test('wat niet past of niet mag, komt ook niet half binnen', async ({ iemand }) => {
	const sanne = await iemand('sanne');
	const path = await openVerslag(sanne);
	await goToEndOf(sanne, 'Joke vertelt over haar buurvrouw');
	const before = await textIn(sanne);
	const choose = (text: string) =>
		sanne
			.getByLabel('Bestand met tekst')
			.setInputFiles({ name: 'lang.md', mimeType: '', buffer: Buffer.from(text) });
	const refused = async (sentence: string) => {
		await expect(sanne.getByText(sentence)).toBeVisible();
		await expect(sanne.getByText('staat in het verslag.')).toHaveCount(0);
		expect(await textIn(sanne)).toBe(before);
	};

	await test.step('een bestand met meer tekst dan er in één keer bij kan', async () => {
		await choose('Een regel van een heel lang stuk.\n\n'.repeat(10_000));
		await refused('In dit bestand staat te veel tekst. Maak er kleinere bestanden van.');
		await axe(sanne);
	});

	const stelVoor = sanne.getByRole('switch', { name: 'Voorstellen in plaats van schrijven' });
	await test.step('een bestand van wie voorstellen doet', async () => {
		await stelVoor.check();
		await choose('## Meegebracht');
		await refused('Je doet nu voorstellen. Zet dat eerst uit. Er kwam niets bij.');
		await stelVoor.uncheck();
	});

	await test.step('een bestand dat gelezen werd toen schrijven niet meer mocht', async () => {
		await sanne.evaluate(() => {
			const { arrayBuffer } = File.prototype;
			const ja = new Promise((open) => addEventListener('lees-verder', open, { once: true }));
			File.prototype.arrayBuffer = function () {
				return ja.then(() => arrayBuffer.call(this));
			};
		});
		await choose('## Meegebracht');
		await expect(sanne.getByText('Bezig met lezen')).toBeVisible();
		const hanneke = await iemand('hanneke');
		await openVerslag(hanneke, path);
		await hanneke.getByRole('button', { name: 'Zet ter controle' }).click();
		await expect(sanne.getByText('Dit verslag ligt ter controle.')).toBeVisible();
		// a whole text is no proposal: who may only propose is not offered it
		await expect(sanne.getByRole('button', { name: /^Kies een bestand/ })).toHaveCount(0);
		await sanne.evaluate(() => void dispatchEvent(new Event('lees-verder')));
		await refused('Je kunt hier nu alleen voorstellen doen. Er kwam niets bij.');
		await hanneke.getByRole('button', { name: 'Maak er weer een concept van' }).click();
		await expect(sanne.getByRole('button', { name: 'Kies een bestand' })).toBeVisible();
	});
});

test('een foto komt in de tekst, zonder waar hij genomen is', async ({ iemand }) => {
	const sanne = await iemand('sanne');
	const path = await openVerslag(sanne);
	const create = { width: 640, height: 480, channels: 3 as const, background: '#12523d' };
	const foto = await sharp({ create })
		.jpeg()
		.withExif({ IFD0: { Make: 'KANARIE' } })
		.toBuffer();
	const answer = await sanne.request.post(`${path}/afbeeldingen`, {
		data: foto,
		headers: { 'content-type': 'application/octet-stream', origin: new URL(sanne.url()).origin },
	});
	expect(answer.status()).toBe(201);
	const { id, breedte } = (await answer.json()) as { id: string; breedte: number };
	expect(breedte).toBe(640);
	const shown = await sanne.request.get(`/afbeeldingen/${id}`);
	expect(shown.headers()).toMatchObject({
		'content-type': 'image/webp',
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
	});
	expect((await shown.body()).includes('KANARIE')).toBe(false);

	const svg = await sanne.request.post(`${path}/afbeeldingen`, {
		data: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
		headers: { 'content-type': 'image/png', origin: new URL(sanne.url()).origin },
	});
	expect(svg.status()).toBe(415);
	expect(await svg.json()).toEqual({ zin: 'Alleen PNG, JPG, WebP of PDF tot 10 MB.' });

	const elders = await iemand('ineke');
	expect((await elders.request.get(`/afbeeldingen/${id}`)).status()).toBe(404);
	expect((await elders.request.get(`${path}/export/pdf`)).status()).toBe(404);
});

test('een foto uit een ander verslag komt er opnieuw bij, en een eigen foto niet', async ({
	iemand,
}) => {
	const hanneke = await iemand('hanneke');
	await openVerslag(hanneke);
	const foto = textOf(hanneke).locator('figure.afbeelding');
	const idOf = async () => (await foto.locator('img').getAttribute('src'))!.split('/').at(-1)!;
	const isShown = () => foto.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth);
	const kept: string[] = [];
	hanneke.on('request', (request) => {
		if (request.method() === 'POST' && request.url().endsWith('/afbeeldingen'))
			kept.push(request.url());
	});
	const wholeText = async () => {
		await textOf(hanneke).press('ControlOrMeta+a');
		await expectSelected(hanneke, /ziet niemand/);
	};

	const create = { width: 320, height: 240, channels: 3 as const, background: '#12523d' };
	const buffer = await sharp({ create }).png().toBuffer();
	await goToEndOf(hanneke, 'Ruben vertelt wat de gemeente weet');
	await hanneke
		.getByLabel('Kies een afbeelding')
		.setInputFiles({ name: 'plein.png', mimeType: 'image/png', buffer });
	await foto.getByLabel('Wat is er te zien?').fill('Het plein');
	await foto.getByLabel('Wat is er te zien?').press('Tab');
	await expect(foto.getByRole('img', { name: 'Het plein' })).toBeVisible();
	const eerst = await idOf();
	await wholeText();
	const copied = await copy(hanneke);
	await expect(savedIn(hanneke)).toHaveText('Opgeslagen');

	const path = await plan(hanneke, 'Bijeenkomst 8');
	await hanneke.getByRole('button', { name: 'Begin met schrijven' }).click();
	await expect(textOf(hanneke)).toBeFocused();
	await test.step('uit een ander verslag is het een andere, op dezelfde plek', async () => {
		await paste(hanneke, copied);
		await expect(foto.getByRole('img', { name: 'Het plein' })).toBeVisible();
		await expect.poll(isShown).toBe(320);
		expect(await idOf()).not.toBe(eerst);
		expect(kept).toHaveLength(2);
		const voor = textOf(hanneke).locator('p:has(+ figure.afbeelding)');
		await expect(voor).toContainText('ziet niemand');
		await axe(hanneke);
		await expect(savedIn(hanneke)).toHaveText('Opgeslagen');
		const html = await hanneke.request.get(`${path}/export/html`);
		expect(await html.text()).toContain('data:image');
	});

	await test.step('in dit verslag blijft het dezelfde, geknipt en teruggezet', async () => {
		const nu = await idOf();
		await wholeText();
		const cut = await copy(hanneke, 'cut');
		await expect(foto).toHaveCount(0);
		await paste(hanneke, cut);
		await expect(foto).toHaveCount(1);
		expect(await idOf()).toBe(nu);
		await wholeText();
		await copy(hanneke, 'cut');
		await expect(foto).toHaveCount(0);
		await hanneke.keyboard.press('ControlOrMeta+z');
		await expect(foto).toHaveCount(1);
		expect(await idOf()).toBe(nu);
		expect(kept).toHaveLength(2);
	});

	await test.step('wie hem niet mag zien krijgt een zin, en de woorden', async () => {
		await goToEndOf(hanneke, 'Ruben vertelt wat de gemeente weet');
		const html = `<p>Woorden erbij.</p><img data-id="${'a'.repeat(20)}" alt=""><p>Slot.</p>`;
		await paste(hanneke, { 'text/html': html, 'text/plain': 'Woorden erbij.' });
		await expect(
			hanneke.getByText('Je kunt de afbeelding in het andere verslag niet zien.'),
		).toBeVisible();
		await expect.poll(() => textIn(hanneke)).toMatch(/Woorden erbij\.\nSlot\./);
		await expect(foto).toHaveCount(1);
		await axe(hanneke);
	});
});
