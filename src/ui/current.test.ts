import { expect, it } from 'vitest';
import { currentHref } from './current.ts';

const hrefs = ['/', '/werkteams', '/werkteams/samen-thuis', '/beheer'];

it.each([
	['/', '/'],
	['/werkteams', '/werkteams'],
	['/werkteams/samen', '/werkteams'],
	['/werkteams/samen-thuis/leden', '/werkteams/samen-thuis'],
	['/beheerder', undefined],
])('%s belongs to %s', (path, expected) => {
	expect(currentHref(path, hrefs)).toBe(expected);
});
