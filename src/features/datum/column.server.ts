import { customType } from 'drizzle-orm/sqlite-core';
import type { Schrijfdatum } from './schrijfdatum.ts';

/**
 * One column for a written date: `2018-10-01/2018-12-31/2018-12-31~eind 2018`
 * (first/assumed/last day, `~` assumed or `=` exact, what was written). Its own order is the
 * order of the first possible day.
 */
export const schrijfdatum = customType<{ data: Schrijfdatum; driverData: string }>({
	dataType: () => 'text',
	toDriver: (d) => `${d.eerste}/${d.dag}/${d.laatste}${d.aangenomen ? '~' : '='}${d.geschreven}`,
	fromDriver: (text) => ({
		eerste: text.slice(0, 10),
		dag: text.slice(11, 21),
		laatste: text.slice(22, 32),
		aangenomen: text[32] === '~',
		geschreven: text.slice(33),
	}),
});
