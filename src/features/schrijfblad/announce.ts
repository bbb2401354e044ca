import * as Y from 'yjs';
import type { Awareness } from 'y-protocols/awareness';
import { TEKST_ROOT } from '#features/tekst/document.ts';
import { kopBoven } from './kop.ts';

type AnyType = Parameters<Y.Transaction['changed']['get']>[0];

const BUNDLE_MS = 10_000;

/** The block right under the root in which a change was made. */
function blockOf(root: Y.XmlFragment, type: AnyType) {
	let at: AnyType | null = type;
	while (at && at.parent !== root) at = at.parent;
	return at;
}

const lijst = new Intl.ListFormat('nl');

/** "Sanne schreef mee bij Casus." for one, names for two or three, and for more how many. */
export function zinVan(wie: ReadonlyMap<string, string>): string {
	const namen = [...wie.keys()];
	if (namen.length > 3) return `${namen.length} mensen schreven mee.`;
	if (namen.length > 1) return `${lijst.format(namen)} schreven mee.`;
	const [naam = 'Iemand', kop] = [...wie][0] ?? [];
	return kop ? `${naam} schreef mee bij ${kop}.` : `${naam} schreef mee.`;
}

/** Tells calmly who wrote along, at most every ten seconds, to who does not see it. */
export class Announcements {
	/** A name, and where that person wrote last. */
	readonly #who = new Map<string, string>();
	#timer?: ReturnType<typeof setTimeout>;
	readonly #doc: Y.Doc;
	readonly #awareness: Awareness;
	readonly #tell: (sentence: string) => void;

	constructor(doc: Y.Doc, awareness: Awareness, tell: (sentence: string) => void) {
		this.#tell = tell;
		this.#doc = doc;
		this.#awareness = awareness;
		doc.on('afterTransaction', this.#onTransaction);
	}

	destroy() {
		clearTimeout(this.#timer);
		this.#doc.off('afterTransaction', this.#onTransaction);
	}

	#onTransaction = (transaction: Y.Transaction) => {
		if (transaction.local) return;
		const root = this.#doc.getXmlFragment(TEKST_ROOT);
		for (const [client, clock] of transaction.afterState) {
			if (client === this.#doc.clientID || transaction.beforeState.get(client) === clock) continue;
			const user = this.#awareness.getStates().get(client)?.['user'] as
				Record<string, unknown> | undefined;
			// what came while I was away, of who is not here now, is not news of this moment
			if (typeof user?.['voornaam'] !== 'string') continue;
			const [changed] = transaction.changed.keys();
			const block = changed ? blockOf(root, changed) : null;
			this.#who.set(user['voornaam'], kopBoven(root, block));
		}
		if (this.#who.size > 0) this.#timer ??= setTimeout(this.#say, BUNDLE_MS);
	};

	#say = () => {
		this.#timer = undefined;
		this.#tell(zinVan(this.#who));
		this.#who.clear();
	};
}
