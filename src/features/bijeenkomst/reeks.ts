/**
 * How many there were: what somebody wrote, or as many as are there when those are more. Nobody
 * counted: there may have been others.
 */
export const telReeks = ({ aantal }: { aantal: number | null }, delen: number) => ({
	aantal: Math.max(aantal ?? 0, delen),
	tenMinste: aantal === null,
});

/** "reeks van 12", "ten minste 3"; of what nobody counted and nobody wrote down: how often is not known. */
export function toonReeks({ aantal, tenMinste, circa }: Geteld): string {
	if (tenMinste) return aantal > 0 ? `ten minste ${aantal}` : 'hoe vaak is niet bekend';
	if (aantal === 1) return 'één keer';
	return `reeks van ${circa ? 'circa ' : ''}${aantal}`;
}

interface Geteld {
	aantal: number;
	tenMinste: boolean;
	circa: boolean;
}
