/** What a screen beside the verslag shows of who is there; plain, because it travels as JSON. */
export interface PresentieStand {
	aanwezig: number;
	/** Who is there, and who is still expected. */
	verwacht: number;
	/** "Gerard en Chantal hebben zich afgemeld.", or nothing. */
	afgemeld: string;
	/** "Bevestigd door Hanneke op 11 juni 2026.", or nothing. */
	bevestigd: string;
	/** Of who looks: on the list, may say so, may take it back. */
	ik: { erbij: boolean; kan: boolean; terug: boolean };
	may: { write: boolean };
}
