CREATE TABLE `verslag_schrijver` (
	`bijeenkomst_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	`eerst` integer NOT NULL,
	`laatst` integer NOT NULL,
	PRIMARY KEY(`bijeenkomst_id`, `persoon_id`),
	FOREIGN KEY (`bijeenkomst_id`) REFERENCES `bijeenkomst`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `persoon`(`id`) ON UPDATE no action ON DELETE cascade
);
