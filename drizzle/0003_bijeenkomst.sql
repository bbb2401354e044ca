CREATE TABLE `aanmelding` (
	`id` text PRIMARY KEY NOT NULL,
	`genodigde_id` text NOT NULL,
	`antwoord` text NOT NULL,
	`via` text NOT NULL,
	`toelichting` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`genodigde_id`) REFERENCES `genodigde`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `aanmelding_van` ON `aanmelding` (`genodigde_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `genodigde` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`gemaild_op` integer,
	`volgnummer` integer DEFAULT 0 NOT NULL,
	`herinnerd_op` integer,
	`door` text,
	`created_at` integer NOT NULL,
	`ingetrokken_op` integer,
	`ingetrokken_door` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `genodigde_token_hash_unique` ON `genodigde` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `genodigde_uniek` ON `genodigde` (`bijeenkomst_id`,`persoon_id`);--> statement-breakpoint
CREATE INDEX `genodigde_persoon` ON `genodigde` (`persoon_id`);--> statement-breakpoint
CREATE TABLE `actievervolg` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`actiepunt_id` text NOT NULL,
	`soort` text NOT NULL,
	`tekst` text DEFAULT '' NOT NULL,
	`wanneer` text DEFAULT '' NOT NULL,
	`in_id` text,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`in_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `actievervolg_van` ON `actievervolg` (`bijeenkomst_id`,`actiepunt_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `agendapunt` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`volgorde` text NOT NULL,
	`soort` text DEFAULT 'punt' NOT NULL,
	`titel` text NOT NULL,
	`minuten` integer,
	`doel` text,
	`wie_id` text,
	`wie` text DEFAULT '' NOT NULL,
	`werkvorm` text DEFAULT '' NOT NULL,
	`uitleg` text DEFAULT '' NOT NULL,
	`stukken` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`weggehaald_op` integer,
	`weggehaald_door` text,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`wie_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `agendapunt_van` ON `agendapunt` (`bijeenkomst_id`,`volgorde`);--> statement-breakpoint
CREATE TABLE `agendasjabloon` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`leeromgeving_id` text,
	`naam` text NOT NULL,
	`punten` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agendasjabloon_naam` ON `agendasjabloon` (`werkplaats_id`,`leeromgeving_id`,`naam`);--> statement-breakpoint
CREATE TABLE `puntloop` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`punt_id` text NOT NULL,
	`begonnen_op` integer NOT NULL,
	`geeindigd_op` integer,
	`gepauzeerd_op` integer,
	`gepauzeerd_ms` integer DEFAULT 0 NOT NULL,
	`extra_minuten` integer DEFAULT 0 NOT NULL,
	`door` text,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`punt_id`) REFERENCES `agendapunt`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `puntloop_van` ON `puntloop` (`bijeenkomst_id`,`begonnen_op`);--> statement-breakpoint
CREATE TABLE `werkvormgebruik` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`werkvorm` text DEFAULT '' NOT NULL,
	`naam` text DEFAULT '' NOT NULL,
	`hoe_ging_het` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `werkvormgebruik_van` ON `werkvormgebruik` (`bijeenkomst_id`);--> statement-breakpoint
CREATE TABLE `afzegging` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`reden` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`ingetrokken_op` integer,
	`ingetrokken_door` text,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `afzegging_van` ON `afzegging` (`bijeenkomst_id`);--> statement-breakpoint
CREATE TABLE `bijeenkomst_titel` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`titel` text NOT NULL,
	`soort` text NOT NULL,
	`bron` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bijeenkomst_titel_van` ON `bijeenkomst_titel` (`bijeenkomst_id`);--> statement-breakpoint
CREATE TABLE `dagdeel` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`dag` text NOT NULL,
	`begin` text NOT NULL,
	`eind` text NOT NULL,
	`pauzes` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dagdeel_uniek` ON `dagdeel` (`bijeenkomst_id`,`dag`,`begin`);--> statement-breakpoint
CREATE TABLE `keukentafel` (
	`bijeenkomst_id` text PRIMARY KEY NOT NULL,
	`bij_organisatie_id` text,
	`bij` text DEFAULT '' NOT NULL,
	`vraag` text DEFAULT '' NOT NULL,
	`effect` text DEFAULT '' NOT NULL,
	`afspraken` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bij_organisatie_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `medeleeromgeving` (
	`bijeenkomst_id` text NOT NULL,
	`leeromgeving_id` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`bijeenkomst_id`, `leeromgeving_id`),
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `medeleeromgeving_team` ON `medeleeromgeving` (`leeromgeving_id`);--> statement-breakpoint
CREATE TABLE `medeorganisator` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`organisatie_id` text,
	`naam` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `medeorganisator_van` ON `medeorganisator` (`bijeenkomst_id`);--> statement-breakpoint
CREATE TABLE `onderwijs` (
	`bijeenkomst_id` text PRIMARY KEY NOT NULL,
	`opleiding` text DEFAULT '' NOT NULL,
	`hogeschool_id` text,
	`leerjaar` integer,
	`gever` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`hogeschool_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `reeks` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`leeromgeving_id` text,
	`titel` text NOT NULL,
	`soort` text NOT NULL,
	`soort_anders` text DEFAULT '' NOT NULL,
	`aantal` integer,
	`circa` integer DEFAULT false NOT NULL,
	`datum` text,
	`periode_id` text,
	`toelichting` text DEFAULT '' NOT NULL,
	`bron` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`weggehaald_op` integer,
	`weggehaald_door` text,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`periode_id`) REFERENCES `periode`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `reeks_werkplaats` ON `reeks` (`werkplaats_id`,`leeromgeving_id`);--> statement-breakpoint
CREATE TABLE `ervaring` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`tekst` text NOT NULL,
	`naam` text DEFAULT '' NOT NULL,
	`rol` text DEFAULT '' NOT NULL,
	`organisatie` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`weggehaald_op` integer,
	`weggehaald_door` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `ervaring_van` ON `ervaring` (`bijeenkomst_id`);--> statement-breakpoint
CREATE TABLE `ervaringantwoord` (
	`id` text PRIMARY KEY NOT NULL,
	`ervaring_id` text NOT NULL,
	`vraag_id` text,
	`antwoord` text NOT NULL,
	`tekst` text DEFAULT '' NOT NULL,
	`vermelding` text NOT NULL,
	`naam_gedrukt` text DEFAULT '' NOT NULL,
	`tekstversie` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`ervaring_id`) REFERENCES `ervaring`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vraag_id`) REFERENCES `ervaringvraag`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `ervaringantwoord_van` ON `ervaringantwoord` (`ervaring_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `ervaringvraag` (
	`id` text PRIMARY KEY NOT NULL,
	`ervaring_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`verloopt_op` integer NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`ingetrokken_op` integer,
	FOREIGN KEY (`ervaring_id`) REFERENCES `ervaring`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ervaringvraag_token_hash_unique` ON `ervaringvraag` (`token_hash`);--> statement-breakpoint
CREATE INDEX `ervaringvraag_van` ON `ervaringvraag` (`ervaring_id`);--> statement-breakpoint
CREATE TABLE `agendafeed` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`persoon_id` text,
	`leeromgeving_id` text,
	`token_hash` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`ingetrokken_op` integer,
	`ingetrokken_door` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agendafeed_token_hash_unique` ON `agendafeed` (`token_hash`);--> statement-breakpoint
CREATE INDEX `agendafeed_persoon` ON `agendafeed` (`persoon_id`);--> statement-breakpoint
CREATE INDEX `agendafeed_leeromgeving` ON `agendafeed` (`leeromgeving_id`);--> statement-breakpoint
CREATE TABLE `bezoek` (
	`bijeenkomst_id` text NOT NULL,
	`categorie` text NOT NULL,
	`aantal` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	PRIMARY KEY(`bijeenkomst_id`, `categorie`),
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bezoektotaal` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`naam` text NOT NULL,
	`aantal` integer NOT NULL,
	`circa` integer DEFAULT false NOT NULL,
	`bron` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bezoektotaal_naam` ON `bezoektotaal` (`werkplaats_id`,`naam`);--> statement-breakpoint
CREATE TABLE `bezoektotaal_van` (
	`bezoektotaal_id` text NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	PRIMARY KEY(`bezoektotaal_id`, `bijeenkomst_id`),
	FOREIGN KEY (`bezoektotaal_id`) REFERENCES `bezoektotaal`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `deurtik` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`categorie` text NOT NULL,
	`aantal` integer NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `deurtik_van` ON `deurtik` (`bijeenkomst_id`,`categorie`);--> statement-breakpoint
CREATE TABLE `inschrijving` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`categorie` text NOT NULL,
	`organisatie` text DEFAULT '' NOT NULL,
	`naam` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`geplaatst_op` integer,
	`afgemeld_op` integer,
	`gewist_op` integer,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inschrijving_token_hash_unique` ON `inschrijving` (`token_hash`);--> statement-breakpoint
CREATE INDEX `inschrijving_van` ON `inschrijving` (`bijeenkomst_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `openbare_bladzijde` (
	`bijeenkomst_id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`pad` text NOT NULL,
	`titel` text NOT NULL,
	`tekst` text DEFAULT '' NOT NULL,
	`sprekers` text DEFAULT '' NOT NULL,
	`toont_plaats` integer DEFAULT true NOT NULL,
	`toont_organisatoren` integer DEFAULT true NOT NULL,
	`toont_aantal` integer DEFAULT false NOT NULL,
	`capaciteit` integer,
	`aanmelden_tot` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`ingetrokken_op` integer,
	`ingetrokken_door` text,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `openbare_bladzijde_pad_unique` ON `openbare_bladzijde` (`pad`);--> statement-breakpoint
CREATE TABLE `bevestigde_regel` (
	`regel_id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`minuten` integer NOT NULL,
	FOREIGN KEY (`regel_id`) REFERENCES `presentieregel`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bevestigde_regel_van` ON `bevestigde_regel` (`bijeenkomst_id`);--> statement-breakpoint
CREATE TABLE `presentiebevestiging` (
	`bijeenkomst_id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`hash` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `presentiecode` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`code_hmac` text NOT NULL,
	`token_hash` text NOT NULL,
	`verloopt_op` integer NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`ingetrokken_op` integer,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `presentiecode_token_hash_unique` ON `presentiecode` (`token_hash`);--> statement-breakpoint
CREATE INDEX `presentiecode_hmac` ON `presentiecode` (`code_hmac`);--> statement-breakpoint
CREATE INDEX `presentiecode_van` ON `presentiecode` (`bijeenkomst_id`);--> statement-breakpoint
CREATE TABLE `presentiecorrectie` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`regel_id` text NOT NULL,
	`minuten` integer NOT NULL,
	`reden` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`regel_id`) REFERENCES `presentieregel`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `presentiecorrectie_regel` ON `presentiecorrectie` (`regel_id`);--> statement-breakpoint
CREATE INDEX `presentiecorrectie_van` ON `presentiecorrectie` (`bijeenkomst_id`);--> statement-breakpoint
CREATE TABLE `presentieregel` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`dagdeel_id` text,
	`persoon_id` text,
	`naam` text NOT NULL,
	`organisatie_id` text,
	`organisatie_naam` text DEFAULT '' NOT NULL,
	`perspectief` text NOT NULL,
	`buiten_regio` integer DEFAULT false NOT NULL,
	`status` text NOT NULL,
	`van` text DEFAULT '' NOT NULL,
	`tot` text DEFAULT '' NOT NULL,
	`minuten_hand` integer,
	`bron` text NOT NULL,
	`gast_hash` text,
	`door` text,
	`created_at` integer NOT NULL,
	`weggehaald_op` integer,
	`weggehaald_door` text,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`dagdeel_id`) REFERENCES `dagdeel`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisatie`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `presentieregel_gast_hash_unique` ON `presentieregel` (`gast_hash`);--> statement-breakpoint
CREATE INDEX `presentieregel_van` ON `presentieregel` (`bijeenkomst_id`);--> statement-breakpoint
CREATE INDEX `presentieregel_organisatie` ON `presentieregel` (`organisatie_id`);--> statement-breakpoint
CREATE INDEX `presentieregel_persoon` ON `presentieregel` (`persoon_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `presentieregel_een_keer` ON `presentieregel` (`bijeenkomst_id`,`persoon_id`) WHERE "presentieregel"."dagdeel_id" is null and "presentieregel"."weggehaald_op" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `presentieregel_per_dagdeel` ON `presentieregel` (`dagdeel_id`,`persoon_id`) WHERE "presentieregel"."weggehaald_op" is null;--> statement-breakpoint
CREATE TABLE `presentiespoor` (
	`id` text PRIMARY KEY NOT NULL,
	`regel_id` text NOT NULL,
	`veld` text NOT NULL,
	`was` text NOT NULL,
	`werd` text NOT NULL,
	`reden` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`regel_id`) REFERENCES `presentieregel`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `presentiespoor_van` ON `presentiespoor` (`regel_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_bijeenkomst` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`leeromgeving_id` text,
	`soort` text DEFAULT 'team' NOT NULL,
	`soort_anders` text DEFAULT '' NOT NULL,
	`titel` text NOT NULL,
	`datum` text,
	`begin` text DEFAULT '' NOT NULL,
	`eind` text DEFAULT '' NOT NULL,
	`pauzes` text DEFAULT '[]' NOT NULL,
	`plaats` text DEFAULT '' NOT NULL,
	`gemeente` text DEFAULT '' NOT NULL,
	`omschrijving` text DEFAULT '' NOT NULL,
	`fasen` text DEFAULT '[]' NOT NULL,
	`periode_id` text,
	`reeks_id` text,
	`bereidt_voor_id` text,
	`open` integer DEFAULT false NOT NULL,
	`aantal` integer,
	`circa` integer DEFAULT false NOT NULL,
	`aantal_tekst` text DEFAULT '' NOT NULL,
	`nieuws_url` text DEFAULT '' NOT NULL,
	`bron` text DEFAULT '' NOT NULL,
	`volgnummer` integer DEFAULT 0 NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`weggehaald_op` integer,
	`weggehaald_door` text,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`periode_id`) REFERENCES `periode`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`reeks_id`) REFERENCES `reeks`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`bereidt_voor_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_bijeenkomst`("id", "werkplaats_id", "leeromgeving_id", "titel", "datum", "begin", "eind", "plaats", "door", "created_at", "weggehaald_op", "weggehaald_door", "updated_at", "updated_by") SELECT "id", "werkplaats_id", "leeromgeving_id", "titel", "datum", "begin", "eind", "plaats", "door", "created_at", "weggehaald_op", "weggehaald_door", "updated_at", "updated_by" FROM `bijeenkomst`;--> statement-breakpoint
DROP TABLE `bijeenkomst`;--> statement-breakpoint
ALTER TABLE `__new_bijeenkomst` RENAME TO `bijeenkomst`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `bijeenkomst_leeromgeving` ON `bijeenkomst` (`leeromgeving_id`);--> statement-breakpoint
CREATE INDEX `bijeenkomst_werkplaats` ON `bijeenkomst` (`werkplaats_id`);--> statement-breakpoint
CREATE INDEX `bijeenkomst_reeks` ON `bijeenkomst` (`reeks_id`);--> statement-breakpoint
ALTER TABLE `mail` ADD `attachment` text;