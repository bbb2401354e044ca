import { join } from 'node:path';
import Database from 'better-sqlite3';
import { axe, expect, fitsWidth, follow, linkTo, PHONE, test, type Server } from './fixtures.ts';
import { goToEndOf, noticeOn, openVerslag, savedIn, textIn } from './samen.ts';

/** A disk that lies: what stands there of this verslag is no verslag any more. */
async function breaks(server: Server, path: string, { versies }: { versies: boolean }) {
	await server.stop('SIGKILL');
	const id = path.split('/').at(-1)!;
	const db = new Database(join(server.dataDir, 'data.db'));
	db.prepare('delete from document_snapshot where name = ?').run(`verslag/${id}`);
	db.prepare("update document_update set data = x'00ff' where name = ?").run(`verslag/${id}`);
	if (!versies) db.prepare('delete from versie where bijeenkomst_id = ?').run(id);
	db.close();
	await server.start();
}

test('een verslag dat stuk is, komt terug uit een versie, en de rest gaat door', async ({
	iemand,
	server,
}) => {
	const hanneke = await iemand('hanneke');
	const path = await openVerslag(hanneke);
	const joke = await iemand('joke', PHONE);
	await openVerslag(joke, path);
	const whole = await textIn(hanneke);
	await breaks(server, path, { versies: true });
	const melding = 'Dit document kan niet worden geopend.';

	await test.step('wie het open had, ziet de tekst nog, en komt verder', async () => {
		for (const page of [hanneke, joke]) {
			await expect(noticeOn(page)).toContainText(melding, { timeout: 40_000 });
			expect(await textIn(page)).toBe(whole);
		}
		await fitsWidth(joke);
		await axe(joke);
		await joke.getByRole('button', { name: 'Laad opnieuw' }).click();
		await expect(joke).toHaveURL(/\/versies$/);
	});

	await test.step('er staat wat je kunt doen', async () => {
		await expect(joke.getByText('Bekijk de nieuwste versie en zet haar terug.')).toBeVisible();
		for (const name of ['Bewaar hoe het nu is', 'Sjablonen'])
			await expect(joke.getByRole('heading', { name })).toHaveCount(0);
		await fitsWidth(joke);
		await axe(joke);
	});

	await test.step('een ander verslag merkt er niets van', async () => {
		await hanneke.goto('/bijeenkomsten');
		await follow(linkTo(hanneke, 'Bijeenkomst 8: De tweede brief'));
		await expect(savedIn(hanneke)).toHaveText('Opgeslagen');
	});

	await test.step('een versie terug, en iedereen schrijft verder', async () => {
		await follow(joke.locator('a.versie').first());
		// with what there is now nothing can be compared, by an old address neither
		await expect(joke.getByRole('link', { name: 'Wat veranderde er sindsdien?' })).toHaveCount(0);
		await joke.goto(`${joke.url()}?bekijk=nu`);
		await expect(joke.locator('[aria-current=page]')).toHaveText('Wat veranderde er toen?');
		await fitsWidth(joke);
		await axe(joke);
		await joke.getByRole('button', { name: 'Zet deze versie terug' }).click();
		await expect(savedIn(joke)).toHaveText('Opgeslagen');
		expect(await textIn(joke)).toContain('Joke vertelt over haar buurvrouw');
		await openVerslag(hanneke, path);
		await goToEndOf(joke, 'Niet uit onwil');
		await joke.keyboard.type(' Gelukkig.');
		await expect.poll(() => textIn(hanneke)).toContain('van de envelop. Gelukkig.');
	});

	await test.step('zonder versie wordt er geen beloofd', async () => {
		await breaks(server, path, { versies: false });
		await hanneke.goto(path);
		await expect(hanneke).toHaveURL(/\/versies$/);
		await expect(hanneke.getByText('Vraag de beheerder om een reservekopie.')).toBeVisible();
		await expect(hanneke.getByText('Nog geen eerdere versies.')).toHaveCount(0);
		await axe(hanneke);
	});
});
