// Variable-length unsigned integers as lib0 writes them (7 bits a byte, low first).
export const vlen = (n) => {
	let l = 1;
	while (n > 127) {
		n = Math.floor(n / 128);
		l++;
	}
	return l;
};
export const wv = (buf, pos, n) => {
	while (n > 127) {
		buf[pos++] = 128 | (n % 128);
		n = Math.floor(n / 128);
	}
	buf[pos++] = n;
	return pos;
};
// A reader with a moving position, reused for every message.
export class Reader {
	constructor() {
		this.buf = null;
		this.pos = 0;
		this.end = 0;
	}
	set(buf, pos, end) {
		this.buf = buf;
		this.pos = pos;
		this.end = end;
		return this;
	}
	u() {
		let n = 0;
		let mul = 1;
		for (;;) {
			if (this.pos >= this.end) throw new RangeError('short message');
			const b = this.buf[this.pos++];
			n += (b & 127) * mul;
			if (b < 128) return n;
			mul *= 128;
		}
	}
	skip(n) {
		this.pos += n;
		if (this.pos > this.end) throw new RangeError('short message');
	}
}
