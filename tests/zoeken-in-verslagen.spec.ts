import { axe, dutch, expect, fitsWidth, test } from './fixtures.ts';
import { goToEndOf, openVerslag, savedIn, textOf } from './samen.ts';

/** What somebody writes is found a moment later, by who may read it and by nobody else. */

test('wat net geschreven is, wordt gevonden, en de link gaat naar de woorden zelf', async ({
	iemand,
}) => {
	const hanneke = await iemand('hanneke');
	const path = await openVerslag(hanneke);
	await goToEndOf(hanneke, 'Joke vertelt over haar buurvrouw');
	await hanneke.keyboard.type(' Er stonden twee kanariekooien op de vensterbank.');
	await expect(savedIn(hanneke)).toHaveText('Opgeslagen');

	const sanne = await iemand('sanne');
	await test.step('op de bladzijde, ook in een andere vorm van het woord', async () => {
		await expect(async () => {
			await sanne.goto('/zoeken?q=kanariekooi');
			await expect(sanne.getByRole('heading', { name: 'In verslagen' })).toBeVisible({
				timeout: 1000,
			});
		}).toPass();
		await expect(sanne.locator('mark')).toHaveText('kanariekooien');
		await axe(sanne);
		await dutch(sanne);
		await fitsWidth(sanne);
	});

	await test.step('de link gaat naar de woorden', async () => {
		await sanne.getByRole('link', { name: 'Bijeenkomst 7: De eerste brief' }).last().click();
		await expect(sanne).toHaveURL(new RegExp(`${path}#tekst=kanariekooien`));
		await expect(textOf(sanne)).toHaveAttribute('contenteditable', 'true');
		await expect(sanne.getByText('twee kanariekooien')).toBeInViewport();
		await expect
			.poll(() => sanne.evaluate(() => String([...(CSS.highlights.get('gevonden') ?? [])][0])))
			.toMatch(/^kanariekooien op de/);
	});

	await test.step('in het palet', async () => {
		await sanne.keyboard.press('Control+K');
		const input = sanne.getByRole('combobox', { name: 'Zoeken en doen' });
		await input.fill('kanariekoo');
		const found = sanne.getByRole('option', { name: /twee kanariekooien/ });
		await expect(found).toContainText('Bijeenkomst 7: De eerste brief');
		await sanne.keyboard.press('Escape');
	});

	await test.step('wie het niet mag lezen, vindt niets, ook de titel niet', async () => {
		const elders = await iemand('ineke');
		await elders.goto('/zoeken?q=kanariekooi');
		await expect(elders.getByText('Niets gevonden voor ‘kanariekooi’.')).toBeVisible();
		await elders.goto('/zoeken?q=eerste+brief');
		await expect(elders.getByText('Bijeenkomst 7')).toHaveCount(0);
		const names = await elders.request.get('/zoeken/namen?q=kanariekooi');
		expect(await names.json()).toEqual([]);
	});
});

test('een vraag met rare tekens is een vraag', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	for (const vraag of ['"', 'a" OR b', '🦜', 'NEAR(', "'"]) {
		const response = await hanneke.goto(`/zoeken?q=${encodeURIComponent(vraag)}`);
		expect(response?.status()).toBe(200);
	}
});
