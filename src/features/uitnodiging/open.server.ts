import { findAccount } from '#features/account/account.server.ts';
import { findByToken, staatVan, waarvoor, werkplaatsNaam } from './find.server.ts';
import type { Staat } from './staat.ts';

export interface Open {
	staat: Staat | 'onbekend';
	waar: string;
	werkplaats: string;
	/** The name and address that the inviter filled in. */
	naam: string;
	email: string;
	/** The address has an account: log in first, so that nobody gets two. */
	heeftAccount: boolean;
	/** It is for somebody who is already in the werkplaats: there is nothing to fill in. */
	bekend: boolean;
}

/** What the page of an invitation shows to whoever holds the link. It changes nothing. */
export function openUitnodiging(token: string): Open {
	const row = findByToken(token);
	if (!row)
		return {
			staat: 'onbekend',
			waar: '',
			werkplaats: '',
			naam: '',
			email: '',
			heeftAccount: false,
			bekend: false,
		};
	const staat = staatVan(row);
	const open = staat === 'open';
	return {
		staat,
		waar: waarvoor(row),
		werkplaats: werkplaatsNaam(row.werkplaatsId),
		naam: open ? row.naam : '',
		email: open ? row.email : '',
		heeftAccount: open && row.email !== '' && !!findAccount(row.email),
		bekend: row.persoonId !== null,
	};
}
