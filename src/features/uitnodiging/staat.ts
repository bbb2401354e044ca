/** Where an invitation stands, read from what happened to it. */
export const STATEN = {
	open: 'Open',
	aanvaard: 'Aanvaard',
	verlopen: 'Verlopen',
	ingetrokken: 'Ingetrokken',
} as const;
export type Staat = keyof typeof STATEN;

interface Gebeurd {
	verlooptOp: Date;
	aanvaardOp: Date | null;
	ingetrokkenOp: Date | null;
}

export function staatOp({ aanvaardOp, ingetrokkenOp, verlooptOp }: Gebeurd, at: Date): Staat {
	if (aanvaardOp) return 'aanvaard';
	if (ingetrokkenOp) return 'ingetrokken';
	return verlooptOp <= at ? 'verlopen' : 'open';
}

/** "4829 1673 0581": groups that can be read out and copied without a mistake. */
export const leesbaar = (code: string) => code.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
