export interface Som {
	aantal: number;
	circa: boolean;
	/** Of some nobody knows how many came (R-25). */
	tenMinste: boolean;
}

/** "387 bezoeken", "circa 20 bezoeken", "ten minste 60 bezoeken" (R-24, R-25, R-27). */
export function bezoeken({ aantal, circa, tenMinste }: Som): string {
	if (tenMinste && aantal === 0) return 'niet geteld';
	const voor = [tenMinste && 'ten minste', circa && 'circa'].filter(Boolean).join(' ');
	return `${voor ? `${voor} ` : ''}${aantal} ${aantal === 1 ? 'bezoek' : 'bezoeken'}`;
}

export const keer = (aantal: number, woord: { enkelvoud: string; meervoud: string }) =>
	`${aantal} ${aantal === 1 ? woord.enkelvoud : woord.meervoud}`;
