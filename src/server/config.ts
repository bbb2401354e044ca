import { resolve } from 'node:path';
import { singleton } from './singleton.ts';

/** How this installation runs, read from the environment once. */
export interface Config {
	dataDir: string;
	migrationsDir: string;
	mailDir: string;
	smtpUrl: string;
}

export const config = (): Config =>
	singleton('config', () => {
		const dataDir = resolve(process.env.DATA_DIR || 'data');
		return {
			dataDir,
			migrationsDir: resolve(process.env.MIGRATIONS_DIR || 'drizzle'),
			mailDir: resolve(process.env.MAIL_DIR || `${dataDir}/mail`),
			smtpUrl: process.env.SMTP_URL ?? '',
		};
	});
