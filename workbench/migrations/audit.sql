-- who did what of weight: a login, another role, an override, an export; never a text, never a secret
-- person: empty where nobody is known; details: JSON, what the action needs to be understood
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX audit_person ON audit(person);
CREATE TRIGGER audit_is_kept BEFORE UPDATE OF action, subject, details, created ON audit
    BEGIN SELECT raise(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
    BEGIN SELECT raise(ABORT, 'the audit log is never deleted'); END;
