import { describe, expect, test } from 'vitest';
import { actie, doc, kop, lijst, p, t, voorstel } from '#features/verslag/test-tekst.ts';
import { telVerschil, verschilTussen, type VerschilBlok } from './diff.ts';

/** "Joke [-had-]{+kreeg+} zes brieven": as one would mark it on paper. */
const MARK = { gelijk: ['', ''], weg: ['[-', '-]'], erbij: ['{+', '+}'] } as const;
const read = ({ stukken }: VerschilBlok) =>
	stukken.map((s) => MARK[s.soort][0] + s.tekst + MARK[s.soort][1]).join('');
const compare = (blokken: VerschilBlok[]) => blokken.map((b) => `${b.wat}: ${read(b)}`);

const JOKE = 'Joke vertelt over haar buurvrouw. Zij kreeg zes brieven in drie maanden.';
const RUBEN = 'Ruben vertelt wat de gemeente weet. Dat blijkt weinig.';
const AMINA = 'Peter-Jan en Amina zijn het niet eens. De brief moet van de wet.';
const PAUZE = 'Na de pauze praten we verder over wat we zelf kunnen doen.';

describe('words inside a paragraph', () => {
	test('one word that changed is the only thing that is marked', () => {
		const [blok] = verschilTussen(
			doc(p(JOKE)),
			doc(p('Joke vertelt over haar buurvrouw. Zij kreeg zeven brieven in drie maanden.')),
		);
		expect(blok).toMatchObject({ wat: 'anders', soort: 'alinea', opmaak: false });
		expect(read(blok!)).toBe(
			'Joke vertelt over haar buurvrouw. Zij kreeg [-zes-]{+zeven+} brieven in drie maanden.',
		);
	});

	test('a sentence that was added at the end leaves the rest alone', () => {
		const [blok] = verschilTussen(doc(p(RUBEN)), doc(p(`${RUBEN} Pas na twee maanden wel.`)));
		expect(read(blok!)).toBe(`${RUBEN}{+ Pas na twee maanden wel.+}`);
	});

	test('two words next to each other read as two words, not as crumbs', () => {
		const [blok] = verschilTussen(
			doc(p('Zij maakte er geen enkele open en belde niemand.')),
			doc(p('Zij maakte er niet één open en belde niemand.')),
		);
		expect(read(blok!)).toBe('Zij maakte er [-geen enkele-]{+niet één+} open en belde niemand.');
	});

	test('a paragraph that says something else reads as a whole: first the old, then the new', () => {
		const compared = verschilTussen(doc(kop('Casus'), p(JOKE)), doc(kop('Casus'), p(PAUZE)));
		expect(compare(compared)).toEqual(['gelijk: Casus', `weg: [-${JOKE}-]`, `erbij: {+${PAUZE}+}`]);
	});

	test('what only looks different is said, and no word is marked', () => {
		const [blok] = verschilTussen(
			doc(p('Dit is belangrijk voor ons.')),
			doc(p('Dit is ', t('belangrijk', { type: 'bold' }), ' voor ons.')),
		);
		expect(blok).toMatchObject({ wat: 'anders', opmaak: true });
		expect(blok!.stukken.every((stuk) => stuk.soort === 'gelijk')).toBe(true);
		expect(blok!.stukken.map((stuk) => stuk.opmaak)).toEqual(['', 'bold', '']);
	});
});

