export interface Tijden {
	/** Empty: as the bijeenkomst. */
	van: string;
	tot: string;
}

export const WEG_VOOR_KOMST = 'Iemand gaat weg voor hij komt. Kijk de tijden na.';

/** A line has minutes in it: who leaves in the minute of coming was not there. */
export const isNaKomst = ({ van, tot }: Tijden): boolean => !van || !tot || tot > van;
