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