describe('blocks', () => {
	test('a new paragraph in between and one that went leave the others matched', () => {
		const compared = verschilTussen(
			doc(kop('Casus'), p(JOKE), p(RUBEN), p(AMINA)),
			doc(kop('Casus'), p(PAUZE), p(JOKE), p(AMINA.replace('wet', 'gemeente'))),
		);
		expect(compare(compared)).toEqual([
			'gelijk: Casus',
			`erbij: {+${PAUZE}+}`,
			`gelijk: ${JOKE}`,
			`weg: [-${RUBEN}-]`,
			'anders: Peter-Jan en Amina zijn het niet eens. De brief moet van de [-wet-]{+gemeente+}.',
		]);
	});

	test('a paragraph that was moved is moved: not gone and come', () => {
		const compared = verschilTussen(
			doc(p(JOKE), p(RUBEN), p(AMINA)),
			doc(p(RUBEN), p(AMINA), p(JOKE)),
		);
		expect(compare(compared)).toEqual([
			`stond-hier: ${JOKE}`,
			`gelijk: ${RUBEN}`,
			`gelijk: ${AMINA}`,
			`verplaatst: ${JOKE}`,
		]);
		expect(telVerschil(compared)).toEqual({ woordenErbij: 0, woordenWeg: 0, verplaatst: 1 });
	});

	test('an item of a list, ticked off or made a heading, is the same item', () => {
		const taak = (checked: boolean) => ({
			type: 'taskList',
			content: [{ type: 'taskItem', attrs: { checked }, content: [p('Koffie regelen')] }],
		});
		expect(verschilTussen(doc(taak(false)), doc(taak(true)))).toMatchObject([
			{ wat: 'anders', soort: 'afvinkpunt', kenmerk: 'afgevinkt', kenmerkWas: '' },
		]);
		expect(verschilTussen(doc(p('Wat zien we?')), doc(kop('Wat zien we?')))).toMatchObject([
			{ wat: 'anders', soort: 'kop', opmaak: true },
		]);
		const nested = verschilTussen(doc(lijst('brood', 'kaas')), doc(lijst('brood', 'melk', 'kaas')));
		expect(nested.map(({ wat, soort }) => `${soort} ${wat}`)).toEqual([
			'punt gelijk',
			'punt erbij',
			'punt gelijk',
		]);
	});

	test('a heading that became the place of a point of the agenda is no change', () => {
		const is = { ...kop('Wat zien we?'), attrs: { level: 2, agendapunt: 'agendapuntaaaaaaaaaa' } };
		expect(verschilTussen(doc(kop('Wat zien we?')), doc(is))).toMatchObject([{ wat: 'gelijk' }]);
	});

	test('an actiepunt stays itself, also when all of its words are rewritten', () => {
		const id = 'actieaaaaaaaaaaaaaaa';
		const compared = verschilTussen(
			doc(actie(id, 'Yıldız vraagt de huismeester erbij', { wie: 'Yıldız' })),
			doc(
				actie(id, 'Een mail sturen naar woningcorporatie', { wie: 'Amina', wanneer: '2018-06-25' }),
			),
		);
		expect(compared).toMatchObject([
			{ wat: 'anders', kenmerk: 'Amina, voor 25 juni 2018', kenmerkWas: 'Yıldız' },
		]);
	});

	test('what is only proposed is not in the text; what is proposed to go still is', () => {
		const erbij = voorstel('voorstelErbij', 'voorstelaaaaaaaaaaaa');
		const weg = voorstel('voorstelWeg', 'voorstelbbbbbbbbbbbb');
		const open = doc(p('We ', t('misschien ', erbij), 'bellen ', t('morgen', weg), '.'));
		expect(compare(verschilTussen(doc(p('We bellen morgen.')), open))).toEqual([
			'gelijk: We bellen morgen.',
		]);
	});

	test('empty lines are no difference, and two equal texts have none', () => {
		const tekst = doc(kop('Casus'), p(JOKE), lijst('een', 'twee'));
		const empty = doc(kop('Casus'), p(''), p(JOKE), p(''), lijst('een', 'twee'), p(''));
		expect(verschilTussen(tekst, empty).every(({ wat }) => wat === 'gelijk')).toBe(true);
		expect(verschilTussen(doc(), doc())).toEqual([]);
	});
});

test('every word of both texts is in the difference, whatever they are', () => {
	const texts = [
		doc(),
		doc(kop('Casus'), p(JOKE), p(RUBEN), lijst('een', 'twee', 'drie')),
		doc(p(RUBEN), kop('Anders'), p(AMINA), lijst('drie', 'een')),
		doc(p(JOKE), p(JOKE), p(JOKE)),
		doc(p(`${JOKE} ${AMINA}`), p(PAUZE), actie('actieaaaaaaaaaaaaaaa', 'bellen')),
	];
	for (const oud of texts)
		for (const nieuw of texts) {
			const blokken = verschilTussen(oud, nieuw);
			const side = (soort: 'weg' | 'erbij', skip: VerschilBlok['wat']) =>
				blokken
					.filter(({ wat }) => wat !== skip)
					.flatMap(({ stukken }) => stukken)
					.filter((stuk) => stuk.soort === 'gelijk' || stuk.soort === soort)
					.map((stuk) => stuk.tekst)
					.join('')
					.replace(/\s/g, '');
			const flat = (node: (typeof texts)[number]) =>
				JSON.stringify(node)
					.match(/"text":"([^"]*)"/g)
					?.map((found) => found.slice(8, -1))
					.join('')
					.replace(/\s/g, '') ?? '';
			expect(side('erbij', 'stond-hier')).toBe(flat(nieuw));
			expect(side('weg', 'verplaatst')).toBe(flat(oud));
		}
});

test('two long texts that have nothing in common are compared block by block', () => {
	const long = (word: string) =>
		doc(...Array.from({ length: 1500 }, (_, n) => p(`${word} ${n} `.repeat(20))));
	expect(verschilTussen(long('appel'), long('peer'))).toHaveLength(3000);
});

test('two long texts that have nothing to do with each other are not compared for ever', () => {
	const zin = (n: number) => `w${n} x${n % 977} y${n % 1201} z${n % 33} `;
	const tekst = (from: number) =>
		doc(
			...Array.from({ length: 150 }, (_, i) =>
				p(Array.from({ length: 300 }, (_, j) => zin(from + 977 * i + j)).join('')),
			),
		);
	const [oud, nieuw] = [tekst(0), tekst(500_000)];
	expect(verschilTussen(oud, nieuw).length).toBeGreaterThan(150);
	// by place, so that each is compared word by word
	const anders = tekst(7);
	anders.content!.forEach(
		(blok, i) => (blok.content![0]!.text! += oud.content![i]!.content![0]!.text),
	);
	expect(verschilTussen(oud, anders).length).toBeGreaterThanOrEqual(150);
});
