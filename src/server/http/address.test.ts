import { expect, it } from 'vitest';
import { addressKey, logAddress } from './address.ts';

it.each([
	['10.1.2.3', '10.1.2.3', '10.1.2.0'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::', '2001:db8:1::'],
	['2001:db8::1', '2001:db8:0:0::', '2001:db8:0::'],
	['::1', '0:0:0:0::', '0:0:0::'],
])('%s counts as %s and is logged as %s', (address, key, logged) => {
	expect(addressKey(address)).toBe(key);
	expect(logAddress(address)).toBe(logged);
});
