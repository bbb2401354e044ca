/** Number, shape and colour of a principle are fixed; names come from the one who shows it. */
export type Principe = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The shape, and how low the number stands in it. */
export const VORM: Record<Principe, { d: string; y: number; stroke: number }> = {
	1: { d: 'M12 .8a11.2 11.2 0 1 1 0 22.4a11.2 11.2 0 1 1 0-22.4Z', y: 16.4, stroke: 0 },
	2: {
		d: 'M6.6 6.6a5.6 5.6 0 0 1 10.8 0 5.6 5.6 0 0 1 0 10.8 5.6 5.6 0 0 1-10.8 0 5.6 5.6 0 0 1 0-10.8Z',
		y: 16.4,
		stroke: 0,
	},
	3: { d: 'M12 1.6 23 21.4H1Z', y: 19, stroke: 2 },
	4: {
		d: 'M12-.4 15.29 4.05 20.77 3.23 19.95 8.71 24.4 12 19.95 15.29 20.77 20.77 15.29 19.95 12 24.4 8.71 19.95 3.23 20.77 4.05 15.29-.4 12 4.05 8.71 3.23 3.23 8.71 4.05Z',
		y: 16.4,
		stroke: 0,
	},
	5: { d: 'M12 .6 23.4 12 12 23.4.6 12Z', y: 16.4, stroke: 1 },
	6: {
		d: 'M4 1.5h16a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3h-7.5L7 23.4V18.5H4a3 3 0 0 1-3-3v-11a3 3 0 0 1 3-3Z',
		y: 14.5,
		stroke: 0,
	},
	7: { d: 'M12 0 22.39 6V18L12 24 1.61 18V6Z', y: 16.4, stroke: 1 },
};
