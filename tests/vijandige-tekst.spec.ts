import { expect, test } from './fixtures.ts';
import { goToEndOf, openVerslag, paste, savedIn, textOf } from './samen.ts';

/** AC-63 for text: whatever is pasted, it stays text. What runs in a page fails the journey. */

const KWAAD = `<meta charset="utf-8"><p onclick="window.geraakt=1">Voor<script>window.geraakt=1</script>
<img src=x onerror="window.geraakt=1"><svg onload="window.geraakt=1"><a xlink:href="javascript:1">x</a></svg>
<a href="javascript:window.geraakt=1">klik hier</a> <a href=" java&#10;script:window.geraakt=1">of hier</a>
<a href="https://www.hu.nl" onmouseover="window.geraakt=1" style="position:fixed">de HU</a></p>
<iframe srcdoc="<script>parent.geraakt=1</script>"></iframe><style>*{display:none}</style>
<p style="color:red;background:url(https://kwaad.example/x)">Sarıkaş 😀 <b>vet</b></p>
<p><span style="font-weight:700">Dik uit Docs</span></p>
<form action="https://kwaad.example"><input name="wachtwoord"><button>Log in</button></form>
<math><mtext><table><mglyph><style><img src=x onerror="window.geraakt=1"></style></mglyph></table></mtext></math>`;

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head>
<body lang=NL><!--StartFragment--><h1><span style='font-family:"Calibri Light"'>Uit Word<o:p></o:p></span></h1>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Punt uit Word<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>Nummer uit Word<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td width=302 style='width:226pt;background:red'><p class=MsoNormal>Cel uit Word<o:p></o:p></p></td></tr></table>
<!--EndFragment--></body></html>`;

test('wat er ook geplakt wordt, het blijft tekst', async ({ iemand }) => {
	const page = await iemand('hanneke');
	const path = await openVerslag(page);
	const sanne = await iemand('sanne');
	await openVerslag(sanne, path);
	await goToEndOf(page, 'Joke vertelt over haar buurvrouw');
	await page.keyboard.press('Enter');

	await test.step('script, plaatjes, formulieren en kwade links', async () => {
		await paste(page, { 'text/html': KWAAD, 'text/plain': 'Voor' });
		for (const one of [page, sanne]) {
			const text = textOf(one);
			await expect(text.locator('p', { hasText: 'Sarıkaş 😀' })).toBeVisible();
			await expect(text.locator('a', { hasText: 'de HU' })).toHaveAttribute(
				'href',
				/^https:\/\/www\.hu\.nl\/?$/,
			);
			await expect(
				text.locator('script, svg, iframe, form, style, math, [onclick], p[style]'),
			).toHaveCount(0);
			await expect(text.locator('strong', { hasText: 'Dik uit Docs' })).toBeVisible();
			await expect(text.locator('a[href*="script"]')).toHaveCount(0);
		}
	});

	await test.step('uit Word blijft de bouw, zonder de opmaak', async () => {
		await page.keyboard.press('Enter');
		await paste(page, { 'text/html': WORD, 'text/plain': 'Uit Word' });
		const text = textOf(sanne);
		await expect(text.locator('h2', { hasText: 'Uit Word' })).toBeVisible();
		await expect(text.locator('ul > li', { hasText: /^Punt uit Word$/ })).toBeVisible();
		await expect(text.locator('ol > li', { hasText: /^Nummer uit Word$/ })).toBeVisible();
		await expect(text.locator('td', { hasText: 'Cel uit Word' })).toBeVisible();
		await expect(text.locator('[class*="Mso"]')).toHaveCount(0);
	});

	await test.step('te veel in één keer krijgt één zin, en er gaat niets weg', async () => {
		await paste(page, { 'text/plain': 'x'.repeat(200_001) });
		await expect(page.getByText('Deze tekst is te lang om in één keer te plakken.')).toBeVisible();
		await expect(textOf(page)).not.toContainText('xxxxxxxxxx');
		await expect(textOf(page)).toContainText('Sarıkaş');
	});

	await test.step('veel gaat in stukken, en komt bij de ander heel aan', async () => {
		await page.keyboard.press('ControlOrMeta+End');
		await page.keyboard.press('Enter');
		const lines = Array.from({ length: 900 }, (_, i) => `<p>Regel ${i} ${'woord '.repeat(12)}</p>`);
		await paste(page, { 'text/html': lines.join(''), 'text/plain': 'Regel' });
		await expect(textOf(sanne).locator('p', { hasText: /^Regel / })).toHaveCount(900, {
			timeout: 60_000,
		});
		await expect(savedIn(page)).toHaveText('Opgeslagen', { timeout: 60_000 });
	});

	await test.step('na herladen is het zo, en heeft niets iets geraakt', async () => {
		await sanne.reload();
		await expect(sanne.getByText('Sarıkaş 😀').first()).toBeVisible();
		for (const one of [page, sanne])
			expect(await one.evaluate(() => (window as { geraakt?: number }).geraakt)).toBeUndefined();
	});
});
