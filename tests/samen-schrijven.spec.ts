import type { Page } from '@playwright/test';
import { axe, dutch, expect, fitsWidth, logIn, PHONE, test } from './fixtures.ts';
import {
	blocksIn,
	countOf,
	expectSame,
	expectSelected,
	goToEndOf,
	noticeOn,
	openVerslag,
	savedIn,
	textIn,
	textOf,
} from './samen.ts';

/** AC-14: a whole table writes in one verslag, one of them on a phone. */

test('drie mensen schrijven samen, een op een telefoon, en een vierde schuift later aan', async ({
	iemand,
	server,
}) => {
	test.setTimeout(240_000);
	const hanneke = await iemand('hanneke');
	const path = await openVerslag(hanneke);
	const [sanne, joke] = await Promise.all([iemand('sanne'), iemand('joke', PHONE)]);
	await Promise.all([openVerslag(sanne, path), openVerslag(joke, path)]);

	await test.step('ieder ziet wie er is', async () => {
		const aanwezig = hanneke.locator('.aanwezig');
		await expect(aanwezig.locator('summary')).toContainText('Nu in het verslag:');
		await aanwezig.locator('summary').click();
		const mensen = aanwezig.locator('li');
		await expect(mensen).toHaveCount(2);
		for (const naam of ['Sanne de Wit', 'Joke van Dalen'])
			await expect(mensen.filter({ hasText: naam })).toBeVisible();
		await axe(hanneke);
		await hanneke.keyboard.press('Escape');
		await expect(aanwezig).not.toHaveAttribute('open');
	});

	await test.step('alle drie typen tegelijk, in hetzelfde stuk', async () => {
		await goToEndOf(hanneke, 'Joke vertelt over haar buurvrouw');
		await goToEndOf(sanne, 'Joke vertelt over haar buurvrouw');
		await goToEndOf(joke, 'Ruben vertelt wat de gemeente weet');
		await Promise.all([
			hanneke.keyboard.type(' Hanneke vult dit aan.', { delay: 30 }),
			sanne.keyboard.type(' Sanne was erbij.', { delay: 40 }),
			joke.keyboard.type(' Joke herkent het.', { delay: 50 }),
			// a moment later nobody is
			expect(hanneke.getByText(/(is|zijn) bezig met typen/).first()).toBeVisible(),
		]);
	});

	await test.step('carets met namen zijn te zien', async () => {
		await goToEndOf(sanne, 'Wat zien we samen?');
		await expect(hanneke.locator('.live-caret .live-naam', { hasText: 'Sanne' })).toBeVisible();
		// and the list of who is here says where
		const sanneIs = hanneke.locator('.aanwezig li').filter({ hasText: 'Sanne de Wit' });
		await expect(sanneIs).toContainText('schrijft bij Wat zien we samen?');
	});

	await test.step('alle tekst staat er bij iedereen', async () => {
		for (const page of [hanneke, sanne, joke]) {
			await expect(savedIn(page)).toHaveText('Opgeslagen');
			for (const words of ['Joke herkent het.', 'gemeente weet'])
				await expect.poll(() => countOf(page, words)).toBe(1);
		}
		// typed into each other, no letter is lost or double
		const letters = (text: string) => [...text].sort().join('');
		const typed = ' Hanneke vult dit aan. Sanne was erbij.';
		const before = 'Joke vertelt over haar buurvrouw. Zij kreeg zes brieven in drie maanden';
		const after = ' en maakte er geen één open.';
		const paragraph = async () =>
			(await blocksIn(hanneke)).find((block) => block.startsWith('Joke vertelt')) ?? '';
		await expect.poll(async () => letters(await paragraph())).toBe(letters(before + after + typed));
		await expectSame([hanneke, sanne, joke]);
	});

	await test.step('op de telefoon past alles, ook wie er zijn', async () => {
		await joke.locator('.aanwezig summary').click();
		await expect(joke.getByText('Hanneke Terpstra').last()).toBeInViewport({ ratio: 1 });
		await fitsWidth(joke);
		await axe(joke);
	});

	const whole = await textIn(hanneke);
	await test.step('een vierde komt later en ziet alles, zonder te herladen', async () => {
		const tygo = await iemand('tygo');
		await openVerslag(tygo, path);
		await expect.poll(() => textIn(tygo)).toBe(whole);
		await goToEndOf(tygo, 'Ruben vertelt wat de gemeente weet');
		await tygo.keyboard.type(' Tygo las mee.');
		await expect.poll(() => countOf(joke, 'Tygo las mee.')).toBe(1);
		await tygo.context().close();
		await expect(hanneke.locator('.aanwezig .avatars .avatar')).toHaveCount(2);
	});

	await test.step('na een herstart van de server gaat het door, met dezelfde tekst', async () => {
		await expect(savedIn(sanne)).toHaveText('Opgeslagen');
		const last = await textIn(sanne);
		await server.stop('SIGKILL');
		await server.start();
		await goToEndOf(sanne, 'Wat zien we samen?');
		await sanne.keyboard.type(' Na de herstart.');
		await expect(savedIn(sanne)).toHaveText('Opgeslagen', { timeout: 40_000 });
		await expect.poll(() => countOf(hanneke, 'Na de herstart.'), { timeout: 40_000 }).toBe(1);
		await expect.poll(() => textIn(hanneke)).toBe(last.replace('samen?', 'samen? Na de herstart.'));
		await hanneke.reload();
		await expect.poll(() => countOf(hanneke, 'Na de herstart.')).toBe(1);
	});
});

