-- The same tables as in SQLite. Lists are JSON; a month is a column, for the summary; what a card repeats of its audit record goes.
create function cds_month(moment timestamptz) returns text language sql as
    'select case when isfinite(moment) and moment < timestamptz ''10000-01-01 00:00Z'' and moment >= timestamptz ''0001-01-01 00:00Z''
                 then to_char(moment at time zone ''UTC'', ''YYYY-MM'') when moment < timestamptz ''2000-01-01 00:00Z'' then ''0001-01'' else ''9999-12'' end';

alter table cds_audit add column record text;
update cds_audit set record = gen_random_uuid()::text;
alter table cds_audit alter column record set not null, alter column hook_instance type text using hook_instance::text,
    alter column kept_back type text using array_to_json(kept_back)::text;
create unique index cds_audit_record on cds_audit (record);
create index cds_audit_time on cds_audit (time);

alter table cds_card add column record text, add column month text;
update cds_card set record = cds_audit.record, month = cds_month(cds_card.time) from cds_audit where cds_audit.id = cds_card.audit_id;
drop index cds_card_rule;
alter table cds_card drop column audit_id, drop column time, drop column client, drop column patient, drop column clinician,
    alter column record set not null, alter column month set not null, alter column uuid type text using uuid::text;
create index cds_card_record on cds_card (record);
create index cds_card_month on cds_card (rule, month);

create table cds_shown (rule text not null, month text not null, cards bigint not null, primary key (rule, month));

drop index cds_feedback_identity;
alter table cds_feedback add column month text, alter column until_changed drop default, alter column suggestions type text using array_to_json(suggestions)::text;
update cds_feedback set month = cds_month(time), identity = encode(sha256(convert_to(identity, 'UTF8')), 'hex');
alter table cds_feedback alter column month set not null;
create unique index cds_feedback_identity on cds_feedback (identity);
create index cds_feedback_card on cds_feedback (lower(card)) where rule is not null;
create index cds_feedback_reason on cds_feedback (rule, reason_system, reason_code) where rule is not null and not accepted;
create index cds_feedback_unknown on cds_feedback (id) where rule is null;

create table cds_outcome (card text primary key, rule text not null, month text not null, accepted boolean not null, time timestamptz not null);
insert into cds_outcome select distinct on (lower(card)) lower(card), rule, month, accepted, time from cds_feedback where rule is not null order by lower(card), time desc, id desc;
create index cds_outcome_rule on cds_outcome (rule, month, accepted);

create table cds_token (id text primary key, usage text not null, expires timestamptz not null);
create index cds_token_expires on cds_token (expires);
create table cds_probe (instance text primary key, value text not null, time timestamptz not null);
create table cds_journal (file text primary key, lines bigint not null, unread bigint not null, time timestamptz not null);
create table cds_journal_rest (file text not null, line bigint not null, text text not null, primary key (file, line));
drop function cds_month(timestamptz);
