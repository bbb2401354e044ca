import { expect, it, vi } from 'vitest';
import { securityText } from './security-text.ts';

const origin = 'https://samenspel.example';

it('names whom to tell, until a day that lies ahead', () => {
	vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z'), toFake: ['Date'] });
	expect(securityText({ securityContact: 'mailto:security@hogeschool.nl', origin })).toBe(
		`Contact: mailto:security@hogeschool.nl
Expires: 2027-05-20T00:00:00.000Z
Preferred-Languages: nl, en
Canonical: https://samenspel.example/.well-known/security.txt
`,
	);
	vi.useRealTimers();
});

it('is not there when nobody is named', () => {
	expect(securityText({ securityContact: '', origin })).toBeUndefined();
});
