import type { PageLoad } from './$types';

/** What is not on every agenda comes only with those that it is on. */
export const load: PageLoad = async ({ data }) => {
	const { agenda, acties, punt, sjablonen } = data;
	const isLeeg = agenda.punten.length === 0;
	const heeftSjablonen =
		sjablonen.sjablonen.some(({ may }) => may.remove) ||
		(!isLeeg && (sjablonen.may.team || sjablonen.may.werkplaats));
	const [
		AgendaLijst,
		Terugblik,
		PuntVorm,
		WerkvormKaart,
		WerkvormStappen,
		SjabloonKeuze,
		SjabloonBeheer,
	] = await Promise.all([
		isLeeg ? undefined : import('#features/agenda/AgendaLijst.svelte'),
		acties.length ? import('#features/actie/Terugblik.svelte') : undefined,
		punt ? import('#features/agenda/PuntVorm.svelte') : undefined,
		agenda.punten.some(({ hoe }) => hoe)
			? import('#features/werkvorm/WerkvormKaart.svelte')
			: undefined,
		!isLeeg && agenda.may.edit ? import('#features/agenda/WerkvormStappen.svelte') : undefined,
		isLeeg && agenda.may.edit ? import('#features/agenda/SjabloonKeuze.svelte') : undefined,
		heeftSjablonen ? import('#features/sjabloon/SjabloonBeheer.svelte') : undefined,
	]);
	return {
		...data,
		AgendaLijst: AgendaLijst?.default,
		Terugblik: Terugblik?.default,
		PuntVorm: PuntVorm?.default,
		WerkvormKaart: WerkvormKaart?.default,
		WerkvormStappen: WerkvormStappen?.default,
		SjabloonKeuze: SjabloonKeuze?.default,
		SjabloonBeheer: SjabloonBeheer?.default,
	};
};
