import type { Actions } from '@sveltejs/kit';
import { finaliseBord } from '#features/bord/bord.write.server.ts';
import { createCode, withdrawCode } from '#features/bord/code.write.server.ts';
import { daad } from '#features/bord/daad.server.ts';
import { DeelnemerId } from '#features/bord/deelnemer.input.ts';
import {
	removeDeelnemer,
	withdrawHand,
	withdrawWegsturen,
} from '#features/bord/deelnemer.write.server.ts';
import {
	extendKlok,
	pauseKlok,
	removeKlok,
	resumeKlok,
	startKlok,
} from '#features/bord/klok.write.server.ts';
import {
	FaseInput,
	KlokInput,
	ReeksInput,
	RegieInput,
	SlotInput,
	StilInput,
	UitlichtInput,
} from '#features/bord/regie.input.ts';
import {
	assignRegie,
	createRegie,
	createUitlicht,
	moveFase,
	publishBriefjes,
	updateSlot,
	updateStil,
} from '#features/bord/regie.write.server.ts';
import { createTafelronde, moveReeks } from '#features/bord/reeks.write.server.ts';
import { deriveTafels } from '#features/bord/tafelborden.write.server.ts';
import { StipNamensInput, StiprondeInput } from '#features/bord/stip.input.ts';
import {
	createStipNamens,
	createStipronde,
	finaliseStipronde,
	publishUitslag,
	removeStipNamens,
	withdrawSluiting,
} from '#features/bord/stip.write.server.ts';
import { BriefjeId } from '#features/bord/briefje.input.ts';
import { CodeInput } from '#features/presentie/code.input.ts';
import { NoFields } from '#ui/fields.ts';

/** What who holds regie does. */
export const regieActions = {
	neemregie: daad(NoFields, createRegie),
	geefregie: daad(RegieInput, assignRegie),
	fase: daad(FaseInput, moveFase),
	stil: daad(StilInput, updateStil),
	legopen: daad(NoFields, publishBriefjes),
	slot: daad(SlotInput, updateSlot),
	klok: daad(KlokInput, startKlok),
	klokpauze: daad(NoFields, pauseKlok),
	klokverder: daad(NoFields, resumeKlok),
	klokerbij: daad(NoFields, extendKlok),
	klokweg: daad(NoFields, removeKlok),
	uitlicht: daad(UitlichtInput, createUitlicht),
	wegsturen: daad(DeelnemerId, removeDeelnemer),
	laattoe: daad(DeelnemerId, withdrawWegsturen),
	handweg: daad(DeelnemerId, withdrawHand),
	ronde: daad(StiprondeInput, createStipronde),
	rondedicht: daad(NoFields, finaliseStipronde),
	rondeverder: daad(NoFields, withdrawSluiting),
	uitslag: daad(NoFields, publishUitslag),
	stipnamens: daad(StipNamensInput, createStipNamens),
	stipnamensweg: daad(BriefjeId, removeStipNamens),
	reeks: daad(ReeksInput, moveReeks),
	tafelronde: daad(NoFields, createTafelronde),
	brengsamen: daad(NoFields, deriveTafels),
	rondaf: daad(NoFields, (actor, { bordId }) => finaliseBord(actor, { id: bordId })),
	code: daad(CodeInput, createCode),
	codeweg: daad(NoFields, withdrawCode),
} satisfies Actions;
