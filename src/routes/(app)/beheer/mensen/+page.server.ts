import { listMensen } from '#features/persoon/read.server.ts';
import { listMislukteMail, listUitnodigingen } from '#features/uitnodiging/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	titel: 'Mensen en rollen',
	mensen: listMensen(actor),
	uitnodigingen: listUitnodigingen(actor),
	mislukt: listMislukteMail(actor),
});
