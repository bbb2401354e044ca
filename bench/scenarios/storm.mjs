// Cursor storm: every client of one room sends its awareness state at 10 Hz.
import load from './load.mjs';
export default (ctx) =>
	load({
		...ctx,
		opts: {
			rooms: 1,
			clients: 50,
			rate: 10,
			secs: 12,
			...Object.fromEntries(Object.entries(ctx.opts).filter(([, v]) => v !== undefined)),
			mode: 'cursor',
		},
	});
