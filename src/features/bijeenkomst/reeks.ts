/**
 * How many there were: what somebody wrote, or as many as are there when those are more. Nobody
 * counted: there may have been others.
 */
export const telReeks = ({ aantal }: { aantal: number | null }, delen: number) => ({
	aantal: Math.max(aantal ?? 0, delen),
	tenMinste: aantal === null,
});
