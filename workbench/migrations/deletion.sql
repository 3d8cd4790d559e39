-- what goes for good: an article with everything of it, or a person's name; a row is here only inside
-- the transaction that deletes, and without it the triggers below let nothing go
CREATE TABLE deletion (
    article_id INTEGER UNIQUE REFERENCES article(id) ON DELETE CASCADE,
    person TEXT UNIQUE,
    CHECK ((article_id IS NULL) <> (person IS NULL))
) STRICT;
CREATE VIEW deleted_version AS
    SELECT v.id FROM deletion d JOIN version v ON v.article_id = d.article_id;
CREATE VIEW deleted_segment AS
    SELECT s.id, s.source_sha FROM deleted_version v JOIN segment s ON s.version_id = v.id;
-- for these SQLite would read whole tables for each row that goes
CREATE INDEX alignment_segment_segment ON alignment_segment(segment_id);
CREATE INDEX segment_origin_origin ON segment_origin(origin_id);
CREATE INDEX review_revision ON review(revision_id);
CREATE INDEX mention_note ON mention(note_id);
-- who has written here is asked for often
CREATE INDEX revision_author ON revision(author);

-- what was imported goes with its article alone; a preview may be discarded
CREATE TRIGGER version_stays BEFORE DELETE ON version
    WHEN old.imported IS NOT NULL AND old.id NOT IN (SELECT id FROM deleted_version)
    BEGIN SELECT raise(ABORT, 'imported versions are never deleted alone'); END;
CREATE TRIGGER revision_stays BEFORE DELETE ON revision
    WHEN EXISTS (SELECT 1 FROM segment s JOIN version v ON v.id = s.version_id
            WHERE s.id = old.segment_id AND v.imported IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM deleted_segment WHERE id = old.segment_id)
    BEGIN SELECT raise(ABORT, 'revisions are never deleted alone'); END;
CREATE TRIGGER dismissal_stays BEFORE DELETE ON dismissal
    WHEN NOT EXISTS (SELECT 1 FROM deletion WHERE article_id IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'dismissals are never deleted alone'); END;
DROP TRIGGER note_stays;
CREATE TRIGGER note_stays BEFORE DELETE ON note
    WHEN NOT EXISTS (SELECT 1 FROM deleted_segment WHERE id = old.segment_id)
    BEGIN SELECT raise(ABORT, 'notes are never deleted alone'); END;
DROP TRIGGER review_stays;
CREATE TRIGGER review_stays BEFORE DELETE ON review
    WHEN NOT EXISTS (SELECT 1 FROM deleted_segment WHERE id = old.segment_id)
    BEGIN SELECT raise(ABORT, 'reviews are never deleted alone'); END;
DROP TRIGGER amendment_stays;
CREATE TRIGGER amendment_stays BEFORE DELETE ON amendment
    WHEN NOT EXISTS (SELECT 1 FROM deleted_segment WHERE id = old.segment_id)
    BEGIN SELECT raise(ABORT, 'amendments are never deleted alone'); END;
DROP TRIGGER release_stays;
CREATE TRIGGER release_stays BEFORE DELETE ON release
    WHEN old.version_id NOT IN (SELECT id FROM deleted_version)
    BEGIN SELECT raise(ABORT, 'releases are never deleted alone'); END;
DROP TRIGGER assignment_stays;
CREATE TRIGGER assignment_stays BEFORE DELETE ON assignment
    WHEN old.version_id NOT IN (SELECT id FROM deleted_version)
    BEGIN SELECT raise(ABORT, 'assignments are never deleted alone'); END;

-- who did it may be forgotten, what was done may not
DROP TRIGGER text_is_kept;
CREATE TRIGGER text_is_kept BEFORE UPDATE OF id, article_id, kind, system, edition, name, encoding,
        sha256, content_sha, raw, markup, created ON text
    BEGIN SELECT raise(ABORT, 'texts are never changed'); END;
CREATE TRIGGER text_author BEFORE UPDATE OF author ON text
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
DROP TRIGGER revision_is_kept;
CREATE TRIGGER revision_is_kept BEFORE UPDATE OF id, segment_id, base, kind, text, created, carried,
        earlier, batch_id, form, step ON revision
    BEGIN SELECT raise(ABORT, 'revisions are never changed'); END;
CREATE TRIGGER revision_author BEFORE UPDATE OF author ON revision
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
DROP TRIGGER dismissal_is_kept;
CREATE TRIGGER dismissal_is_kept BEFORE UPDATE OF id, source_sha, target_sha, check_id, finding_key,
        dismissed, created ON dismissal
    BEGIN SELECT raise(ABORT, 'dismissals are never changed'); END;
CREATE TRIGGER dismissal_author BEFORE UPDATE OF author ON dismissal
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
DROP TRIGGER term_is_kept;
CREATE TRIGGER term_is_kept BEFORE UPDATE OF id, first_id, italian, english, forbidden, kind, cased,
        note, deleted, created ON term
    BEGIN SELECT raise(ABORT, 'terms are never changed'); END;
CREATE TRIGGER term_author BEFORE UPDATE OF author ON term
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
DROP TRIGGER setting_is_kept;
CREATE TRIGGER setting_is_kept BEFORE UPDATE OF id, name, value, created ON setting
    BEGIN SELECT raise(ABORT, 'settings are never changed'); END;
CREATE TRIGGER setting_author BEFORE UPDATE OF author ON setting
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
DROP TRIGGER note_is_kept;
CREATE TRIGGER note_is_kept BEFORE UPDATE OF id, segment_id, thread_id, kind, text, created ON note
    BEGIN SELECT raise(ABORT, 'notes are never changed'); END;
CREATE TRIGGER note_author BEFORE UPDATE OF author ON note
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
CREATE TRIGGER review_author BEFORE UPDATE OF author ON review
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
CREATE TRIGGER release_author BEFORE UPDATE OF author ON release
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
CREATE TRIGGER amendment_author BEFORE UPDATE OF author ON amendment
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
CREATE TRIGGER assignment_author BEFORE UPDATE OF author ON assignment
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
CREATE TRIGGER assignment_person BEFORE UPDATE OF person ON assignment
    WHEN old.person NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'assignments are never changed'); END;
DROP TRIGGER audit_is_kept;
CREATE TRIGGER audit_is_kept BEFORE UPDATE OF id, action, details, created ON audit
    BEGIN SELECT raise(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_person BEFORE UPDATE OF person ON audit
    WHEN old.person NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_subject BEFORE UPDATE OF subject ON audit
    WHEN old.subject NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'the audit log is never changed'); END;
DROP TRIGGER lesson_is_kept;
CREATE TRIGGER lesson_is_kept BEFORE UPDATE OF id, old, new, decision, segments, created ON lesson
    BEGIN SELECT raise(ABORT, 'what the desk decided is never changed'); END;
CREATE TRIGGER lesson_author BEFORE UPDATE OF author ON lesson
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
DROP TRIGGER demotion_is_kept;
CREATE TRIGGER demotion_is_kept BEFORE UPDATE OF id, check_id, demoted, fixed, dismissed, created
        ON demotion
    BEGIN SELECT raise(ABORT, 'what the desk decided is never changed'); END;
CREATE TRIGGER demotion_author BEFORE UPDATE OF author ON demotion
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
