CREATE TABLE `tafelinzicht` (
	`bord_id` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`bord_id`, `id`),
	FOREIGN KEY (`bord_id`) REFERENCES `bord`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `deelnemer` ADD `teruggenomen_op` integer;