import * as v from 'valibot';
import type { PersoonActor } from '#access/actor.ts';
import { intentieverklaringInput, organisatieInput, partnerschapInput } from './input.ts';
import { createIntentieverklaring, createPartnerschap } from './partnerschap.write.server.ts';
import { createOrganisatie } from './write.server.ts';

/** For tests: what a coördinator types in the forms about partners. */

type Velden = Record<string, string>;

export const organisatieVelden = (velden: Velden) =>
	v.parse(organisatieInput, { soort: 'gemeente', koepelId: '', regio: '', ...velden });

export const partnerschapVelden = (velden: Velden) => v.parse(partnerschapInput, velden);

export const maakOrganisatie = (actor: PersoonActor, naam: string, velden: Velden = {}) =>
	createOrganisatie(actor, organisatieVelden({ naam, ...velden })).id;

export const maakPartnerschap = (actor: PersoonActor, organisatieId: string, velden: Velden) =>
	createPartnerschap(actor, { organisatieId, ...partnerschapVelden(velden) });

export const maakIntentie = (actor: PersoonActor, organisatieId: string, velden: Velden) =>
	createIntentieverklaring(actor, { organisatieId, ...v.parse(intentieverklaringInput, velden) });
