import type { IncomingMessage } from 'node:http';
import type { Actor } from '#access/actor.ts';
import type { Session } from '#features/account/session.server.ts';
import type { Woordenlijst } from '#features/werkplaats/woordenlijst.ts';

declare global {
	namespace App {
		interface Locals {
			actor: Actor;
			session: Session | null;
		}
		interface PageData {
			/** The title of the page; the root layout makes the rest of it. */
			titel?: string;
			/** The key that makes sending a form twice count once. */
			verzoek?: string;
			woorden?: Woordenlijst;
		}
		interface Platform {
			/** What Node received; the adapter gives it. */
			req: IncomingMessage;
		}
		interface Error {
			/** What `+error.svelte` may tell beside the usual sentence for this status. */
			detail?: string;
		}
	}
}

export {};
