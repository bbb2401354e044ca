/** Why the server cannot start (or a command cannot run): a plain sentence for whoever runs it. */
export class StartError extends Error {
	override name = 'StartError';
}
