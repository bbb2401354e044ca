import { dagVanIso, isoVan, plusDagen, weekdag } from './kalender.ts';

/** Easter Sunday (Gauss, Meeus, Jones, Butcher). */
export function pasen(jaar: number): string {
	const a = jaar % 19;
	const b = Math.floor(jaar / 100);
	const c = jaar % 100;
	const d =
		(19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
	const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
	return isoVan({ jaar, maand: Math.floor(f / 31), dag: (f % 31) + 1 });
}

const VAST: Record<string, string> = {
	'01-01': 'Nieuwjaarsdag',
	'05-05': 'Bevrijdingsdag',
	'12-25': 'Eerste Kerstdag',
	'12-26': 'Tweede Kerstdag',
};

const ROND_PASEN: [number, string][] = [
	[-2, 'Goede Vrijdag'],
	[0, 'Eerste Paasdag'],
	[1, 'Tweede Paasdag'],
	[39, 'Hemelvaartsdag'],
	[49, 'Eerste Pinksterdag'],
	[50, 'Tweede Pinksterdag'],
];

/** Koningsdag is 27 April, or the day before when that is a Sunday. */
const koningsdag = (jaar: number) =>
	weekdag(`${jaar}-04-27`) === 'zondag' ? `${jaar}-04-26` : `${jaar}-04-27`;

export function feestdag(iso: string): string | undefined {
	const { jaar } = dagVanIso(iso);
	const paasdag = pasen(jaar);
	const vast = VAST[iso.slice(5)];
	if (vast) return vast;
	if (jaar >= 2014 && iso === koningsdag(jaar)) return 'Koningsdag';
	return ROND_PASEN.find(([dagen]) => plusDagen(paasdag, dagen) === iso)?.[1];
}
