/** Where the browser does not allow it, the text is selected: Ctrl C does the rest. */
export async function copyText(
	text: string,
	field: HTMLInputElement | HTMLTextAreaElement | null | undefined,
): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		field?.select();
		field?.focus();
		return false;
	}
}
