CREATE TABLE `kenniscafe` (
	`bijeenkomst_id` text PRIMARY KEY NOT NULL,
	`nummer` integer,
	`thema` text DEFAULT '' NOT NULL,
	`aanleiding` text,
	`toelichting` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade
);
