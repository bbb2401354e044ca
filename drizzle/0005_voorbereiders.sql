CREATE TABLE `voorbereider` (
	`bijeenkomst_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`bijeenkomst_id`, `persoon_id`),
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `voorbereider_persoon` ON `voorbereider` (`persoon_id`);--> statement-breakpoint
INSERT INTO `voorbereider`("bijeenkomst_id", "persoon_id", "created_at") SELECT "id", "bereidt_voor_id", "updated_at" FROM `bijeenkomst` WHERE "bereidt_voor_id" IS NOT NULL;--> statement-breakpoint
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
	FOREIGN KEY (`reeks_id`) REFERENCES `reeks`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_bijeenkomst`("id", "werkplaats_id", "leeromgeving_id", "soort", "soort_anders", "titel", "datum", "begin", "eind", "pauzes", "plaats", "gemeente", "omschrijving", "fasen", "periode_id", "reeks_id", "open", "aantal", "circa", "aantal_tekst", "nieuws_url", "bron", "volgnummer", "door", "created_at", "weggehaald_op", "weggehaald_door", "updated_at", "updated_by") SELECT "id", "werkplaats_id", "leeromgeving_id", "soort", "soort_anders", "titel", "datum", "begin", "eind", "pauzes", "plaats", "gemeente", "omschrijving", "fasen", "periode_id", "reeks_id", "open", "aantal", "circa", "aantal_tekst", "nieuws_url", "bron", "volgnummer", "door", "created_at", "weggehaald_op", "weggehaald_door", "updated_at", "updated_by" FROM `bijeenkomst`;--> statement-breakpoint
DROP TABLE `bijeenkomst`;--> statement-breakpoint
ALTER TABLE `__new_bijeenkomst` RENAME TO `bijeenkomst`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `bijeenkomst_leeromgeving` ON `bijeenkomst` (`leeromgeving_id`);--> statement-breakpoint
CREATE INDEX `bijeenkomst_werkplaats` ON `bijeenkomst` (`werkplaats_id`);--> statement-breakpoint
CREATE INDEX `bijeenkomst_reeks` ON `bijeenkomst` (`reeks_id`);