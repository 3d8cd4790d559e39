-- rowid: the segment; accents do not count, because people leave them out when they search
CREATE VIRTUAL TABLE memory USING fts5(
    source, target, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO memory (rowid, source, target)
    SELECT id, source, current FROM current_segment
    WHERE state = 'translated' AND source <> '' AND current <> '';
