import { must } from '#access/must.ts';
import { createBord } from '#features/bord/bord.write.server.ts';
import { BordVoor } from '#features/bord/input.ts';
import { listKeuzes, listTeams } from '#features/bord/keuzes.read.server.ts';
import { action } from '#server/form.ts';
import { FASEN } from '#ui/fase.ts';
import type { Actions, PageServerLoad } from './$types';

type Opties = readonly { value: string }[];

/** What the address asks for, when it is to choose from. */
const gekozen = (opties: Opties, wat: string | null) =>
	opties.find(({ value }) => value === wat)?.value ?? '';

export const load: PageServerLoad = ({ locals: { actor }, url: { searchParams } }) => {
	const teams = listTeams(actor);
	must(teams.length > 0);
	const wens = searchParams.get('team');
	const team = teams.length === 1 ? teams[0] : teams.find(({ id }) => id === wens);
	const keuzes = team ? listKeuzes(actor, team.id) : null;
	const fasen = Object.keys(FASEN).map((value) => ({ value }));
	return {
		titel: 'Nieuw bord',
		teams,
		team: team ?? null,
		keuzes,
		voor: {
			bijeenkomstId: gekozen(keuzes?.bijeenkomsten ?? [], searchParams.get('bijeenkomst')),
			leervraagId: gekozen(keuzes?.leervragen ?? [], searchParams.get('leervraag')),
			fase: gekozen(fasen, searchParams.get('fase')),
		},
	};
};

export const actions: Actions = {
	maak: action(BordVoor, (actor, input) => {
		const { id } = createBord(actor, input);
		const erbij = { wereldcafe: 'Maak nu de tafels.', stellingen: 'Zet er meer stellingen bij.' };
		if ((input.soort === 'wereldcafe' || input.soort === 'stellingen') && input.plenairId === null)
			return {
				to: `/borden/${id}/wijzig#tafels`,
				melding: `Het bord staat er. ${erbij[input.soort]}`,
			};
		return { to: `/borden/${id}`, melding: 'Het bord staat klaar.' };
	}),
};
