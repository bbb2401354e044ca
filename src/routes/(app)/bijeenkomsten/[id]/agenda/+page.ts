import type { PageLoad } from './$types';

/** What is not on every agenda comes only with those that it is on. */
export const load: PageLoad = async ({ data }) => {
	const { agenda, acties, punt, sjablonen } = data;
	const isLeeg = agenda.punten.length === 0;
	const heeftSjablonen =
		sjablonen.sjablonen.some(({ may }) => may.remove) ||
		(!isLeeg && (sjablonen.may.team || sjablonen.may.werkplaats));
	const [Terugblik, PuntVorm, WerkvormKaart, SjabloonKeuze, SjabloonBeheer] = await Promise.all([
		acties.length ? import('#features/actie/Terugblik.svelte') : undefined,
		punt ? import('#features/agenda/PuntVorm.svelte') : undefined,
		agenda.punten.some(({ hoe }) => hoe)
			? import('#features/werkvorm/WerkvormKaart.svelte')
			: undefined,
		isLeeg ? import('#features/agenda/SjabloonKeuze.svelte') : undefined,
		heeftSjablonen ? import('#features/agenda/SjabloonBeheer.svelte') : undefined,
	]);
	return {
		...data,
		Terugblik: Terugblik?.default,
		PuntVorm: PuntVorm?.default,
		WerkvormKaart: WerkvormKaart?.default,
		SjabloonKeuze: SjabloonKeuze?.default,
		SjabloonBeheer: SjabloonBeheer?.default,
	};
};
