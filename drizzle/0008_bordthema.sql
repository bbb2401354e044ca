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
CREATE INDEX `bordthemagroep_bord` ON `bordthemagroep` (`bord_id`);