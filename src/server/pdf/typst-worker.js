/* In a thread of its own: given as text to Worker, for it has to run the same from source and build. */
async function run() {
	const { parentPort, workerData } = await import('node:worker_threads');
	const { readFileSync } = await import('node:fs');
	const { compiler, wasm, fonts, source, files } = workerData;
	const { default: init, TypstCompilerBuilder } = await import(compiler);
	await init({ module_or_path: readFileSync(wasm) });
	const builder = new TypstCompilerBuilder();
	// it sees what is given here and nothing else: no disk, no network
	builder.set_dummy_access_model();
	for (const font of fonts) await builder.add_raw_font(font);
	const typst = await builder.build();
	typst.add_source('/main.typ', source);
	for (const { path, bytes } of files) typst.map_shadow(path, bytes);
	const PDF = 1;
	const WITH_PLACE = 3;
	const { result, diagnostics } = typst
		.snapshot('/', '/main.typ', undefined)
		.get_artifact(PDF, WITH_PLACE);
	if (!result) throw new Error(JSON.stringify(diagnostics).slice(0, 2000));
	parentPort?.postMessage(result);
}
void run();