test('wie ergens gaat staan, blijft daar, ook waar een ander staat of typt', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const path = await openVerslag(hanneke);
	const sanne = await iemand('sanne');
	await openVerslag(sanne, path);
	const JOKE = 'Joke vertelt over haar buurvrouw';
	const RUBEN = 'Ruben vertelt wat de gemeente weet';
	const paragraph = (words: string) => textOf(sanne).locator('p').filter({ hasText: words });
	const flagIn = (words: string) => paragraph(words).locator('.live-caret');
	const lineOf = async (words: string) =>
		(await blocksIn(sanne)).find((block) => block.startsWith(words)) ?? '';

	await test.step('achter de woorden, en op de naam van wie daar al staat', async () => {
		await goToEndOf(hanneke, JOKE);
		await expect(flagIn(JOKE)).toBeVisible();
		const { x, y, width, height } = (await paragraph(JOKE).boundingBox())!;
		await sanne.mouse.click(x + width - 2, y + height - 6);
		await sanne.keyboard.type(' Ja.');
		await expect.poll(() => lineOf(JOKE)).toMatch(/ Ja\.$/);
		// who stood right before it is still there, also before anything comes from elsewhere
		const behind = () => flagIn(JOKE).evaluate((flag) => flag.nextSibling?.textContent);
		await expect.poll(behind).toBe(' Ja.');
		// the name hangs over the line above
		const name = (await flagIn(JOKE).locator('.live-naam').boundingBox())!;
		await sanne.mouse.click(name.x + name.width / 2, name.y + name.height / 2);
		await sanne.keyboard.type('#');
		await expect.poll(() => textIn(sanne)).toMatch(/^J.+#.+ Ja\.$/m);
		await sanne.keyboard.press('Backspace');
	});

	await test.step('de naam gaat weg, en komt terug onder de muis', async () => {
		await expect(flagIn(JOKE)).toHaveClass(/is-rust/);
		const flag = (await flagIn(JOKE).boundingBox())!;
		await sanne.mouse.move(flag.x + 3, flag.y + flag.height / 2);
		await expect(flagIn(JOKE)).not.toHaveClass(/is-rust/);
		await sanne.keyboard.press('Escape');
		await expect(flagIn(JOKE)).toHaveClass(/is-rust/);
		await sanne.mouse.move(flag.x + 2, flag.y + flag.height / 2);
		await expect(flagIn(JOKE)).not.toHaveClass(/is-rust/);
	});

	await test.step('en blijft daar zolang die er is', async () => {
		const joke = await iemand('joke');
		await openVerslag(joke, path);
		await goToEndOf(joke, RUBEN);
		// hers was shown later, and goes away by itself
		await expect(flagIn(RUBEN)).toHaveClass(/is-rust/);
		await expect(flagIn(JOKE)).not.toHaveClass(/is-rust/);
		await sanne.mouse.move(0, 0);
		await expect(flagIn(JOKE)).toHaveClass(/is-rust/);
		await joke.context().close();
		await expect(flagIn(RUBEN)).not.toBeAttached();
	});

	await test.step('ook als de browser pas later vertelt waar dat is', async () => {
		// as slow as can be: it never tells by itself
		await sanne.evaluate(() =>
			addEventListener('selectionchange', (e) => e.isTrusted && e.stopPropagation(), true),
		);
		await goToEndOf(sanne, 'Casus: De brief in de la');
		await goToEndOf(hanneke, RUBEN);
		await expect(flagIn(RUBEN)).toBeAttached();
		await sanne.keyboard.type(' Een.');
		await expect.poll(() => lineOf('Casus')).toMatch(/ Een\.$/);
		await goToEndOf(sanne, 'Wat zien we samen?');
		await hanneke.keyboard.type(' Zo is het.');
		await expect.poll(() => lineOf(RUBEN)).toMatch(/ Zo is het\.$/);
		await sanne.keyboard.type(' Twee.');
		await expect.poll(() => lineOf('Wat zien')).toMatch(/ Twee\.$/);
	});

	await test.step('ook met een toets die de editor zelf afhandelt', async () => {
		await goToEndOf(sanne, JOKE);
		await sanne.keyboard.press('Enter');
		await sanne.keyboard.type('Drie.');
		const blocks = await blocksIn(sanne);
		expect(blocks[blocks.findIndex((block) => block.startsWith(JOKE)) + 1]).toBe('Drie.');
	});

	await test.step('een naam is heel te lezen, ook aan de rand van een telefoon en in een tabel', async () => {
		const joke = await iemand('joke', PHONE);
		await openVerslag(joke, path);
		const flag = textOf(joke).locator('.live-caret', { hasText: 'Hanneke' });
		const name = flag.locator('.live-naam');
		const LETTERS = 80;
		await goToEndOf(hanneke, RUBEN);
		await hanneke.keyboard.press('Enter');
		await hanneke.keyboard.type('o'.repeat(LETTERS));
		const full = textOf(joke).locator('p', { hasText: 'o'.repeat(LETTERS) });
		const onFirstLine = await full.evaluate((paragraph) => {
			const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()!;
			const topOf = (at: number) => {
				const range = document.createRange();
				range.setStart(text, at);
				range.setEnd(text, at + 1);
				return range.getBoundingClientRect().top;
			};
			let at = 0;
			while (topOf(at) === topOf(0)) at++;
			return at;
		});
		const goBack = async (letters: number) => {
			for (let i = 0; i < letters; i++) await hanneke.keyboard.press('ArrowLeft');
		};
		await goBack(LETTERS - onFirstLine + 1);
		await expect(flag).toHaveClass(/is-links/);
		await expect(name).toBeInViewport({ ratio: 0.99 });
		await goBack(onFirstLine - 1);
		await expect(flag).not.toHaveClass(/is-links/);
		await expect(name).toBeInViewport({ ratio: 0.99 });
		await hanneke.keyboard.press('Enter');
		await hanneke.keyboard.type('/tabel');
		await hanneke.keyboard.press('Enter');
		await hanneke.keyboard.type('Wie');
		const table = textOf(joke).locator('.tableWrapper');
		await expect(table.locator('.live-naam')).toBeInViewport({ ratio: 0.99 });
	});
});

