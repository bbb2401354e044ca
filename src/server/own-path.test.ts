import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/', '/leeromgevingen?status=actief#kaart', '/zoeken?q=https://elders.nl'])(
	'goes back to %s',
	(path) => expect(ownPath(path)).toBe(path),
);

test.each([
	'//elders.nl',
	'/\\elders.nl',
	'/\t/elders.nl',
	'/\n/elders.nl',
	'https://elders.nl',
	'javascript:alert(1)',
	'elders.nl',
	'',
	null,
	undefined,
	`/${'x'.repeat(1001)}`,
])('%j is no way to another site', (path) => expect(ownPath(path)).toBe('/'));
