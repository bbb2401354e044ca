/** What a screen beside the verslag shows of who is there; plain, because it travels as JSON. */
export interface PresentieStand {
	aanwezig: number;
	/** Of how many: who is on the list, and who sits in the team or was asked. */
	verwacht: number;
	/** "Gerard en Chantal hebben zich afgemeld.", or nothing. */
	afgemeld: string;
	/** "Bevestigd door Hanneke op 11 juni 2026.", or nothing. */
	bevestigd: string;
	/** Of who looks: on the list, may say so, may take it back; the line of it, when it can be changed. */
	ik: { erbij: boolean; kan: boolean; terug: boolean; regelId: string };
	may: { write: boolean };
}
