CREATE TABLE `bijeenkomst` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`leeromgeving_id` text NOT NULL,
	`titel` text NOT NULL,
	`datum` text,
	`begin` text DEFAULT '' NOT NULL,
	`eind` text DEFAULT '' NOT NULL,
	`plaats` text DEFAULT '' NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`weggehaald_op` integer,
	`weggehaald_door` text,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bijeenkomst_leeromgeving` ON `bijeenkomst` (`leeromgeving_id`);--> statement-breakpoint
CREATE TABLE `opmerking` (
	`id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`op_id` text,
	`van` blob,
	`tot` blob,
	`citaat` text DEFAULT '' NOT NULL,
	`tekst` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`gewijzigd_op` integer,
	`afgehandeld_op` integer,
	`afgehandeld_door` text,
	`weggehaald_op` integer,
	FOREIGN KEY (`op_id`) REFERENCES `opmerking`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `opmerking_document` ON `opmerking` (`document`);--> statement-breakpoint
CREATE TABLE `actiepunt` (
	`bijeenkomst_id` text NOT NULL,
	`id` text NOT NULL,
	`volgorde` integer NOT NULL,
	`tekst` text NOT NULL,
	`wie` text NOT NULL,
	`wie_id` text,
	`wanneer` text NOT NULL,
	`klaar` integer NOT NULL,
	PRIMARY KEY(`bijeenkomst_id`, `id`),
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`wie_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `afbeelding` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`soort` text NOT NULL,
	`bytes` integer NOT NULL,
	`breedte` integer NOT NULL,
	`hoogte` integer NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `besluit` (
	`bijeenkomst_id` text NOT NULL,
	`id` text NOT NULL,
	`volgorde` integer NOT NULL,
	`tekst` text NOT NULL,
	PRIMARY KEY(`bijeenkomst_id`, `id`),
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bijdrage` (
	`bijeenkomst_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	`dag` text NOT NULL,
	`tekens` integer DEFAULT 0 NOT NULL,
	`woorden` integer NOT NULL,
	`wijzigingen` integer NOT NULL,
	PRIMARY KEY(`bijeenkomst_id`, `persoon_id`, `dag`),
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `controle` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	`ingetrokken_op` integer,
	`ingetrokken_door` text,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `erratum` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`tekst` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `vaststelling` (
	`bijeenkomst_id` text PRIMARY KEY NOT NULL,
	`inhoud` text NOT NULL,
	`hash` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `versie` (
	`id` text PRIMARY KEY NOT NULL,
	`bijeenkomst_id` text NOT NULL,
	`soort` text NOT NULL,
	`naam` text DEFAULT '' NOT NULL,
	`inhoud` blob NOT NULL,
	`hash` text NOT NULL,
	`woorden` integer NOT NULL,
	`schrijvers` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `versie_bijeenkomst` ON `versie` (`bijeenkomst_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `verslag_schrijver` (
	`bijeenkomst_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	`eerst` integer NOT NULL,
	`laatst` integer NOT NULL,
	PRIMARY KEY(`bijeenkomst_id`, `persoon_id`),
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `verslag_sjabloon` (
	`id` text PRIMARY KEY NOT NULL,
	`werkplaats_id` text NOT NULL,
	`leeromgeving_id` text,
	`naam` text NOT NULL,
	`inhoud` text NOT NULL,
	`door` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`werkplaats_id`) REFERENCES `werkplaats`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leeromgeving_id`) REFERENCES `leeromgeving`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `verslag_sjabloon_naam` ON `verslag_sjabloon` (`werkplaats_id`,`leeromgeving_id`,`naam`);--> statement-breakpoint
CREATE TABLE `passage` (
	`rowid` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`soort` text NOT NULL,
	`object_id` text NOT NULL,
	`werkplaats_id` text NOT NULL,
	`leeromgeving_id` text NOT NULL,
	`volgorde` integer NOT NULL,
	`tekst` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `passage_object` ON `passage` (`soort`,`object_id`);--> statement-breakpoint
CREATE TABLE `document` (
	`name` text PRIMARY KEY NOT NULL,
	`epoch` integer DEFAULT 1 NOT NULL,
	`projected_seq` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `document_client` (
	`name` text NOT NULL,
	`client` integer NOT NULL,
	`persoon_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`name`, `client`)
);
--> statement-breakpoint
CREATE TABLE `document_damage` (
	`name` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `document_snapshot` (
	`name` text NOT NULL,
	`seq` integer NOT NULL,
	`copy` integer DEFAULT 0 NOT NULL,
	`state` blob NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`name`, `seq`, `copy`)
);
--> statement-breakpoint
CREATE TABLE `document_update` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`data` blob NOT NULL,
	`persoon_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `document_update_name` ON `document_update` (`name`,`seq`);