/* Production entry, built as one more entry of Kit's server build: `node build/server/main.js`. */

// On an older Node the database ends the process without a word; so nothing native is imported here.
if (Number(process.versions.napi) < 10) {
	console.error(`Node.js ${process.version} is te oud voor Samenspel: gebruik 22.17 of nieuwer.`);
	process.exit(1);
}
const { serve } = await import('./serve.ts');
await serve(new URL('.', import.meta.url));

export {};
