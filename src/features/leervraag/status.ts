export const VRAAG_STATUS = {
	nieuw: 'nieuw',
	onderzoek: 'in onderzoek',
	beantwoord: 'beantwoord',
	doorgezet: 'doorgezet',
} as const;

/** Dropped is not a status but a row of its own (`loslating`), so that the status stays. */
export type VraagStatus = keyof typeof VRAAG_STATUS;

export const HERKOMST = {
	kennisagenda: 'kennisagenda',
	gemeente: 'een gemeente',
	bewoner: 'een bewoner',
	team: 'het team',
	student: 'een student',
} as const;

export type Herkomst = keyof typeof HERKOMST;
