import type { PageLoad } from './$types';

/** What is not on every agenda, or not for who reads it, comes only where it is. */
export const load: PageLoad = async ({ data }) => {
	const { agenda, acties, punt, sjablonen } = data;
	const isLeeg = agenda.punten.length === 0;
	const heeftSjablonen =
		sjablonen.sjablonen.some(({ may }) => may.remove) ||
		(!isLeeg && (sjablonen.may.team || sjablonen.may.werkplaats));
	const [
		AgendaLijst,
		ActiesErbij,
		Terugblik,
		PuntVorm,
		PuntErbij,
		WerkvormKaart,
		Gebruik,
		SjabloonKeuze,
		SjabloonBeheer,
	] = await Promise.all([
		isLeeg ? undefined : import('#features/agenda/AgendaLijst.svelte'),
		agenda.may.edit && agenda.openActies
			? import('#features/agenda/ActiesErbij.svelte')
			: undefined,
		acties.length ? import('#features/actie/Terugblik.svelte') : undefined,
		punt ? import('#features/agenda/PuntVorm.svelte') : undefined,
		agenda.may.edit ? import('#features/agenda/PuntErbij.svelte') : undefined,
		agenda.punten.some(({ hoe }) => hoe)
			? import('#features/werkvorm/WerkvormKaart.svelte')
			: undefined,
		agenda.may.edit || agenda.gebruik.length
			? import('#features/agenda/Gebruik.svelte')
			: undefined,
		isLeeg && agenda.may.edit ? import('#features/agenda/SjabloonKeuze.svelte') : undefined,
		heeftSjablonen ? import('#features/sjabloon/SjabloonBeheer.svelte') : undefined,
	]);
	return {
		...data,
		AgendaLijst: AgendaLijst?.default,
		ActiesErbij: ActiesErbij?.default,
		Terugblik: Terugblik?.default,
		PuntVorm: PuntVorm?.default,
		PuntErbij: PuntErbij?.default,
		WerkvormKaart: WerkvormKaart?.default,
		Gebruik: Gebruik?.default,
		SjabloonKeuze: SjabloonKeuze?.default,
		SjabloonBeheer: SjabloonBeheer?.default,
	};
};
