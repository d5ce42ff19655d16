-- The tables as they were before they were numbered; they may be there already.
create table if not exists cds_audit (
    id bigint generated always as identity primary key, time timestamptz not null, client text, tenant text, service text not null, hook text not null,
    hook_instance uuid not null, outcome text not null, knowledge_version text not null, milliseconds double precision not null,
    patient text not null, kept_back text[] not null);
create table if not exists cds_card (
    uuid uuid primary key, audit_id bigint not null references cds_audit (id), time timestamptz not null, client text, rule text not null,
    indicator text not null, patient text not null);
create table if not exists cds_feedback (
    id bigint generated always as identity primary key, identity text not null, received timestamptz not null, client text, service text not null,
    card text not null, accepted boolean not null, time timestamptz not null, suggestions text[] not null, reason_system text, reason_code text,
    comment text, rule text, indicator text, patient text, lasting boolean not null);
alter table cds_card add column if not exists scope text;
alter table cds_feedback add column if not exists scope text;
alter table cds_audit add column if not exists clinician text;
alter table cds_card add column if not exists clinician text;
alter table cds_feedback add column if not exists clinician text;
alter table cds_feedback add column if not exists until_changed boolean not null default false;
create unique index if not exists cds_feedback_identity on cds_feedback (md5(identity));
create index if not exists cds_feedback_override on cds_feedback (patient, received) where lasting;
create index if not exists cds_card_rule on cds_card (rule, time);
