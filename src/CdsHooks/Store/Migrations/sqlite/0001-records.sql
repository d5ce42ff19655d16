-- Moments are text in UTC, of one width (2026-11-20T08:15:30.000000Z). Lists are JSON.
create table cds_audit (
    id integer primary key, record text not null, time text not null, client text, tenant text, service text not null, hook text not null,
    hook_instance text not null, outcome text not null, knowledge_version text not null, milliseconds real not null, patient text not null,
    clinician text, kept_back text not null);
create unique index cds_audit_record on cds_audit (record);
create index cds_audit_time on cds_audit (time);

create table cds_card (uuid text primary key, record text not null, month text not null, rule text not null, indicator text not null, scope text) without rowid;
create index cds_card_record on cds_card (record);
create index cds_card_month on cds_card (rule, month);

-- Cards shown whose audit records are no longer kept.
create table cds_shown (rule text not null, month text not null, cards integer not null, primary key (rule, month)) without rowid;

create table cds_feedback (
    id integer primary key, identity text not null, received text not null, client text, service text not null, card text not null, accepted integer not null,
    time text not null, month text not null, suggestions text not null, reason_system text, reason_code text, comment text, rule text, scope text, indicator text,
    patient text, clinician text, lasting integer not null, until_changed integer not null);
create unique index cds_feedback_identity on cds_feedback (identity);
create index cds_feedback_card on cds_feedback (lower(card)) where rule is not null;
create index cds_feedback_override on cds_feedback (patient, received) where lasting;
create index cds_feedback_reason on cds_feedback (rule, reason_system, reason_code) where rule is not null and not accepted;
create index cds_feedback_unknown on cds_feedback (id) where rule is null;

-- The latest thing that was done with each card.
create table cds_outcome (card text primary key, rule text not null, month text not null, accepted integer not null, time text not null) without rowid;
create index cds_outcome_rule on cds_outcome (rule, month, accepted);

-- Tokens used, until they have expired; the id is a hash of issuer and jti.
create table cds_token (id text primary key, usage text not null, expires text not null) without rowid;
create index cds_token_expires on cds_token (expires);

-- The last proof of each instance that it can write and read.
create table cds_probe (instance text primary key, value text not null, time text not null) without rowid;

-- Journals of before that were taken in, and their lines that could not be read.
create table cds_journal (file text primary key, lines integer not null, unread integer not null, time text not null);
create table cds_journal_rest (file text not null, line integer not null, text text not null, primary key (file, line));