test('wat iemand naast een actie invult, staat er bij elke letter', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	await hanneke.clock.install();
	const path = await openVerslag(hanneke);
	const sanne = await iemand('sanne');
	await openVerslag(sanne, path);
	const actieOn = (page: Page) => textOf(page).getByRole('group', { name: /^Actie: De bakker/ });
	const wieOn = (page: Page) => actieOn(page).getByLabel('Wie doet dit?');
	const wie = wieOn(hanneke);
	const { keyboard } = hanneke;
	await goToEndOf(hanneke, 'Joke vertelt over haar buurvrouw');
	await keyboard.press('Enter');
	await keyboard.type('/act');
	await keyboard.press('Enter');
	await keyboard.type('De bakker vragen');

	await test.step('ook bij een ander, die daar ondertussen schrijft', async () => {
		await keyboard.press('Tab');
		await keyboard.type('Yıldz');
		await keyboard.press('ArrowLeft');
		await expect(wieOn(sanne)).toHaveValue('Yıldz');
		await actieOn(sanne).locator('.actiepunt-tekst').click();
		await sanne.keyboard.press('End');
		await sanne.keyboard.type(' en bedanken');
		await expect(actieOn(hanneke)).toContainText('vragen en bedanken');
		await keyboard.type('ı');
		await expect(wie).toBeFocused();
		await expect(wie).toHaveValue('Yıldız');
		await expect(wieOn(sanne)).toHaveValue('Yıldız');
	});

	await test.step('na herladen, zonder het veld uit te gaan', async () => {
		await expect(savedIn(hanneke)).toHaveText('Opgeslagen');
		await hanneke.reload();
		await expect(textOf(hanneke)).toBeVisible();
		await expect(wie).toHaveValue('Yıldız');
	});

	await test.step('ook wat een telefoon nog aan het samenstellen is', async () => {
		const phone = await hanneke.context().newCDPSession(hanneke);
		await wie.press('End');
		for (const text of [' D', ' De', ' Dem'])
			await phone.send('Input.imeSetComposition', { text, selectionStart: 4, selectionEnd: 4 });
		await expect(wieOn(sanne)).toHaveValue('Yıldız Dem');
		await phone.send('Input.insertText', { text: ' Demir' });
		await expect(wie).toHaveValue('Yıldız Demir');
		await expect(wieOn(sanne)).toHaveValue('Yıldız Demir');
	});

	await test.step('met Escape staat er weer wat er stond', async () => {
		await keyboard.press('Escape');
		await expect(textOf(hanneke)).toBeFocused();
		await expect(wie).toHaveValue('Yıldız');
		await expect(wieOn(sanne)).toHaveValue('Yıldız');
	});

	await test.step('en ongedaan maken neemt de hele naam terug, hoe langzaam ook getypt', async () => {
		await keyboard.press('Tab');
		await keyboard.press('ControlOrMeta+a');
		for (const letter of 'Bram') {
			await keyboard.type(letter);
			await hanneke.clock.fastForward(1000);
		}
		await keyboard.press('Enter');
		await keyboard.type('!');
		await expect(wieOn(sanne)).toHaveValue('Bram');
		await expect(actieOn(sanne)).toContainText('bedanken!');
		await keyboard.press('ControlOrMeta+z');
		await expect(actieOn(sanne)).not.toContainText('!');
		await expect(wie).toHaveValue('Bram');
		await keyboard.press('ControlOrMeta+z');
		await expect(wie).toHaveValue('Yıldız');
		await expect(wieOn(sanne)).toHaveValue('Yıldız');
	});

	await test.step('in hetzelfde veld geldt wat het laatst getypt is', async () => {
		await wie.fill('Anna');
		await wieOn(sanne).fill('Bea');
		await expect(wie).toHaveValue('Anna');
		await wie.press('Enter');
		await expect(wie).toHaveValue('Bea');
		await wieOn(sanne).press('Enter');
		await expect(wieOn(sanne)).toHaveValue('Bea');
	});
});

