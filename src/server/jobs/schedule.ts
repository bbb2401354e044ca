import { Cron } from 'croner';
import { errorFields, log } from '../log.ts';
import { singleton } from '../singleton.ts';
import { onStop } from '../stop.ts';

export interface Job {
	name: string;
	/** Five fields, Amsterdam time. */
	cron: string;
	run: () => void | Promise<void>;
}

const running = () => singleton('jobs', () => new Map<string, Cron>());

/** Runs a job now. A job that fails is written down and tried again at its next time. */
export async function runJob({ name, run }: Job) {
	const begin = performance.now();
	try {
		await run();
		log.info({
			event: 'job.done',
			object: `job:${name}`,
			ms: Math.round(performance.now() - begin),
		});
	} catch (error) {
		log.error({ event: 'job.failed', object: `job:${name}`, ...errorFields(error) });
	}
}

/** Starts what is not running yet; the same job never runs twice at once. */
export function startJobs(jobs: readonly Job[]) {
	if (running().size === 0 && jobs.length > 0) onStop(stopJobs);
	for (const job of jobs) {
		if (running().has(job.name)) continue;
		const options = { timezone: 'Europe/Amsterdam', protect: true, unref: true };
		running().set(job.name, new Cron(job.cron, options, () => runJob(job)));
	}
}

function stopJobs() {
	for (const cron of running().values()) cron.stop();
	running().clear();
}
