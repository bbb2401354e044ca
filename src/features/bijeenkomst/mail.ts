/** " 9 mensen krijgen een mail." after what was done; nothing when nobody does. */
export function mensenKrijgenMail(aantal: number): string {
	if (aantal === 0) return '';
	return aantal === 1 ? ' Eén mens krijgt een mail.' : ` ${aantal} mensen krijgen een mail.`;
}
