-- Roles, schemas and the publication of one Commonweal database. Run by a superuser inside that
-- database (psql -d commonweal -f roles.sql); running it again changes nothing. Passwords are not set
-- here: the embedded servers set their own, an operator sets real ones.

DO $roles$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY [
        'commonweal_ddl', 'membership', 'purpose', 'contribution', 'recognition',
        'membership_scheduler', 'purpose_scheduler', 'contribution_scheduler',
        'recognition_scheduler', 'relay', 'redactor', 'keycloak']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', name);
        END IF;
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), name);
    END LOOP;

    IF NOT (SELECT rolreplication FROM pg_roles WHERE rolname = 'relay') THEN
        ALTER ROLE relay REPLICATION;
    END IF;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    -- For the publication, and for trusted extensions that a migration may need.
    EXECUTE format('GRANT CREATE ON DATABASE %I TO commonweal_ddl', current_database());
    -- A migration hands its erase_person function to the redactor, the only one who may change a journal.
    IF NOT pg_has_role('commonweal_ddl', 'redactor', 'SET') THEN
        GRANT redactor TO commonweal_ddl WITH INHERIT FALSE, SET TRUE;
    END IF;
END
$roles$;

-- Extensions live in public, where nobody but a superuser may create anything.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;

-- One schema per service. Flyway, as commonweal_ddl, owns everything in it; what the service role may
-- do is granted table by table in the migrations, so that a forgotten grant shows at once.
DO $schemas$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY ['membership', 'purpose', 'contribution', 'recognition']
    LOOP
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION commonweal_ddl', service);
        EXECUTE format(
            'GRANT USAGE ON SCHEMA %I TO %I, %I, relay, redactor',
            service, service, service || '_scheduler');
        EXECUTE format('ALTER ROLE %I SET search_path = %I, public', service, service);
        EXECUTE format(
            'ALTER ROLE %I SET search_path = %I, public', service || '_scheduler', service);
    END LOOP;
END
$schemas$;

CREATE SCHEMA IF NOT EXISTS keycloak AUTHORIZATION keycloak;
ALTER ROLE keycloak SET search_path = keycloak;

-- What the relay reads. Each service's migration adds its own journal:
--   ALTER PUBLICATION commonweal_journal ADD TABLE journal;
DO $publication$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_publication WHERE pubname = 'commonweal_journal') THEN
        CREATE PUBLICATION commonweal_journal
            WITH (publish = 'insert', publish_via_partition_root = true);
        ALTER PUBLICATION commonweal_journal OWNER TO commonweal_ddl;
    END IF;
END
$publication$;
