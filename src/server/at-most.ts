interface AtMost {
	<T>(run: () => Promise<T>): Promise<T>;
	/** Whoever comes now has to wait. */
	isBusy(): boolean;
}

/** Runs what it is given, so many at once; the rest waits its turn. */
export function atMost(most: number): AtMost {
	const waiting: (() => void)[] = [];
	let running = 0;
	const free = () => {
		running--;
		waiting.shift()?.();
	};
	const take = async <T>(run: () => Promise<T>): Promise<T> => {
		if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
		running++;
		try {
			return await run();
		} finally {
			free();
		}
	};
	return Object.assign(take, { isBusy: () => running >= most });
}
