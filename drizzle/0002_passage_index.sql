CREATE VIRTUAL TABLE passage_index USING fts5(stems, content = '', tokenize = "unicode61 remove_diacritics 2");
--> statement-breakpoint
INSERT INTO passage_index (passage_index, rank) VALUES ('secure-delete', 1);
