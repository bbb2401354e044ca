CREATE TABLE `afspraakvervolg` (
	`id` text PRIMARY KEY NOT NULL,
	`soort` text NOT NULL,
	`tekst` text DEFAULT '' NOT NULL,
	`wanneer` text DEFAULT '' NOT NULL,
	`in_id` text,
	`door` text,
	`created_at` integer NOT NULL,
	`bord_id` text NOT NULL,
	`afspraak_id` text NOT NULL,
	FOREIGN KEY (`in_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `afspraakvervolg_van` ON `afspraakvervolg` (`bord_id`,`afspraak_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `bordafspraak` (
	`bord_id` text NOT NULL,
	`id` text NOT NULL,
	`wat` text NOT NULL,
	`wie_id` text,
	`wie` text NOT NULL,
	`wanneer` text NOT NULL,
	`effect` text NOT NULL,
	`volgorde` integer NOT NULL,
	PRIMARY KEY(`bord_id`, `id`),
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`wie_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `bordafspraak_wie` ON `bordafspraak` (`wie_id`);--> statement-breakpoint
CREATE TABLE `bordgroep` (
	`bord_id` text NOT NULL,
	`id` text NOT NULL,
	`naam` text NOT NULL,
	`volgorde` integer NOT NULL,
	PRIMARY KEY(`bord_id`, `id`),
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bordherkomst` (
	`bord_id` text NOT NULL,
	`van_id` text NOT NULL,
	`uit_id` text NOT NULL,
	PRIMARY KEY(`bord_id`, `van_id`, `uit_id`),
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bordherkomst_uit` ON `bordherkomst` (`bord_id`,`uit_id`);--> statement-breakpoint
CREATE TABLE `bordinzicht` (
	`bord_id` text NOT NULL,
	`id` text NOT NULL,
	`soort` text NOT NULL,
	`tekst` text NOT NULL,
	`tegen` text DEFAULT '' NOT NULL,
	`volgorde` integer NOT NULL,
	PRIMARY KEY(`bord_id`, `id`),
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bordplek` (
	`bord_id` text NOT NULL,
	`briefje_id` text NOT NULL,
	`groep_id` text,
	`volgorde` integer NOT NULL,
	PRIMARY KEY(`bord_id`, `briefje_id`),
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bord` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`leeromgeving_id` text NOT NULL,
	`leervraag_id` text,
	`titel` text NOT NULL,
	`vraag_delen` text DEFAULT '' NOT NULL,
	`vraag_duiden` text DEFAULT '' NOT NULL,
	`vraag_doen` text DEFAULT '' NOT NULL,
	`soort` text DEFAULT 'ddd' NOT NULL,
	`plenair_id` text,
	`namen` integer DEFAULT false NOT NULL,
	`gasten` integer DEFAULT true NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`weggehaald_op` integer,
	`weggehaald_door` text,
	`afgerond_op` integer,
	`afgerond_door` text,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leervraag_id`) REFERENCES `leervraag`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`plenair_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `bord_team` ON `bord` (`leeromgeving_id`);--> statement-breakpoint
CREATE INDEX `bord_plenair` ON `bord` (`plenair_id`);--> statement-breakpoint
CREATE TABLE `bord_bijeenkomst` (
	`bord_id` text NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`fase` text,
	PRIMARY KEY(`bord_id`, `bijeenkomst_id`),
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bord_bijeenkomst_van` ON `bord_bijeenkomst` (`bijeenkomst_id`);--> statement-breakpoint
CREATE TABLE `bordcode` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`bord_id` text NOT NULL,
	`code_hmac` text NOT NULL,
	`token_hash` text NOT NULL,
	`verloopt_op` integer NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`ingetrokken_op` integer,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bordcode_token_hash_unique` ON `bordcode` (`token_hash`);--> statement-breakpoint
CREATE INDEX `bordcode_hmac` ON `bordcode` (`code_hmac`);--> statement-breakpoint
CREATE INDEX `bordcode_van` ON `bordcode` (`bord_id`);--> statement-breakpoint
CREATE TABLE `bordstand` (
	`bord_id` text PRIMARY KEY NOT NULL,
	`fase` text DEFAULT 'delen' NOT NULL,
	`stil` integer DEFAULT false NOT NULL,
	`slot` integer DEFAULT false NOT NULL,
	`regie_id` text,
	`klok_tot` integer,
	`klok_rest` integer,
	`uitlicht` text DEFAULT '' NOT NULL,
	`ronde_id` text DEFAULT '' NOT NULL,
	`naar` text DEFAULT '' NOT NULL,
	`tafelronde` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`regie_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `briefje` (
	`id` text PRIMARY KEY NOT NULL,
	`bord_id` text NOT NULL,
	`werkplaats_id` text NOT NULL,
	`fase` text NOT NULL,
	`soort` text DEFAULT '' NOT NULL,
	`tekst` text NOT NULL,
	`perspectief` text NOT NULL,
	`deelnemer_id` text,
	`tafel_id` text,
	`tafelronde` integer DEFAULT 0 NOT NULL,
	`namens_door` text,
	`gelegd_op` integer,
	`nr` integer,
	`weggehaald_op` integer,
	`weggehaald_door` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemer`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`namens_door`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `briefje_van` ON `briefje` (`bord_id`,`fase`);--> statement-breakpoint
CREATE INDEX `briefje_deelnemer` ON `briefje` (`deelnemer_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `briefje_nr` ON `briefje` (`bord_id`,`nr`);--> statement-breakpoint
CREATE TABLE `deelnemer` (
	`id` text PRIMARY KEY NOT NULL,
	`bord_id` text NOT NULL,
	`persoon_id` text,
	`gast_hash` text,
	`naam` text NOT NULL,
	`perspectief` text NOT NULL,
	`klaar_fase` text,
	`hand_op` integer,
	`vertrokken_op` integer,
	`verwijderd_op` integer,
	`verwijderd_door` text,
	`terug_hmac` text,
	`created_at` integer NOT NULL,
	`gezien_op` integer,
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deelnemer_gast_hash_unique` ON `deelnemer` (`gast_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `deelnemer_terug_hmac_unique` ON `deelnemer` (`terug_hmac`);--> statement-breakpoint
CREATE UNIQUE INDEX `deelnemer_persoon` ON `deelnemer` (`bord_id`,`persoon_id`);--> statement-breakpoint
CREATE TABLE `stip` (
	`ronde_id` text NOT NULL,
	`deelnemer_id` text NOT NULL,
	`groep_id` text NOT NULL,
	`aantal` integer NOT NULL,
	`reden` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`ronde_id`, `deelnemer_id`, `groep_id`),
	FOREIGN KEY (`ronde_id`) REFERENCES `stipronde`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemer`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `stipnamens` (
	`id` text PRIMARY KEY NOT NULL,
	`ronde_id` text NOT NULL,
	`groep_id` text NOT NULL,
	`aantal` integer NOT NULL,
	`reden` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`ronde_id`) REFERENCES `stipronde`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `stipnamens_van` ON `stipnamens` (`ronde_id`);--> statement-breakpoint
CREATE TABLE `stipronde` (
	`id` text PRIMARY KEY NOT NULL,
	`bord_id` text NOT NULL,
	`budget` integer DEFAULT 3 NOT NULL,
	`geheim` integer DEFAULT true NOT NULL,
	`begonnen_op` integer NOT NULL,
	`gesloten_op` integer,
	`uitslag_op` integer,
	`door` text,
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `stipronde_van` ON `stipronde` (`bord_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `stipronde_open` ON `stipronde` (`bord_id`) WHERE "stipronde"."gesloten_op" is null;--> statement-breakpoint
CREATE TABLE `bordthema` (
	`id` text PRIMARY KEY NOT NULL,
	`leeromgeving_id` text NOT NULL,
	`naam` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bordthema_naam` ON `bordthema` (`leeromgeving_id`,`naam`);--> statement-breakpoint
CREATE TABLE `bordthemagroep` (
	`thema_id` text NOT NULL,
	`bord_id` text NOT NULL,
	`groep_id` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`thema_id`, `bord_id`, `groep_id`),
	FOREIGN KEY (`thema_id`) REFERENCES `bordthema`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bordthemagroep_bord` ON `bordthemagroep` (`bord_id`);--> statement-breakpoint
CREATE TABLE `bordverder` (
	`id` text PRIMARY KEY NOT NULL,
	`bord_id` text NOT NULL,
	`uit_id` text NOT NULL,
	`leervraag_id` text,
	`praktijkvraag_id` text,
	`bijeenkomst_id` text,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leervraag_id`) REFERENCES `leervraag`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`praktijkvraag_id`) REFERENCES `praktijkvraag`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bordverder_uit` ON `bordverder` (`bord_id`,`uit_id`);--> statement-breakpoint
CREATE INDEX `bordverder_leervraag` ON `bordverder` (`leervraag_id`);--> statement-breakpoint
CREATE INDEX `bordverder_praktijkvraag` ON `bordverder` (`praktijkvraag_id`);--> statement-breakpoint
CREATE INDEX `bordverder_bijeenkomst` ON `bordverder` (`bijeenkomst_id`);