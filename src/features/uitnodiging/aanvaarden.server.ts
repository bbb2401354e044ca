import { and, eq, isNull } from 'drizzle-orm';
import { codeAdres, isCodeAdres } from '#features/account/adres.ts';
import {
	createAccount,
	findAccount,
	isBlocked,
	sameEmail,
} from '#features/account/account.server.ts';
import { account } from '#features/account/tables.server.ts';
import { accountPersoon, persoon } from '#features/persoon/tables.server.ts';
import { allOrNothing } from '#server/all-or-nothing.ts';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { hashToken } from '#server/session/token.ts';
import { singleton } from '#server/singleton.ts';
import { findByToken, mayBecome, staatVan, uitnodiger, type Uitnodiging } from './find.server.ts';
import type { Aanvaarden } from './input.ts';
import { giveRol, takeSeat } from './geven.server.ts';
import { removeOverdracht } from './overdracht.server.ts';
import { uitnodiging } from './tables.server.ts';

const AL_GEBRUIKT = 'Deze uitnodiging is al gebruikt of werkt niet meer. Vraag een nieuwe.';

export interface Binnen {
	accountId: string;
	persoonId: string;
	/** An address that was typed and not proven: mail it a link before it counts. */
	teBevestigen: string;
}

/** One click, logged in: this account joins. A second click of the same account changes nothing. */
export function acceptAs(token: string, accountId: string): Binnen {
	return allOrNothing(() => {
		const row = mustBeOpen(token, accountId);
		const persoonId = persoonOf(accountId, row.werkplaatsId) ?? adopt(row, accountId);
		return join(row, { accountId, persoonId, teBevestigen: '' });
	});
}

/**
 * Somebody new, or somebody who comes back with a code on paper: account, persoon and place at the
 * table in one go, once. The address of the invitation itself is proven, for the link went there;
 * any other has to be confirmed by mail before one can log in with it.
 */
export function acceptAsNew(token: string, input: Aanvaarden): Binnen {
	const key = input.keer && hashToken(`${token}${input.keer}`);
	const earlier = key && justNow().get(key);
	if (earlier) return earlier;
	const binnen = comeIn(token, input);
	if (key) {
		justNow().set(key, binnen);
		setTimeout(() => justNow().delete(key), 60_000).unref();
	}
	return binnen;
}

/** A double click sends the same page twice: for a minute it gives the same answer. */
const justNow = () => singleton('aanvaard', () => new Map<string, Binnen>());

function comeIn(token: string, input: Aanvaarden): Binnen {
	return allOrNothing(() => {
		const row = mustBeOpen(token);
		const back = row.persoonId && codeAccountOf(row.persoonId);
		if (back) return join(row, { ...back, teBevestigen: '' });
		const proven = row.email !== '' && row.codeHmac === null;
		if (proven && findAccount(row.email))
			throw new Invalid('Je hebt al een account. Log eerst in.');
		const accountId = createAccount({ email: proven ? row.email : codeAdres(newId()) });
		const persoonId = adopt(row, accountId, input);
		return join(row, {
			accountId,
			persoonId,
			teBevestigen: proven ? '' : sameEmail(input.email),
		});
	});
}

function mustBeOpen(token: string, accountId?: string): Uitnodiging {
	const row = findByToken(token);
	if (!row) throw new Invalid(AL_GEBRUIKT);
	const mine = accountId && persoonOf(accountId, row.werkplaatsId);
	if (row.aanvaardOp && mine && row.aanvaardDoor === mine) return row;
	if (staatVan(row) !== 'open' || !mayBecome(uitnodiger(row), row)) throw new Invalid(AL_GEBRUIKT);
	return row;
}

const persoonOf = (accountId: string, werkplaatsId: string): string | undefined =>
	db()
		.select({ id: accountPersoon.persoonId })
		.from(accountPersoon)
		.where(
			and(eq(accountPersoon.accountId, accountId), eq(accountPersoon.werkplaatsId, werkplaatsId)),
		)
		.get()?.id;

/** The account of somebody who only ever came in with codes on paper. */
function codeAccountOf(persoonId: string): { accountId: string; persoonId: string } | undefined {
	const rows = db()
		.select({ accountId: account.id, email: account.email })
		.from(accountPersoon)
		.innerJoin(account, eq(account.id, accountPersoon.accountId))
		.where(eq(accountPersoon.persoonId, persoonId))
		.all();
	if (rows.length === 0) return undefined;
	const found = rows.find((row) => isCodeAdres(row.email) && !isBlocked(row.accountId));
	if (!found) throw new Invalid(AL_GEBRUIKT);
	return { accountId: found.accountId, persoonId };
}

/** Ties the account to the persoon the invitation is for, or to a new one. */
function adopt(row: Uitnodiging, accountId: string, given?: Aanvaarden): string {
	if (row.persoonId && codeAccountOf(row.persoonId)) throw new Invalid(AL_GEBRUIKT);
	const persoonId = row.persoonId ?? createFrom(row, given);
	db()
		.insert(accountPersoon)
		.values({ accountId, persoonId, werkplaatsId: row.werkplaatsId })
		.run();
	return persoonId;
}

function createFrom({ werkplaatsId, naam, email, perspectief }: Uitnodiging, given?: Aanvaarden) {
	const id = newId();
	const own = given && {
		voornaam: given.voornaam,
		tussenvoegsel: given.tussenvoegsel,
		achternaam: given.achternaam,
		vermelding: given.vermelding,
	};
	const name = own ?? { voornaam: naam || email.split('@')[0] || 'Nieuw' };
	const address = email || given?.email || '';
	db()
		.insert(persoon)
		.values({ id, werkplaatsId, perspectief, email: address, ...name, updatedBy: id })
		.run();
	return id;
}

/** Uses the invitation up and gives what it promised. */
function join(row: Uitnodiging, binnen: Binnen): Binnen {
	const { persoonId } = binnen;
	const unused = and(eq(uitnodiging.id, row.id), isNull(uitnodiging.aanvaardOp));
	const won = db()
		.update(uitnodiging)
		.set({ aanvaardOp: now(), aanvaardDoor: persoonId })
		.where(unused)
		.returning({ id: uitnodiging.id })
		.get();
	if (!won) return binnen;
	takeSeat(row, persoonId);
	giveRol(row, persoonId);
	record({
		actor: persoonId,
		action: 'uitnodiging.accept',
		object: `uitnodiging:${row.id}`,
		werkplaatsId: row.werkplaatsId,
	});
	removeOverdracht(row.id);
	return binnen;
}
