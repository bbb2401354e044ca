import { createTeamfeed, renewTeamfeed } from '#features/kalender/write.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';

/** The address of the team for calendars. */
export const teamfeedActions = {
	teamfeed: action(NoFields, (actor, _input, { event: { params } }) => {
		createTeamfeed(actor, params.id!);
		return { melding: 'Het adres is er.' };
	}),
	teamfeednieuw: action(NoFields, (actor, _input, { event: { params } }) => {
		renewTeamfeed(actor, params.id!);
		return { melding: 'Het nieuwe adres is er. Het oude werkt niet meer.' };
	}),
};
