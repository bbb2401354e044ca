const BROWSERS: [RegExp, string][] = [
	[/Edg(e|A|iOS)?\//, 'Edge'],
	[/OPR\/|Opera/, 'Opera'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
	[/Safari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
	[/iPhone|iPad|iPod/, 'iOS'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/Mac OS X|Macintosh/, 'macOS'],
	[/CrOS/, 'ChromeOS'],
	[/Linux/, 'Linux'],
];

const firstMatch = (families: [RegExp, string][], text: string) =>
	families.find(([pattern]) => pattern.test(text))?.[1];

/** "Firefox op Windows": enough to recognise an own session, too little to follow somebody. */
export function deviceLabel(userAgent: string | null): string {
	const browser = firstMatch(BROWSERS, userAgent ?? '') ?? 'Onbekende browser';
	const system = firstMatch(SYSTEMS, userAgent ?? '');
	return system ? `${browser} op ${system}` : browser;
}
