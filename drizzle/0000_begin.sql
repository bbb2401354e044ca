CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`wachtwoord_hash` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_email` ON `account` (lower("email"));--> statement-breakpoint
CREATE TABLE `account_blokkade` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`door` text,
	`reden` text DEFAULT '' NOT NULL,
	`opgeheven_op` integer,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `apparaat` (
	`account_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `token_hash`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `inlogbewijs` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`soort` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`token_hash` text NOT NULL,
	`code_hash` text,
	`code_verloopt_op` integer,
	`pogingen` integer DEFAULT 0 NOT NULL,
	`verloopt_op` integer NOT NULL,
	`gebruikt_op` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inlogbewijs_token_hash_unique` ON `inlogbewijs` (`token_hash`);--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`persoon_id` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`absolute_expires_at` integer NOT NULL,
	`shared_device` integer DEFAULT false NOT NULL,
	`device` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `gremium` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`naam` text NOT NULL,
	`niveau` text NOT NULL,
	`samenstelling` text DEFAULT '' NOT NULL,
	`taak` text DEFAULT '' NOT NULL,
	`van` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `gremium_lid` (
	`id` text PRIMARY KEY NOT NULL,
	`gremium_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	`rol` text DEFAULT '' NOT NULL,
	`van` text,
	`tot` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`gremium_id`) REFERENCES `gremium`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `gremium_opheffing` (
	`id` text PRIMARY KEY NOT NULL,
	`gremium_id` text NOT NULL,
	`op` text NOT NULL,
	`voorlopig` integer NOT NULL,
	`reden` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`herleefd_op` text,
	FOREIGN KEY (`gremium_id`) REFERENCES `gremium`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `gremium_vergadering` (
	`id` text PRIMARY KEY NOT NULL,
	`gremium_id` text NOT NULL,
	`datum` text NOT NULL,
	`aantal` integer DEFAULT 1 NOT NULL,
	`toelichting` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`gremium_id`) REFERENCES `gremium`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `kennisagenda` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`titel` text NOT NULL,
	`doel` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `thema` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`volgnummer` integer NOT NULL,
	`titel` text NOT NULL,
	`omschrijving` text DEFAULT '' NOT NULL,
	`landelijk_thema` text DEFAULT '' NOT NULL,
	`zonder_resultaat` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `thema_keuze` (
	`thema_id` text NOT NULL,
	`periode_id` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`thema_id`, `periode_id`),
	FOREIGN KEY (`thema_id`) REFERENCES `thema`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`periode_id`) REFERENCES `periode`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `leeromgeving` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`soort` text NOT NULL,
	`volgnummer` integer,
	`doel` text DEFAULT '' NOT NULL,
	`werkwijze` text DEFAULT '' NOT NULL,
	`gewenste_opbrengst` text DEFAULT '' NOT NULL,
	`locaties` text DEFAULT '' NOT NULL,
	`bovenliggend_id` text,
	`van` text,
	`tot` text,
	`status` text DEFAULT 'vorming' NOT NULL,
	`waarom_gestopt` text DEFAULT '' NOT NULL,
	`kleed` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bovenliggend_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leeromgeving_kleed` ON `leeromgeving` (`werkplaats_id`,`kleed`);--> statement-breakpoint
CREATE TABLE `leeromgeving_naam` (
	`id` text PRIMARY KEY NOT NULL,
	`leeromgeving_id` text NOT NULL,
	`naam` text NOT NULL,
	`van` text,
	`reden` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `leeromgeving_periode` (
	`leeromgeving_id` text NOT NULL,
	`periode_id` text NOT NULL,
	PRIMARY KEY(`leeromgeving_id`, `periode_id`),
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`periode_id`) REFERENCES `periode`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `leeromgeving_thema` (
	`leeromgeving_id` text NOT NULL,
	`thema_id` text NOT NULL,
	PRIMARY KEY(`leeromgeving_id`, `thema_id`),
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`thema_id`) REFERENCES `thema`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `lege_stoel` (
	`id` text PRIMARY KEY NOT NULL,
	`leeromgeving_id` text NOT NULL,
	`wie` text NOT NULL,
	`perspectief` text,
	`door` text,
	`created_at` integer NOT NULL,
	`gevuld_op` integer,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `lidmaatschap` (
	`id` text PRIMARY KEY NOT NULL,
	`leeromgeving_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	`rol` text NOT NULL,
	`perspectief` text NOT NULL,
	`namens_id` text,
	`van` text NOT NULL,
	`tot` text,
	`aangehaakt_via` text DEFAULT '' NOT NULL,
	`reden_einde` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`namens_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `praktijk` (
	`id` text PRIMARY KEY NOT NULL,
	`leeromgeving_id` text NOT NULL,
	`organisatie_id` text,
	`omschrijving` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `afleiding` (
	`praktijkvraag_id` text NOT NULL,
	`leervraag_id` text NOT NULL,
	PRIMARY KEY(`praktijkvraag_id`, `leervraag_id`),
	FOREIGN KEY (`praktijkvraag_id`) REFERENCES `praktijkvraag`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leervraag_id`) REFERENCES `leervraag`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `leervraag` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`tekst` text NOT NULL,
	`thema_id` text,
	`herkomst` text NOT NULL,
	`perspectief` text,
	`status` text DEFAULT 'nieuw' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`thema_id`) REFERENCES `thema`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `leervraag_leeromgeving` (
	`leervraag_id` text NOT NULL,
	`leeromgeving_id` text NOT NULL,
	PRIMARY KEY(`leervraag_id`, `leeromgeving_id`),
	FOREIGN KEY (`leervraag_id`) REFERENCES `leervraag`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `loslating` (
	`id` text PRIMARY KEY NOT NULL,
	`vraag_id` text NOT NULL,
	`reden` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`teruggenomen_op` integer,
	`teruggenomen_door` text
);
--> statement-breakpoint
CREATE TABLE `praktijkvraag` (
	`id` text PRIMARY KEY NOT NULL,
	`leeromgeving_id` text NOT NULL,
	`tekst` text NOT NULL,
	`perspectief` text,
	`indiener_id` text,
	`organisatie_id` text,
	`status` text DEFAULT 'nieuw' NOT NULL,
	`antwoord` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`indiener_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `vraag_versie` (
	`id` text PRIMARY KEY NOT NULL,
	`vraag_id` text NOT NULL,
	`tekst` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `intentieverklaring` (
	`id` text PRIMARY KEY NOT NULL,
	`organisatie_id` text NOT NULL,
	`periode_id` text,
	`getekend_op` text,
	`thema_id` text,
	`motivatie` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`periode_id`) REFERENCES `periode`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`thema_id`) REFERENCES `thema`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `organisatie` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`naam` text NOT NULL,
	`soort` text NOT NULL,
	`koepel_id` text,
	`regio` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`koepel_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `organisatie_alias` (
	`id` text PRIMARY KEY NOT NULL,
	`organisatie_id` text NOT NULL,
	`naam` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `partnerschap` (
	`id` text PRIMARY KEY NOT NULL,
	`organisatie_id` text NOT NULL,
	`van` text NOT NULL,
	`tot` text,
	`reden_einde` text DEFAULT '' NOT NULL,
	`thema_id` text,
	`motivatie` text DEFAULT '' NOT NULL,
	`contactpersoon_id` text,
	`toezegging_minuten` integer,
	`toezegging_incash` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`thema_id`) REFERENCES `thema`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`contactpersoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `trekker` (
	`werkplaats_id` text NOT NULL,
	`organisatie_id` text NOT NULL,
	`lectoraat` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`werkplaats_id`, `organisatie_id`),
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `werkrelatie` (
	`id` text PRIMARY KEY NOT NULL,
	`persoon_id` text NOT NULL,
	`organisatie_id` text NOT NULL,
	`functie` text DEFAULT '' NOT NULL,
	`van` text,
	`tot` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `account_persoon` (
	`account_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	`werkplaats_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `persoon_id`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_werkplaats` ON `account_persoon` (`account_id`,`werkplaats_id`);--> statement-breakpoint
CREATE TABLE `persoon` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`voornaam` text NOT NULL,
	`tussenvoegsel` text DEFAULT '' NOT NULL,
	`achternaam` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`perspectief` text,
	`vermelding` text DEFAULT 'volledig' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `rol` (
	`id` text PRIMARY KEY NOT NULL,
	`persoon_id` text NOT NULL,
	`rol` text NOT NULL,
	`organisatie_id` text,
	`door` text,
	`created_at` integer NOT NULL,
	`ingetrokken_op` integer,
	`ingetrokken_door` text,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `uitnodiging` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`naam` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`leeromgeving_id` text,
	`leeromgeving_rol` text,
	`perspectief` text,
	`namens_id` text,
	`werkplaats_rol` text,
	`persoon_id` text,
	`token_hash` text NOT NULL,
	`code_hmac` text,
	`door` text,
	`created_at` integer NOT NULL,
	`verloopt_op` integer NOT NULL,
	`aanvaard_op` integer,
	`aanvaard_door` text,
	`ingetrokken_op` integer,
	`ingetrokken_door` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`namens_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `uitnodiging_token_hash_unique` ON `uitnodiging` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `uitnodiging_code_hmac_unique` ON `uitnodiging` (`code_hmac`);--> statement-breakpoint
CREATE TABLE `periode` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`nummer` integer NOT NULL,
	`naam` text NOT NULL,
	`van` text NOT NULL,
	`tot` text NOT NULL,
	`uitvoering_van` text,
	`status` text DEFAULT 'lopend' NOT NULL,
	`toelichting` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `subsidie` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`naam` text NOT NULL,
	`van` text NOT NULL,
	`tot` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `subsidie_verlenging` (
	`id` text PRIMARY KEY NOT NULL,
	`subsidie_id` text NOT NULL,
	`tot` text NOT NULL,
	`reden` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`subsidie_id`) REFERENCES `subsidie`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `werkplaats` (
	`id` text PRIMARY KEY NOT NULL,
	`naam` text NOT NULL,
	`korte_naam` text NOT NULL,
	`regio` text DEFAULT '' NOT NULL,
	`voorganger` text DEFAULT '' NOT NULL,
	`voorganger_jaren` text DEFAULT '' NOT NULL,
	`centraal_thema` text DEFAULT '' NOT NULL,
	`website` text DEFAULT '' NOT NULL,
	`hulp_telefoon` text DEFAULT '' NOT NULL,
	`privacy_contact` text DEFAULT '' NOT NULL,
	`kleed` text NOT NULL,
	`is_voorbeeld` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text
);
--> statement-breakpoint
CREATE TABLE `woord` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`periode_id` text,
	`sleutel` text NOT NULL,
	`enkelvoud` text NOT NULL,
	`meervoud` text NOT NULL,
	`lidwoord` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`periode_id`) REFERENCES `periode`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `woord_uniek` ON `woord` (`werkplaats_id`,`sleutel`,`periode_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`created_at` integer NOT NULL,
	`werkplaats_id` text,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`object` text NOT NULL,
	`result` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`key` text PRIMARY KEY NOT NULL,
	`values` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `form_request` (
	`key` text NOT NULL,
	`scope` text NOT NULL,
	`outcome` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`key`, `scope`)
);
--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`sent_at` integer,
	`failed_at` integer
);
--> statement-breakpoint
CREATE TABLE `throttle` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_start` integer NOT NULL
);
