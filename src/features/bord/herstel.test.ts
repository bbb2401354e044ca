import { expect, test } from 'vitest';
import {
	haalGroepWeg,
	herstelVan,
	maakGroep,
	ruimGroepOp,
	voegSamen,
	zetBriefje,
} from './document.groep.ts';
import { bijStap } from './herstel.ts';
import { briefjeId, eenBord, groepId, liggen } from './test-bord.ts';

const [A, B] = [groepId(1), groepId(2)];

/** Briefje 1 in a groep without name, 2 in Wachten. */
function gelegd() {
	const doc = eenBord(3);
	maakGroep(doc, { id: A, briefjeIds: [briefjeId(1)] });
	maakGroep(doc, { id: B, briefjeIds: [briefjeId(2)], naam: 'Wachten' });
	return { doc, begin: liggen(doc), herstel: herstelVan(doc) };
}

test('a groep that was emptied and tidied up comes back in one step, with what lay in it', () => {
	const { doc, begin, herstel } = gelegd();
	zetBriefje(doc, { id: briefjeId(1), groepId: B });
	bijStap(herstel, () => ruimGroepOp(doc, A));
	expect(liggen(doc)).toBe('Wachten: 2 1 | los: 3');
	herstel.undo();
	expect(liggen(doc)).toBe(begin);
});

test('after that every act is a step of its own again', () => {
	const { doc, herstel } = gelegd();
	zetBriefje(doc, { id: briefjeId(1), groepId: '' });
	bijStap(herstel, () => ruimGroepOp(doc, A));
	zetBriefje(doc, { id: briefjeId(3), groepId: B });
	herstel.undo();
	expect(liggen(doc)).toBe('Wachten: 2 | los: 1 3');
});

test('a groep taken away, and two that were merged, come back as they were', () => {
	const { doc, begin, herstel } = gelegd();
	haalGroepWeg(doc, B);
	herstel.undo();
	expect(liggen(doc)).toBe(begin);
	voegSamen(doc, { van: B, naar: A });
	expect(liggen(doc)).toBe('Wachten: 1 2 | los: 3');
	herstel.undo();
	expect(liggen(doc)).toBe(begin);
	herstel.redo();
	expect(liggen(doc)).toBe('Wachten: 1 2 | los: 3');
});
