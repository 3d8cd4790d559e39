-- a step of a repair, a newer text of one system as a preview, a text as a web page
UPDATE article SET outlet = 'Gazzetta' WHERE id = 1;
INSERT INTO alignment (id, version_id, method, author, created, parent_id, template, template_values)
    VALUES (5, 6, 'manual', 'ada', 'x', 4, 'Merged %(n)s.', '{"n": "1"}');
INSERT INTO alignment_segment (alignment_id, position, segment_id, role)
    VALUES (5, 0, 3, 'standfirst');
INSERT INTO segment_origin VALUES (3, 1), (3, 2);
INSERT INTO text (id, article_id, kind, system, edition, name, encoding, sha256, content_sha, raw,
        markup, author, created)
    VALUES (5, 1, 'ai', 'argo', 2, 'en.html', 'utf-8', 'ee', 'ee', '<p>One.</p>', 'html', 'ada', 'x');
INSERT INTO paragraph VALUES (8, 5, 0, 'body', 'One.', 0, NULL, NULL);
INSERT INTO version (id, article_id, kind, system, edition, source_text_id, target_text_id, created)
    VALUES (8, 1, 'ai', 'argo', 2, 1, 5, '2026-01-06');
INSERT INTO revision (id, segment_id, base, kind, text, author, created, carried, earlier)
    VALUES (6, 3, 1, 'draft', 'Carried.', 'ada', 'x', 1, 'One. Two.');