test('wie schrijft in een stuk dat een ander weghaalt, houdt de eigen woorden', async ({
	page,
	secondPage,
}) => {
	test.setTimeout(240_000);
	await logIn(page, 'hanneke');
	await logIn(secondPage, 'sanne');
	await secondPage.setViewportSize({ width: 360, height: 800 });
	const path = await openVerslag(page);
	await openVerslag(secondPage, path);
	const zin = 'Sanne denkt hier nog over na.';
	const stuk = (who: Page) => textOf(who).locator('p').filter({ hasText: zin });
	const schrijf = async () => {
		await goToEndOf(secondPage, 'Wat proberen we uit?');
		await secondPage.keyboard.press('Enter');
		await secondPage.keyboard.type(zin);
		await expect(savedIn(secondPage)).toHaveText('Opgeslagen');
		await expect(stuk(page)).toHaveCount(1);
	};
	const haalWeg = async () => {
		await goToEndOf(page, zin);
		await page.keyboard.press('Home');
		await page.keyboard.press('Shift+End');
		await expectSelected(page, zin);
		await page.keyboard.press('Delete');
		await page.keyboard.press('Backspace');
		await expect(stuk(page)).toHaveCount(0);
	};
	const melding = secondPage.getByRole('alert').filter({ has: noticeOn(secondPage) });
	/** By keyboard alone, from the text. */
	const kies = async (label: string) => {
		const knop = melding.getByRole('button', { name: label });
		await secondPage.keyboard.press('Escape');
		await expect(async () => {
			await secondPage.keyboard.press('Shift+Tab');
			await expect(knop).toBeFocused({ timeout: 200 });
		}).toPass();
		await secondPage.keyboard.press('Enter');
		await expect(melding).toHaveCount(0);
		await expect(textOf(secondPage)).toBeFocused();
	};

	await test.step('het staat in beeld, en de tekst houdt de focus', async () => {
		await schrijf();
		await haalWeg();
		// by whom is said once her page has what tells it, which comes with her first touch
		await expect(melding).toContainText('Dit stuk is weggehaald');
		await expect(melding).toContainText('Jouw tekst staat nog hier.');
		await expect(melding.getByLabel('Jouw tekst')).toHaveValue(zin);
		await expect(textOf(secondPage)).toBeFocused();
		await expect(stuk(secondPage)).toHaveCount(0);
		await expect(page.getByRole('alert').filter({ has: noticeOn(page) })).toHaveCount(0);
		await fitsWidth(secondPage);
		await axe(secondPage);
		await dutch(secondPage);
	});

	await test.step('zet terug, en dat is ongedaan te maken', async () => {
		await kies('Zet terug');
		await expect(stuk(page)).toHaveCount(1);
		await expectSame([page, secondPage]);
		await secondPage.keyboard.press('Control+z');
		await expect(stuk(page)).toHaveCount(0);
		await secondPage.keyboard.press('Control+Shift+z');
		await expect(stuk(page)).toHaveCount(1);
		await expectSame([page, secondPage]);
	});

	await test.step('of bewaar het als nieuw stuk', async () => {
		await goToEndOf(secondPage, zin);
		await haalWeg();
		await expect(melding.getByLabel('Jouw tekst')).toHaveValue(zin);
		await kies('Bewaar als nieuw stuk');
		await expect(stuk(page)).toHaveCount(1);
		await expectSame([page, secondPage]);
	});

	await test.step('zet een ander het terug, dan is er niets meer te melden', async () => {
		await goToEndOf(secondPage, zin);
		await haalWeg();
		await expect(melding).toContainText('Dit stuk is weggehaald door Hanneke.');
		await page.keyboard.press('Control+z');
		await expect(stuk(page)).toHaveCount(1);
		await expect(melding).toHaveCount(0);
		await expectSame([page, secondPage]);
	});
});
