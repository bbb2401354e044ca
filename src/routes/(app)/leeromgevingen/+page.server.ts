import { listKeuzes, listLeeromgevingen, mayStart } from '#features/leeromgeving/read.server.ts';
import { LEEROMGEVING_STATUS } from '#features/leeromgeving/status.ts';
import { listHoofdvragen } from '#features/leervraag/read.server.ts';
import { woordenlijst } from '#features/werkplaats/read.server.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { actor } = locals;
	const periodeId = url.searchParams.get('periode') ?? '';
	const status = url.searchParams.get('status') ?? '';
	const { perioden } = listKeuzes(actor);
	// Every periode has its own word: what is a werkteam now was a werkgroep then.
	const dag = perioden.find((periode) => periode.id === periodeId)?.van.dag;
	const woord = woordenlijst(actor, dag).leeromgeving;
	const alle = listLeeromgevingen(actor);
	const teams = alle
		.filter((team) => !periodeId || team.perioden.some((p) => p.id === periodeId))
		.filter((team) => !status || team.status === status);
	const statussen = Object.entries(LEEROMGEVING_STATUS)
		.filter(([key]) => alle.some((team) => team.status === key))
		.map(([value, label]) => ({ value, label }));
	return {
		titel: hoofdletter(woord.meervoud),
		woord,
		teams,
		aantal: alle.length,
		keuze: { periodeId, status },
		perioden,
		statussen,
		vragen: listHoofdvragen(actor),
		may: { create: mayStart(actor) },
	};
};
