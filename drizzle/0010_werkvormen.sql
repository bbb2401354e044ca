ALTER TABLE `bordstand` ADD `naar` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bordstand` ADD `tafelronde` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `briefje` ADD `tafel_id` text;--> statement-breakpoint
ALTER TABLE `briefje` ADD `tafelronde` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `deelnemer` ADD `vertrokken_op` integer;--> statement-breakpoint
ALTER TABLE `stip` ADD `reden` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stipnamens` ADD `reden` text DEFAULT '' NOT NULL;