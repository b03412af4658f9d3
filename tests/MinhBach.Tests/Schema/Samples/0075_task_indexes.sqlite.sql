-- The schema after 0075_task_indexes, with a few rows. Written by SampleFacts, not by hand.
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE "accounts_account" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_accounts_account" PRIMARY KEY,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" INTEGER NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL,
    "full_name" TEXT NOT NULL,
    "person_id" INTEGER NULL,
    "chosen_post_id" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "is_demo" INTEGER NOT NULL,
    "must_change_password" INTEGER NOT NULL
);
CREATE TABLE "accounts_api_token" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_accounts_api_token" PRIMARY KEY,
    "account_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "last_day" TEXT NOT NULL,
    "revoked_at" INTEGER NULL
);
CREATE TABLE "accounts_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_accounts_claim" PRIMARY KEY,
    "user_id" INTEGER NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL
);
CREATE TABLE "accounts_key" (
    "name" TEXT NOT NULL CONSTRAINT "pk_accounts_key" PRIMARY KEY,
    "xml" TEXT NOT NULL
);
CREATE TABLE "accounts_login" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" INTEGER NOT NULL,
    CONSTRAINT "pk_accounts_login" PRIMARY KEY ("login_provider", "provider_key")
);
CREATE TABLE "accounts_passkey" (
    "credential_id" BLOB NOT NULL CONSTRAINT "pk_accounts_passkey" PRIMARY KEY,
    "user_id" INTEGER NOT NULL,
    "data" TEXT NOT NULL
);
CREATE TABLE "accounts_token" (
    "user_id" INTEGER NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_accounts_token" PRIMARY KEY ("user_id", "login_provider", "name")
);
CREATE TABLE "democity_making" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_democity_making" PRIMARY KEY,
    "seed" INTEGER NOT NULL,
    "dossiers" INTEGER NOT NULL,
    "months" INTEGER NOT NULL,
    "until" INTEGER NOT NULL,
    "finished_at" INTEGER NULL
);
CREATE TABLE "dossiers_applicant" (
    "dossier_id" INTEGER NOT NULL CONSTRAINT "PK_dossiers_applicant" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "national_id" TEXT NULL,
    "birth_date" TEXT NULL,
    "phone" TEXT NULL,
    "email" TEXT NULL,
    "address" TEXT NULL,
    "organization_name" TEXT NULL,
    "tax_code" TEXT NULL,
    "representative" TEXT NULL,
    "account_id" INTEGER NULL,
    "answers" TEXT NOT NULL,
    "result_by" TEXT NULL
);
CREATE TABLE "dossiers_dossier" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_dossiers_dossier" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "procedure_id" INTEGER NOT NULL,
    "version_id" INTEGER NOT NULL,
    "case_key" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "agency_id" INTEGER NOT NULL,
    "channel" INTEGER NOT NULL,
    "online_level" INTEGER NOT NULL,
    "status" INTEGER NOT NULL,
    "applicant_name" TEXT NOT NULL,
    "submitted_at" INTEGER NOT NULL,
    "received_at" INTEGER NULL,
    "first_due_date" TEXT NULL,
    "due_date" TEXT NULL,
    "due_at" INTEGER NULL,
    "completed_at" INTEGER NULL,
    "returned_at" INTEGER NULL,
    "outcome" INTEGER NULL,
    "revision" INTEGER NOT NULL,
    "last_sequence" INTEGER NULL,
    "state" TEXT NOT NULL
, "applicant_folded" TEXT NULL);
CREATE TABLE "dossiers_draft" (
    "token" TEXT NOT NULL CONSTRAINT "PK_dossiers_draft" PRIMARY KEY,
    "procedure_code" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "account_id" INTEGER NULL
, "dossier_id" INTEGER NULL);
CREATE TABLE "dossiers_file" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_dossiers_file" PRIMARY KEY,
    "dossier_id" INTEGER NULL,
    "draft" TEXT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_at" INTEGER NOT NULL
);
CREATE TABLE "dossiers_paper" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_dossiers_paper" PRIMARY KEY,
    "dossier_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "form" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "file_id" INTEGER NULL,
    "added_at" INTEGER NOT NULL,
    "supplement" INTEGER NOT NULL
);
CREATE TABLE "dossiers_task" (
    "dossier_id" INTEGER NOT NULL,
    "task" INTEGER NOT NULL,
    "node" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NULL,
    "agency_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER NULL,
    "person_name" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "claimed_at" INTEGER NULL,
    "due_at" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "ended_by" INTEGER NULL,
    "ended_by_name" TEXT NULL,
    "ending" TEXT NULL,
    "choice" TEXT NULL,
    "note" TEXT NULL,
    "question" TEXT NULL, "procedure_id" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PK_dossiers_task" PRIMARY KEY ("dossier_id", "task")
);
CREATE TABLE "dossiers_timer" (
    "dossier_id" INTEGER NOT NULL,
    "timer" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    CONSTRAINT "PK_dossiers_timer" PRIMARY KEY ("dossier_id", "timer")
);
CREATE TABLE "dossiers_watch" (
    "person_id" INTEGER NOT NULL,
    "dossier_id" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    CONSTRAINT "PK_dossiers_watch" PRIMARY KEY ("person_id", "dossier_id")
);
CREATE TABLE "journal_cursor" (
    "name" TEXT NOT NULL CONSTRAINT "pk_journal_cursor" PRIMARY KEY,
    "tx" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL
);
CREATE TABLE "journal_entry" (
    "sequence" INTEGER NOT NULL CONSTRAINT "pk_journal_entry" PRIMARY KEY,
    "tx" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "stream" TEXT NOT NULL,
    "stream_id" INTEGER NOT NULL,
    "previous" INTEGER NULL,
    "name" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "data" TEXT NOT NULL
);
CREATE TABLE "kernel_idempotency" (
    "key" TEXT NOT NULL CONSTRAINT "pk_kernel_idempotency" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "answer" TEXT NOT NULL
);
CREATE TABLE "kernel_number" (
    "name" TEXT NOT NULL CONSTRAINT "pk_kernel_number" PRIMARY KEY,
    "next" INTEGER NOT NULL
);
CREATE TABLE "mining_case" (
    "source_id" INTEGER NOT NULL,
    "case_key" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "id" INTEGER NOT NULL,
    "file_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "digest" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    CONSTRAINT "PK_mining_case" PRIMARY KEY ("source_id", "case_key", "turn")
);
CREATE TABLE "mining_file" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_mining_file" PRIMARY KEY,
    "source_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "format" INTEGER NOT NULL,
    "cases" INTEGER NOT NULL,
    "events" INTEGER NOT NULL,
    "problems" TEXT NOT NULL,
    "taken" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "same" INTEGER NOT NULL,
    "differing" INTEGER NOT NULL,
    "begun_at" INTEGER NOT NULL,
    "finished_at" INTEGER NULL
);
CREATE TABLE "mining_source" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_mining_source" PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "map" TEXT NOT NULL,
    "last_sequence" INTEGER NOT NULL
);
CREATE TABLE "monitoring_dossier" (
    "dossier_id" INTEGER NOT NULL CONSTRAINT "PK_monitoring_dossier" PRIMARY KEY,
    "agency_id" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "procedure_id" INTEGER NOT NULL,
    "version_id" INTEGER NOT NULL,
    "channel" INTEGER NOT NULL,
    "online_level" INTEGER NOT NULL,
    "status" INTEGER NOT NULL,
    "submitted_on" TEXT NOT NULL,
    "received_on" TEXT NULL,
    "completed_on" TEXT NULL,
    "returned_on" TEXT NULL,
    "left_on" TEXT NULL,
    "first_due" TEXT NULL,
    "dues" TEXT NOT NULL,
    "waits" TEXT NOT NULL,
    "outcome" INTEGER NULL,
    "worked_seconds" INTEGER NOT NULL,
    "running_from" INTEGER NULL,
    "change" INTEGER NOT NULL
);
CREATE TABLE "monitoring_finding" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_monitoring_finding" PRIMARY KEY,
    "pattern" INTEGER NOT NULL,
    "dossier_id" INTEGER NOT NULL,
    "procedure_id" INTEGER NOT NULL,
    "agency_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER NULL,
    "about" TEXT NULL,
    "at" INTEGER NOT NULL,
    "since" INTEGER NULL,
    "due_at" INTEGER NULL,
    "amount" INTEGER NOT NULL,
    "others" TEXT NULL
);
CREATE TABLE "monitoring_finding_mark" (
    "finding_id" INTEGER NOT NULL CONSTRAINT "PK_monitoring_finding_mark" PRIMARY KEY,
    "verdict" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" INTEGER NULL,
    "by_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "last_sequence" INTEGER NOT NULL
);
CREATE TABLE "monitoring_history_block" (
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BLOB NOT NULL,
    CONSTRAINT "PK_monitoring_history_block" PRIMARY KEY ("kind", "number")
);
CREATE TABLE "monitoring_history_state" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_monitoring_history_state" PRIMARY KEY,
    "layout" INTEGER NOT NULL,
    "as_of" INTEGER NULL,
    "content" BLOB NOT NULL
);
CREATE TABLE "monitoring_integrity_state" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_monitoring_integrity_state" PRIMARY KEY,
    "layout" INTEGER NOT NULL,
    "content" BLOB NOT NULL
);
CREATE TABLE "monitoring_reminder" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_monitoring_reminder" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "dossier_id" INTEGER NOT NULL,
    "task" INTEGER NOT NULL,
    "step" TEXT NULL,
    "due_at" INTEGER NOT NULL,
    "stage" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "overdue" INTEGER NOT NULL,
    "likely" INTEGER NOT NULL,
    "read_at" INTEGER NULL
);
CREATE TABLE "monitoring_reminder_rule" (
    "agency_id" INTEGER NOT NULL CONSTRAINT "PK_monitoring_reminder_rule" PRIMARY KEY,
    "first" INTEGER NOT NULL,
    "second" INTEGER NOT NULL,
    "third" INTEGER NOT NULL,
    "daily" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "last_sequence" INTEGER NOT NULL
);
CREATE TABLE "notifications_choice" (
    "person_id" INTEGER NOT NULL CONSTRAINT "PK_notifications_choice" PRIMARY KEY,
    "own_steps" INTEGER NOT NULL,
    "others_steps" INTEGER NOT NULL,
    "week" INTEGER NOT NULL
);
CREATE TABLE "notifications_outbox" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_notifications_outbox" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "queued_at" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL,
    "next_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "error" TEXT NULL
);
CREATE TABLE "organization_agency" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_organization_agency" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_id" INTEGER NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "fields" TEXT NOT NULL,
    "address" TEXT NULL,
    "phone" TEXT NULL,
    "former_names" TEXT NOT NULL,
    "revision" INTEGER NOT NULL
, "desk_hours" TEXT NULL);
CREATE TABLE "organization_boundary" (
    "agency_id" INTEGER NOT NULL CONSTRAINT "PK_organization_boundary" PRIMARY KEY,
    "geometry" TEXT NOT NULL,
    "imported_at" INTEGER NOT NULL
);
CREATE TABLE "organization_calendar_day" (
    "agency_id" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    CONSTRAINT "pk_organization_calendar_day" PRIMARY KEY ("agency_id", "day")
);
CREATE TABLE "organization_delegation" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_organization_delegation" PRIMARY KEY,
    "post_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL
);
CREATE TABLE "organization_holding" (
    "post_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "pk_organization_holding" PRIMARY KEY ("post_id", "person_id", "valid_from")
);
CREATE TABLE "organization_person" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_organization_person" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "phone" TEXT NULL,
    "email" TEXT NULL
);
CREATE TABLE "organization_post" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_organization_post" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "revision" INTEGER NOT NULL
);
CREATE TABLE "organization_state" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_organization_state" PRIMARY KEY,
    "demo" INTEGER NOT NULL,
    "last_sequence" INTEGER NULL
);
CREATE TABLE "organization_succession" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "since_day" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    CONSTRAINT "pk_organization_succession" PRIMARY KEY ("from_id", "to_id")
);
CREATE TABLE "organization_unit" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_organization_unit" PRIMARY KEY,
    "agency_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "phone" TEXT NULL,
    "fields" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "former_names" TEXT NOT NULL,
    "revision" INTEGER NOT NULL
);
CREATE TABLE "procedures_draft" (
    "code" TEXT NOT NULL CONSTRAINT "pk_procedures_draft" PRIMARY KEY,
    "revision" INTEGER NOT NULL,
    "saved_at" INTEGER NOT NULL,
    "saved_by" TEXT NOT NULL,
    "content" TEXT NOT NULL
);
CREATE TABLE "procedures_procedure" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_procedures_procedure" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "imported_hash" TEXT NULL,
    "last_sequence" INTEGER NOT NULL
);
CREATE TABLE "procedures_version" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_procedures_version" PRIMARY KEY,
    "procedure_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "effective_from" TEXT NOT NULL,
    "published_at" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "process_xml" TEXT NOT NULL,
    "original" TEXT NOT NULL
);
CREATE TABLE "transparency_case" (
    "dossier_id" INTEGER NOT NULL CONSTRAINT "PK_transparency_case" PRIMARY KEY,
    "pseudonym" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    "newest" INTEGER NULL,
    "agency" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "rule_set" TEXT NULL,
    "first_due" TEXT NULL,
    "due" TEXT NULL,
    "revision" INTEGER NOT NULL
);
CREATE TABLE "transparency_closed" (
    "procedure" TEXT NOT NULL CONSTRAINT "PK_transparency_closed" PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE "transparency_day" (
    "day" TEXT NOT NULL CONSTRAINT "PK_transparency_day" PRIMARY KEY,
    "first" INTEGER NOT NULL
);
CREATE TABLE "transparency_entry" (
    "position" INTEGER NOT NULL CONSTRAINT "PK_transparency_entry" PRIMARY KEY,
    "content" TEXT NOT NULL,
    "previous" INTEGER NULL,
    "sequence" INTEGER NULL,
    "topic" TEXT NULL,
    "agency" TEXT NULL,
    "procedure" TEXT NULL
);
CREATE TABLE "transparency_head" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_transparency_head" PRIMARY KEY,
    "size" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE "transparency_statistic" (
    "name" TEXT NOT NULL CONSTRAINT "PK_transparency_statistic" PRIMARY KEY,
    "sha256" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE "transparency_witness" (
    "name" TEXT NOT NULL CONSTRAINT "PK_transparency_witness" PRIMARY KEY,
    "at" INTEGER NOT NULL
);
CREATE INDEX "IX_accounts_api_token_account_id" ON "accounts_api_token" ("account_id");
CREATE UNIQUE INDEX "IX_accounts_api_token_hash" ON "accounts_api_token" ("hash");
CREATE INDEX "IX_dossiers_applicant_account_id" ON "dossiers_applicant" ("account_id") WHERE account_id IS NOT NULL;
CREATE INDEX "IX_dossiers_applicant_national_id" ON "dossiers_applicant" ("national_id") WHERE national_id IS NOT NULL;
CREATE INDEX "IX_dossiers_applicant_phone" ON "dossiers_applicant" ("phone") WHERE phone IS NOT NULL;
CREATE INDEX "IX_dossiers_dossier_agency_id_applicant_folded" ON "dossiers_dossier" ("agency_id", "applicant_folded");
CREATE UNIQUE INDEX "IX_dossiers_dossier_code" ON "dossiers_dossier" ("code");
CREATE INDEX "IX_dossiers_draft_account_id" ON "dossiers_draft" ("account_id") WHERE account_id IS NOT NULL;
CREATE INDEX "IX_dossiers_draft_updated_at" ON "dossiers_draft" ("updated_at");
CREATE INDEX "IX_dossiers_file_dossier_id" ON "dossiers_file" ("dossier_id");
CREATE INDEX "IX_dossiers_file_draft" ON "dossiers_file" ("draft") WHERE draft IS NOT NULL;
CREATE INDEX "IX_dossiers_paper_dossier_id" ON "dossiers_paper" ("dossier_id");
CREATE INDEX "IX_dossiers_task_ended_by_ended_at" ON "dossiers_task" ("ended_by", "ended_at") WHERE ended_at IS NOT NULL;
CREATE INDEX "IX_dossiers_task_person_id_due_at" ON "dossiers_task" ("person_id", "due_at") WHERE ended_at IS NULL;
CREATE INDEX "IX_dossiers_task_unit_id_due_at" ON "dossiers_task" ("unit_id", "due_at") WHERE ended_at IS NULL;
CREATE INDEX "IX_dossiers_timer_due_at" ON "dossiers_timer" ("due_at");
CREATE UNIQUE INDEX "IX_mining_file_source_id_hash" ON "mining_file" ("source_id", "hash");
CREATE UNIQUE INDEX "IX_mining_source_slug" ON "mining_source" ("slug");
CREATE INDEX "IX_monitoring_dossier_change" ON "monitoring_dossier" ("change");
CREATE INDEX "IX_monitoring_finding_agency_id_at" ON "monitoring_finding" ("agency_id", "at");
CREATE INDEX "IX_monitoring_finding_at" ON "monitoring_finding" ("at");
CREATE INDEX "IX_monitoring_finding_pattern_id" ON "monitoring_finding" ("pattern", "id");
CREATE INDEX "IX_monitoring_finding_unit_id_at" ON "monitoring_finding" ("unit_id", "at");
CREATE UNIQUE INDEX "IX_monitoring_reminder_dossier_id_task_due_at_stage_person_id" ON "monitoring_reminder" ("dossier_id", "task", "due_at", "stage", "person_id");
CREATE INDEX "IX_monitoring_reminder_person_id_id" ON "monitoring_reminder" ("person_id", "id");
CREATE INDEX "IX_notifications_outbox_state_next_at" ON "notifications_outbox" ("state", "next_at");
CREATE INDEX "IX_transparency_case_pseudonym" ON "transparency_case" ("pseudonym");
CREATE INDEX "IX_transparency_case_sealed" ON "transparency_case" ("dossier_id") WHERE agency = '';
CREATE INDEX "IX_transparency_entry_agency_position" ON "transparency_entry" ("agency", "position") WHERE agency IS NOT NULL;
CREATE INDEX "IX_transparency_entry_procedure_position" ON "transparency_entry" ("procedure", "position") WHERE procedure IS NOT NULL;
CREATE INDEX "IX_transparency_entry_topic_position" ON "transparency_entry" ("topic", "position") WHERE topic IS NOT NULL;
CREATE INDEX "ix_accounts_account_person" ON "accounts_account" ("person_id");
CREATE UNIQUE INDEX "ix_accounts_account_user_name" ON "accounts_account" ("normalized_user_name");
CREATE INDEX "ix_accounts_claim_user" ON "accounts_claim" ("user_id");
CREATE INDEX "ix_accounts_login_user" ON "accounts_login" ("user_id");
CREATE INDEX "ix_accounts_passkey_user" ON "accounts_passkey" ("user_id");
CREATE UNIQUE INDEX "ux_procedures_procedure_code" ON "procedures_procedure" ("code");
CREATE UNIQUE INDEX "ux_procedures_version_number" ON "procedures_version" ("procedure_id", "number");
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0001_kernel', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0010_organization', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0020_accounts', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0030_procedures', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0040_dossiers', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0041_draft_dossier', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0042_dossier_watch', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0060_demo_city', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0060_monitoring', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0061_api_tokens', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0062_desk_hours', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0063_account_keys', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0064_journal_months', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0065_history', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0066_reminders', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0067_imported_logs', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0068_integrity', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0069_public_log', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0070_boundaries', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0071_closed_cases', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0073_notifications', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0074_task_procedure', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0075_task_indexes', '10.0.14');
INSERT INTO "dossiers_applicant" ("dossier_id", "kind", "name", "national_id", "birth_date", "phone", "email", "address", "organization_name", "tax_code", "representative", "account_id", "answers", "result_by") VALUES (8001, 1, 'Nguyễn Thị Hồng Hạnh', '001199000001', NULL, '0912345678', NULL, 'Số 1 Hoàng Hoa Thám', NULL, NULL, NULL, NULL, '{}', 'desk');
INSERT INTO "dossiers_applicant" ("dossier_id", "kind", "name", "national_id", "birth_date", "phone", "email", "address", "organization_name", "tax_code", "representative", "account_id", "answers", "result_by") VALUES (8003, 1, 'Nguyễn Thị Hồng Hạnh', '001199000001', NULL, '0912345678', NULL, 'Số 1 Hoàng Hoa Thám', NULL, NULL, NULL, NULL, '{}', 'desk');
INSERT INTO "dossiers_dossier" ("id", "code", "procedure_id", "version_id", "case_key", "field", "agency_id", "channel", "online_level", "status", "applicant_name", "submitted_at", "received_at", "first_due_date", "due_date", "due_at", "completed_at", "returned_at", "outcome", "revision", "last_sequence", "state", "applicant_folded") VALUES (8001, 'H26.101-261117-0001', 63, 64, 'dung-han', 'Hộ tịch', 1324, 1, 2, 1, 'Nguyễn Thị Hồng Hạnh', 1794880800000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 4, '{"rules":"118/2025","open":[{"task":0,"node":"reception","name":"Kiểm tra, tiếp nhận hồ sơ","role":"one-stop-officer","agency":1324,"unit":1325,"openedAt":"2026-11-17T02:00:00Z","dueAt":"2026-11-18T02:00:00Z"}],"done":[],"supplementsBefore":0,"supplementsAfter":0}', 'nguyen thi hong hanh');
INSERT INTO "dossiers_dossier" ("id", "code", "procedure_id", "version_id", "case_key", "field", "agency_id", "channel", "online_level", "status", "applicant_name", "submitted_at", "received_at", "first_due_date", "due_date", "due_at", "completed_at", "returned_at", "outcome", "revision", "last_sequence", "state", "applicant_folded") VALUES (8003, 'H26.101-261117-0002', 63, 64, 'dung-han', 'Hộ tịch', 1324, 0, 2, 9, 'Nguyễn Thị Hồng Hạnh', 1794880800000000, 1794880800000000, '2026-11-17', '2026-11-17', 1794911400000000, 1794880800000000, NULL, 1, 5, 18, '{"rules":"118/2025","process":{"v":1,"s":"running","p":"p-1.001193","n":5,"t":[["task",5,"return"]],"x":{"outcome":"","returned":false}},"clock":[{"kind":"firstDue","at":"2026-11-17T02:00:00Z","term":{"amount":0,"unit":"sameDay"},"due":{"date":"2026-11-17","at":"2026-11-17T10:30:00Z","isProvisional":false},"lastDay":"2026-11-17","reason":"","author":"Cán bộ tiếp nhận và trả kết quả 1 00004"}],"open":[{"task":5,"node":"return","name":"Trả kết quả cho người nộp hồ sơ","role":"one-stop-officer","agency":1324,"unit":1325,"openedAt":"2026-11-17T02:00:00Z"}],"done":[{"task":0,"node":"reception","role":"one-stop-officer","person":1327},{"task":1,"node":"receive","role":"one-stop-officer","person":1327},{"task":2,"node":"process","role":"specialist","person":1350},{"task":3,"node":"sign","role":"leader","person":1357},{"task":4,"node":"stamp","role":"clerk","person":1354}],"supplementsBefore":0,"supplementsAfter":0}', 'nguyen thi hong hanh');
INSERT INTO "dossiers_paper" ("id", "dossier_id", "key", "name", "form", "count", "file_id", "added_at", "supplement") VALUES (8002, 8001, 'giay-chung-sinh', 'Giấy chứng sinh', 1, 1, NULL, 1794880800000000, 0);
INSERT INTO "dossiers_paper" ("id", "dossier_id", "key", "name", "form", "count", "file_id", "added_at", "supplement") VALUES (8004, 8003, 'giay-chung-sinh', 'Giấy chứng sinh', 1, 1, NULL, 1794880800000000, 0);
INSERT INTO "dossiers_task" ("dossier_id", "task", "node", "name", "role", "agency_id", "unit_id", "person_id", "person_name", "opened_at", "claimed_at", "due_at", "ended_at", "ended_by", "ended_by_name", "ending", "choice", "note", "question", "procedure_id") VALUES (8001, 0, 'reception', 'Kiểm tra, tiếp nhận hồ sơ', 'one-stop-officer', 1324, 1325, NULL, NULL, 1794880800000000, NULL, 1794967200000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 63);
INSERT INTO "dossiers_task" ("dossier_id", "task", "node", "name", "role", "agency_id", "unit_id", "person_id", "person_name", "opened_at", "claimed_at", "due_at", "ended_at", "ended_by", "ended_by_name", "ending", "choice", "note", "question", "procedure_id") VALUES (8003, 0, 'reception', 'Kiểm tra, tiếp nhận hồ sơ', 'one-stop-officer', 1324, 1325, 1327, 'Cán bộ tiếp nhận và trả kết quả 1 00004', 1794880800000000, NULL, 1794967200000000, 1794880800000000, 1327, 'Cán bộ tiếp nhận và trả kết quả 1 00004', 'done', NULL, NULL, NULL, 63);
INSERT INTO "dossiers_task" ("dossier_id", "task", "node", "name", "role", "agency_id", "unit_id", "person_id", "person_name", "opened_at", "claimed_at", "due_at", "ended_at", "ended_by", "ended_by_name", "ending", "choice", "note", "question", "procedure_id") VALUES (8003, 1, 'receive', 'Kiểm tra thành phần hồ sơ, số hóa giấy tờ, tiếp nhận', 'one-stop-officer', 1324, 1325, 1327, 'Cán bộ tiếp nhận và trả kết quả 1 00004', 1794880800000000, NULL, 1794911400000000, 1794880800000000, 1327, 'Cán bộ tiếp nhận và trả kết quả 1 00004', 'done', NULL, NULL, NULL, 63);
INSERT INTO "dossiers_task" ("dossier_id", "task", "node", "name", "role", "agency_id", "unit_id", "person_id", "person_name", "opened_at", "claimed_at", "due_at", "ended_at", "ended_by", "ended_by_name", "ending", "choice", "note", "question", "procedure_id") VALUES (8003, 2, 'process', 'Đối chiếu giấy chứng sinh với dữ liệu dân cư, lấy số định danh cá nhân, ghi Sổ đăng ký khai sinh', 'specialist', 1324, 1346, 1350, 'Công chức tư pháp - hộ tịch 1 00004', 1794880800000000, NULL, 1794900600000000, 1794880800000000, 1350, 'Công chức tư pháp - hộ tịch 1 00004', 'done', NULL, NULL, NULL, 63);
INSERT INTO "dossiers_task" ("dossier_id", "task", "node", "name", "role", "agency_id", "unit_id", "person_id", "person_name", "opened_at", "claimed_at", "due_at", "ended_at", "ended_by", "ended_by_name", "ending", "choice", "note", "question", "procedure_id") VALUES (8003, 3, 'sign', 'Ký Giấy khai sinh', 'leader', 1324, 1355, 1357, 'Chủ tịch UBND 1 00004', 1794880800000000, NULL, 1794888000000000, 1794880800000000, 1357, 'Chủ tịch UBND 1 00004', 'done', NULL, NULL, NULL, 63);
INSERT INTO "dossiers_task" ("dossier_id", "task", "node", "name", "role", "agency_id", "unit_id", "person_id", "person_name", "opened_at", "claimed_at", "due_at", "ended_at", "ended_by", "ended_by_name", "ending", "choice", "note", "question", "procedure_id") VALUES (8003, 4, 'stamp', 'Lấy số, đóng dấu, ký số của cơ quan và phát hành', 'clerk', 1324, 1346, 1354, 'Văn thư 1 00004', 1794880800000000, NULL, 1794882600000000, 1794880800000000, 1354, 'Văn thư 1 00004', 'done', NULL, NULL, NULL, 63);
INSERT INTO "dossiers_task" ("dossier_id", "task", "node", "name", "role", "agency_id", "unit_id", "person_id", "person_name", "opened_at", "claimed_at", "due_at", "ended_at", "ended_by", "ended_by_name", "ending", "choice", "note", "question", "procedure_id") VALUES (8003, 5, 'return', 'Trả kết quả cho người nộp hồ sơ', 'one-stop-officer', 1324, 1325, NULL, NULL, 1794880800000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 63);
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (1, 0, 1794880800000000, 'procedure', 63, NULL, 'procedure.published', '{"kind":"system","name":"Hệ thống"}', '{"versionId":64,"code":"1.001193","number":1,"name":"Đăng ký khai sinh","field":"Hộ tịch","effectiveFrom":"2025-07-01","source":"starter"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (2, 0, 1794880800000000, 'organization', 1, NULL, 'organization.founded', '{"kind":"system","name":"Hệ thống"}', '{"agencies":166,"units":1046,"posts":3146,"people":3146,"demo":true}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (3, 0, 1794880800000000, 'dossier', 8001, NULL, 'dossier.submitted', '{"kind":"citizen","name":"Nguyễn Văn An"}', '{"code":"H26.101-261117-0001","version":64,"procedure":63,"field":"Hộ tịch","caseKey":"dung-han","agency":1324,"channel":"online","onlineLevel":"full"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (4, 0, 1794880800000000, 'dossier', 8001, 3, 'dossier.stepOpened', '{"kind":"citizen","name":"Nguyễn Văn An"}', '{"task":0,"node":"reception","name":"Kiểm tra, tiếp nhận hồ sơ","role":"one-stop-officer","agency":1324,"unit":1325,"dueAt":"2026-11-18T02:00:00Z"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (5, 0, 1794880800000000, 'dossier', 8003, NULL, 'dossier.submitted', '{"kind":"official","name":"Cán bộ tiếp nhận và trả kết quả 1 00004","personId":1327,"postId":1326,"unitId":1325,"agencyId":1324}', '{"code":"H26.101-261117-0002","version":64,"procedure":63,"field":"Hộ tịch","caseKey":"dung-han","agency":1324,"channel":"direct","onlineLevel":"full"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (6, 0, 1794880800000000, 'dossier', 8003, 5, 'dossier.stepOpened', '{"kind":"official","name":"Cán bộ tiếp nhận và trả kết quả 1 00004","personId":1327,"postId":1326,"unitId":1325,"agencyId":1324}', '{"task":0,"node":"reception","name":"Kiểm tra, tiếp nhận hồ sơ","role":"one-stop-officer","agency":1324,"unit":1325,"dueAt":"2026-11-18T02:00:00Z"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (7, 0, 1794880800000000, 'dossier', 8003, 6, 'dossier.stepDone', '{"kind":"official","name":"Cán bộ tiếp nhận và trả kết quả 1 00004","personId":1327,"postId":1326,"unitId":1325,"agencyId":1324}', '{"task":0,"node":"reception"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (8, 0, 1794880800000000, 'dossier', 8003, 7, 'dossier.received', '{"kind":"official","name":"Cán bộ tiếp nhận và trả kết quả 1 00004","personId":1327,"postId":1326,"unitId":1325,"agencyId":1324}', '{"ruleSet":"118/2025","unit":1325,"dueDate":"2026-11-17","dueAt":"2026-11-17T10:30:00Z","provisional":false}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (9, 0, 1794880800000000, 'dossier', 8003, 8, 'dossier.stepOpened', '{"kind":"official","name":"Cán bộ tiếp nhận và trả kết quả 1 00004","personId":1327,"postId":1326,"unitId":1325,"agencyId":1324}', '{"task":1,"node":"receive","name":"Kiểm tra thành phần hồ sơ, số hóa giấy tờ, tiếp nhận","role":"one-stop-officer","agency":1324,"unit":1325,"dueAt":"2026-11-17T10:30:00Z"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (10, 0, 1794880800000000, 'dossier', 8003, 9, 'dossier.stepDone', '{"kind":"official","name":"Cán bộ tiếp nhận và trả kết quả 1 00004","personId":1327,"postId":1326,"unitId":1325,"agencyId":1324}', '{"task":1,"node":"receive"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (11, 0, 1794880800000000, 'dossier', 8003, 10, 'dossier.stepOpened', '{"kind":"official","name":"Cán bộ tiếp nhận và trả kết quả 1 00004","personId":1327,"postId":1326,"unitId":1325,"agencyId":1324}', '{"task":2,"node":"process","name":"Đối chiếu giấy chứng sinh với dữ liệu dân cư, lấy số định danh cá nhân, ghi Sổ đăng ký khai sinh","role":"specialist","agency":1324,"unit":1346,"dueAt":"2026-11-17T07:30:00Z"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (12, 0, 1794880800000000, 'dossier', 8003, 11, 'dossier.stepDone', '{"kind":"official","name":"Công chức tư pháp - hộ tịch 1 00004","personId":1350,"postId":1349,"unitId":1346,"agencyId":1324}', '{"task":2,"node":"process"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (13, 0, 1794880800000000, 'dossier', 8003, 12, 'dossier.stepOpened', '{"kind":"official","name":"Công chức tư pháp - hộ tịch 1 00004","personId":1350,"postId":1349,"unitId":1346,"agencyId":1324}', '{"task":3,"node":"sign","name":"Ký Giấy khai sinh","role":"leader","agency":1324,"unit":1355,"dueAt":"2026-11-17T04:00:00Z"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (14, 0, 1794880800000000, 'dossier', 8003, 13, 'dossier.stepDone', '{"kind":"official","name":"Chủ tịch UBND 1 00004","personId":1357,"postId":1356,"unitId":1355,"agencyId":1324}', '{"task":3,"node":"sign"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (15, 0, 1794880800000000, 'dossier', 8003, 14, 'dossier.stepOpened', '{"kind":"official","name":"Chủ tịch UBND 1 00004","personId":1357,"postId":1356,"unitId":1355,"agencyId":1324}', '{"task":4,"node":"stamp","name":"Lấy số, đóng dấu, ký số của cơ quan và phát hành","role":"clerk","agency":1324,"unit":1346,"dueAt":"2026-11-17T02:30:00Z"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (16, 0, 1794880800000000, 'dossier', 8003, 15, 'dossier.stepDone', '{"kind":"official","name":"Văn thư 1 00004","personId":1354,"postId":1353,"unitId":1346,"agencyId":1324}', '{"task":4,"node":"stamp"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (17, 0, 1794880800000000, 'dossier', 8003, 16, 'dossier.completed', '{"kind":"official","name":"Văn thư 1 00004","personId":1354,"postId":1353,"unitId":1346,"agencyId":1324}', '{"outcome":"granted"}');
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (18, 0, 1794880800000000, 'dossier', 8003, 17, 'dossier.stepOpened', '{"kind":"official","name":"Văn thư 1 00004","personId":1354,"postId":1353,"unitId":1346,"agencyId":1324}', '{"task":5,"node":"return","name":"Trả kết quả cho người nộp hồ sơ","role":"one-stop-officer","agency":1324,"unit":1325}');
INSERT INTO "kernel_number" ("name", "next") VALUES ('H26.101-261117', 3);
INSERT INTO "kernel_number" ("name", "next") VALUES ('id', 9001);
INSERT INTO "monitoring_history_state" ("id", "layout", "as_of", "content") VALUES (1, 3, 1794880800000000, X'780162C0037E31E3911C951A0D81D110006C98848043BF03864F000A76020D');
INSERT INTO "monitoring_integrity_state" ("id", "layout", "content") VALUES (1, 1, X'78016340030000100001');
INSERT INTO "organization_agency" ("id", "code", "identifier", "name", "level", "parent_id", "valid_from", "valid_to", "fields", "address", "phone", "former_names", "revision", "desk_hours") VALUES (1324, '00004', 'H26.101', 'UBND phường Ba Đình', 'commune', 120, '2025-07-01', NULL, '[]', NULL, NULL, '[]', 1, NULL);
INSERT INTO "organization_holding" ("post_id", "person_id", "valid_from", "valid_to") VALUES (1326, 1327, '2025-07-01', NULL);
INSERT INTO "organization_holding" ("post_id", "person_id", "valid_from", "valid_to") VALUES (1328, 1329, '2025-07-01', NULL);
INSERT INTO "organization_holding" ("post_id", "person_id", "valid_from", "valid_to") VALUES (1347, 1348, '2025-07-01', NULL);
INSERT INTO "organization_holding" ("post_id", "person_id", "valid_from", "valid_to") VALUES (1349, 1350, '2025-07-01', NULL);
INSERT INTO "organization_holding" ("post_id", "person_id", "valid_from", "valid_to") VALUES (1351, 1352, '2025-07-01', NULL);
INSERT INTO "organization_holding" ("post_id", "person_id", "valid_from", "valid_to") VALUES (1353, 1354, '2025-07-01', NULL);
INSERT INTO "organization_holding" ("post_id", "person_id", "valid_from", "valid_to") VALUES (1356, 1357, '2025-07-01', NULL);
INSERT INTO "organization_holding" ("post_id", "person_id", "valid_from", "valid_to") VALUES (1358, 1359, '2025-07-01', NULL);
INSERT INTO "organization_holding" ("post_id", "person_id", "valid_from", "valid_to") VALUES (1360, 1361, '2025-07-01', NULL);
INSERT INTO "organization_person" ("id", "name", "phone", "email") VALUES (1327, 'Cán bộ tiếp nhận và trả kết quả 1 00004', '024 0000 0000', NULL);
INSERT INTO "organization_person" ("id", "name", "phone", "email") VALUES (1329, 'Cán bộ tiếp nhận và trả kết quả 2 00004', '024 0000 0000', NULL);
INSERT INTO "organization_person" ("id", "name", "phone", "email") VALUES (1348, 'Chánh Văn phòng 1 00004', '024 0000 0000', NULL);
INSERT INTO "organization_person" ("id", "name", "phone", "email") VALUES (1350, 'Công chức tư pháp - hộ tịch 1 00004', '024 0000 0000', NULL);
INSERT INTO "organization_person" ("id", "name", "phone", "email") VALUES (1352, 'Công chức tư pháp - hộ tịch 2 00004', '024 0000 0000', NULL);
INSERT INTO "organization_person" ("id", "name", "phone", "email") VALUES (1354, 'Văn thư 1 00004', '024 0000 0000', NULL);
INSERT INTO "organization_person" ("id", "name", "phone", "email") VALUES (1357, 'Chủ tịch UBND 1 00004', '024 0000 0000', NULL);
INSERT INTO "organization_person" ("id", "name", "phone", "email") VALUES (1359, 'Phó Chủ tịch UBND 1 00004', '024 0000 0000', NULL);
INSERT INTO "organization_person" ("id", "name", "phone", "email") VALUES (1361, 'Phó Chủ tịch UBND 2 00004', '024 0000 0000', NULL);
INSERT INTO "organization_post" ("id", "unit_id", "name", "role", "valid_from", "valid_to", "revision") VALUES (1326, 1325, 'Cán bộ tiếp nhận và trả kết quả', 'one-stop-officer', '2025-07-01', NULL, 1);
INSERT INTO "organization_post" ("id", "unit_id", "name", "role", "valid_from", "valid_to", "revision") VALUES (1328, 1325, 'Cán bộ tiếp nhận và trả kết quả', 'one-stop-officer', '2025-07-01', NULL, 1);
INSERT INTO "organization_post" ("id", "unit_id", "name", "role", "valid_from", "valid_to", "revision") VALUES (1347, 1346, 'Chánh Văn phòng', 'head-of-unit', '2025-07-01', NULL, 1);
INSERT INTO "organization_post" ("id", "unit_id", "name", "role", "valid_from", "valid_to", "revision") VALUES (1349, 1346, 'Công chức tư pháp - hộ tịch', 'specialist', '2025-07-01', NULL, 1);
INSERT INTO "organization_post" ("id", "unit_id", "name", "role", "valid_from", "valid_to", "revision") VALUES (1351, 1346, 'Công chức tư pháp - hộ tịch', 'specialist', '2025-07-01', NULL, 1);
INSERT INTO "organization_post" ("id", "unit_id", "name", "role", "valid_from", "valid_to", "revision") VALUES (1353, 1346, 'Văn thư', 'clerk', '2025-07-01', NULL, 1);
INSERT INTO "organization_post" ("id", "unit_id", "name", "role", "valid_from", "valid_to", "revision") VALUES (1356, 1355, 'Chủ tịch UBND', 'leader', '2025-07-01', NULL, 1);
INSERT INTO "organization_post" ("id", "unit_id", "name", "role", "valid_from", "valid_to", "revision") VALUES (1358, 1355, 'Phó Chủ tịch UBND', 'leader', '2025-07-01', NULL, 1);
INSERT INTO "organization_post" ("id", "unit_id", "name", "role", "valid_from", "valid_to", "revision") VALUES (1360, 1355, 'Phó Chủ tịch UBND', 'leader', '2025-07-01', NULL, 1);
INSERT INTO "organization_state" ("id", "demo", "last_sequence") VALUES (1, 1, 2);
INSERT INTO "organization_unit" ("id", "agency_id", "name", "kind", "phone", "fields", "valid_from", "valid_to", "former_names", "revision") VALUES (1325, 1324, 'Điểm phục vụ hành chính công', 'oneStop', NULL, '[]', '2025-07-01', NULL, '[]', 1);
INSERT INTO "organization_unit" ("id", "agency_id", "name", "kind", "phone", "fields", "valid_from", "valid_to", "former_names", "revision") VALUES (1346, 1324, 'Văn phòng HĐND và UBND', 'clerical', NULL, '["Hộ tịch","Chứng thực","Nuôi con nuôi","Quốc tịch","Hòa giải ở cơ sở","Bồi thường nhà nước","Phổ biến giáo dục pháp luật","Khiếu nại, tố cáo","Khiếu nại","Giải quyết khiếu nại","Giải quyết tố cáo","Tiếp công dân","Tòa án","Trợ giúp pháp lý"]', '2025-07-01', NULL, '[]', 1);
INSERT INTO "organization_unit" ("id", "agency_id", "name", "kind", "phone", "fields", "valid_from", "valid_to", "former_names", "revision") VALUES (1355, 1324, 'Lãnh đạo UBND', 'leadership', NULL, '[]', '2025-07-01', NULL, '[]', 1);
INSERT INTO "procedures_procedure" ("id", "code", "revision", "imported_hash", "last_sequence") VALUES (63, '1.001193', 1, NULL, 1);
INSERT INTO "procedures_version" ("id", "procedure_id", "number", "effective_from", "published_at", "content", "process_xml", "original") VALUES (64, 63, 1, '2025-07-01', 1794880800000000, '{"id":0,"procedureId":0,"code":"1.001193","number":0,"name":"Đăng ký khai sinh","field":"Hộ tịch","levels":["commune"],"audiences":["citizen"],"onlineLevel":"full","effectiveFrom":"2025-07-01","competentAuthority":"Ủy ban nhân dân cấp xã","processingAuthority":"Ủy ban nhân dân cấp xã","relatedProcedures":"Đăng ký thường trú cho trẻ; cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi","sequence":"Bước 1: Người yêu cầu chuẩn bị hồ sơ và nộp trực tiếp tại bất kỳ điểm tiếp nhận nào của Trung tâm Phục vụ hành chính công thành phố, nộp trực tuyến trên Cổng Dịch vụ công quốc gia hoặc gửi qua bưu chính công ích.\nBước 2: Người tiếp nhận kiểm tra hồ sơ. Hồ sơ đủ thì cấp giấy tiếp nhận và hẹn trả kết quả; còn thiếu thì ghi một lần mọi giấy tờ cần bổ sung vào phiếu yêu cầu bổ sung; không thuộc trường hợp được giải quyết thì trả phiếu từ chối có nêu lý do.\nBước 3: Công chức tư pháp - hộ tịch đối chiếu thông tin với cơ sở dữ liệu, lấy số định danh cá nhân cho trẻ, ghi Sổ đăng ký khai sinh; Chủ tịch Ủy ban nhân dân cấp xã ký Giấy khai sinh.\nBước 4: Người yêu cầu nhận kết quả theo cách đã đăng ký: tại quầy, bản điện tử hoặc qua bưu chính công ích.","requirements":"Cha, mẹ đăng ký khai sinh cho con trong 60 ngày kể từ ngày sinh; cha, mẹ không thể đăng ký thì ông, bà, người thân thích hoặc tổ chức, cá nhân đang nuôi dưỡng đăng ký.","cases":[{"key":"dung-han","name":"Đăng ký trong 60 ngày kể từ ngày sinh","term":"0 sameDay","termText":"trong ngày","channels":[{"channel":"direct","term":"0 sameDay","termText":"trong ngày","fees":[{"text":"Miễn lệ phí","amountDong":0,"condition":"đăng ký đúng hạn","verified":true}],"note":"Hồ sơ nhận sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo."},{"channel":"online","term":"0 sameDay","termText":"trong ngày","fees":[{"text":"Miễn lệ phí","amountDong":0,"condition":"đăng ký đúng hạn","verified":true}],"note":"Hồ sơ nhận sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo."},{"channel":"post","term":"0 sameDay","termText":"trong ngày","fees":[{"text":"Miễn lệ phí","amountDong":0,"condition":"đăng ký đúng hạn","verified":true}],"note":"Hồ sơ nhận sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo."}],"papers":[{"key":"to-khai","name":"Tờ khai đăng ký khai sinh (mẫu điện tử tương tác khi nộp trực tuyến)","originals":1,"copies":0,"formNumber":"Tờ khai đăng ký khai sinh","required":true},{"key":"giay-chung-sinh","name":"Giấy chứng sinh","originals":1,"copies":0,"note":"Không phải nộp bản giấy khi cơ quan đăng ký đã khai thác được bản điện tử có ký số. Không có thì nộp văn bản của người làm chứng về việc sinh, hoặc giấy cam đoan về việc sinh.","required":true},{"key":"giay-to-tuy-than","name":"Giấy tờ tùy thân của người yêu cầu (xuất trình)","originals":1,"copies":0,"note":"Chỉ cần số định danh cá nhân khi dữ liệu tra được trong Cơ sở dữ liệu quốc gia về dân cư.","required":true},{"key":"bien-ban-bo-roi","name":"Biên bản về việc trẻ bị bỏ rơi, với trẻ bị bỏ rơi","originals":1,"copies":0,"required":false},{"key":"mang-thai-ho","name":"Xác nhận của cơ sở y tế về việc mang thai hộ, khi có mang thai hộ","originals":1,"copies":0,"required":false},{"key":"uy-quyen","name":"Văn bản ủy quyền, khi người khác làm thay","originals":1,"copies":0,"note":"Không phải chứng thực khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột.","required":false}]},{"key":"qua-han","name":"Đăng ký sau 60 ngày kể từ ngày sinh","term":"0 sameDay","termText":"trong ngày","channels":[{"channel":"direct","term":"0 sameDay","termText":"trong ngày","fees":[{"text":"Theo mức do Hội đồng nhân dân thành phố quy định; miễn cho người có công với cách mạng, hộ nghèo, người khuyết tật","verified":false}],"note":"Hồ sơ nhận sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo."},{"channel":"online","term":"0 sameDay","termText":"trong ngày","fees":[{"text":"Theo mức do Hội đồng nhân dân thành phố quy định; miễn cho người có công với cách mạng, hộ nghèo, người khuyết tật","verified":false}],"note":"Hồ sơ nhận sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo."},{"channel":"post","term":"0 sameDay","termText":"trong ngày","fees":[{"text":"Theo mức do Hội đồng nhân dân thành phố quy định; miễn cho người có công với cách mạng, hộ nghèo, người khuyết tật","verified":false}],"note":"Hồ sơ nhận sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo."}],"papers":[{"key":"to-khai","name":"Tờ khai đăng ký khai sinh (mẫu điện tử tương tác khi nộp trực tuyến)","originals":1,"copies":0,"formNumber":"Tờ khai đăng ký khai sinh","required":true},{"key":"giay-chung-sinh","name":"Giấy chứng sinh","originals":1,"copies":0,"note":"Không phải nộp bản giấy khi cơ quan đăng ký đã khai thác được bản điện tử có ký số. Không có thì nộp văn bản của người làm chứng về việc sinh, hoặc giấy cam đoan về việc sinh.","required":true},{"key":"giay-to-tuy-than","name":"Giấy tờ tùy thân của người yêu cầu (xuất trình)","originals":1,"copies":0,"note":"Chỉ cần số định danh cá nhân khi dữ liệu tra được trong Cơ sở dữ liệu quốc gia về dân cư.","required":true},{"key":"bien-ban-bo-roi","name":"Biên bản về việc trẻ bị bỏ rơi, với trẻ bị bỏ rơi","originals":1,"copies":0,"required":false},{"key":"mang-thai-ho","name":"Xác nhận của cơ sở y tế về việc mang thai hộ, khi có mang thai hộ","originals":1,"copies":0,"required":false},{"key":"uy-quyen","name":"Văn bản ủy quyền, khi người khác làm thay","originals":1,"copies":0,"note":"Không phải chứng thực khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột.","required":false}]}],"form":{"sections":[{"title":"Người yêu cầu","fields":[{"key":"relation","label":"Quan hệ với người được đăng ký","kind":"text","required":true,"hint":"Ví dụ: cha, mẹ, ông, bà, người thân thích.","choices":[],"maxLength":100}]},{"title":"Người được khai sinh","fields":[{"key":"childName","label":"Họ, chữ đệm, tên","kind":"text","required":true,"hint":"Viết đúng như muốn ghi trên Giấy khai sinh.","choices":[],"maxLength":100},{"key":"childBirth","label":"Ngày, tháng, năm sinh","kind":"date","required":true,"choices":[]},{"key":"childSex","label":"Giới tính","kind":"choice","required":true,"choices":["Nam","Nữ"]},{"key":"childPlace","label":"Nơi sinh","kind":"address","required":true,"hint":"Tên cơ sở y tế và địa chỉ; sinh tại nhà thì ghi xã, phường.","choices":[],"maxLength":300},{"key":"childHome","label":"Quê quán","kind":"address","required":true,"choices":[],"maxLength":300},{"key":"childEthnic","label":"Dân tộc","kind":"text","required":true,"choices":[],"maxLength":50},{"key":"childNation","label":"Quốc tịch","kind":"text","required":true,"hint":"Thường là Việt Nam.","choices":[],"maxLength":50},{"key":"birthCertificate","label":"Số Giấy chứng sinh","kind":"text","required":false,"choices":[],"maxLength":50}]},{"title":"Người mẹ","fields":[{"key":"motherName","label":"Họ, chữ đệm, tên","kind":"text","required":false,"hint":"Để trống nếu chưa xác định được.","choices":[],"maxLength":100},{"key":"motherBirth","label":"Năm sinh","kind":"number","required":false,"choices":[],"maxLength":4},{"key":"motherId","label":"Số định danh cá nhân","kind":"nationalId","required":false,"choices":[],"maxLength":12},{"key":"motherEthnic","label":"Dân tộc","kind":"text","required":false,"choices":[],"maxLength":50},{"key":"motherNation","label":"Quốc tịch","kind":"text","required":false,"choices":[],"maxLength":50},{"key":"motherHome","label":"Nơi cư trú","kind":"address","required":false,"choices":[],"maxLength":300}]},{"title":"Người cha","fields":[{"key":"fatherName","label":"Họ, chữ đệm, tên","kind":"text","required":false,"hint":"Để trống nếu chưa xác định được.","choices":[],"maxLength":100},{"key":"fatherBirth","label":"Năm sinh","kind":"number","required":false,"choices":[],"maxLength":4},{"key":"fatherId","label":"Số định danh cá nhân","kind":"nationalId","required":false,"choices":[],"maxLength":12},{"key":"fatherEthnic","label":"Dân tộc","kind":"text","required":false,"choices":[],"maxLength":50},{"key":"fatherNation","label":"Quốc tịch","kind":"text","required":false,"choices":[],"maxLength":50},{"key":"fatherHome","label":"Nơi cư trú","kind":"address","required":false,"choices":[],"maxLength":300}]},{"title":"Giấy tờ cần thêm","fields":[{"key":"copies","label":"Số bản sao trích lục cần cấp thêm","kind":"number","required":false,"hint":"Để trống nếu không cần.","choices":[]}]}]},"legalBases":[{"number":"60/2014/QH13","title":"Luật Hộ tịch","issuedOn":"2014-11-20","issuer":"Quốc hội"},{"number":"123/2015/NĐ-CP","title":"Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch","issuedOn":"2015-11-15","issuer":"Chính phủ"},{"number":"07/2025/NĐ-CP","title":"Nghị định sửa đổi, bổ sung một số điều của các nghị định trong lĩnh vực hộ tịch, quốc tịch, chứng thực","issuedOn":"2025-01-09","issuer":"Chính phủ"},{"number":"120/2025/NĐ-CP","title":"Nghị định về phân định thẩm quyền của chính quyền địa phương hai cấp trong lĩnh vực quản lý nhà nước của Bộ Tư pháp","issuedOn":"2025-06-11","issuer":"Chính phủ"},{"number":"04/2020/TT-BTP","title":"Thông tư quy định chi tiết thi hành một số điều của Luật Hộ tịch và Nghị định số 123/2015/NĐ-CP","issuedOn":"2020-05-28","issuer":"Bộ Tư pháp"},{"number":"118/2025/NĐ-CP","title":"Nghị định về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia","issuedOn":"2025-06-09","issuer":"Chính phủ"}],"results":[{"code":"KQ.G15.000031","name":"Giấy khai sinh (bản chính)"}],"steps":[{"key":"receive","name":"Kiểm tra thành phần hồ sơ, số hóa giấy tờ, tiếp nhận","roleKey":"one-stop-officer","unitRule":"one-stop","hours":1,"output":"Giấy tiếp nhận hồ sơ và hẹn trả kết quả"},{"key":"process","name":"Đối chiếu giấy chứng sinh với dữ liệu dân cư, lấy số định danh cá nhân, ghi Sổ đăng ký khai sinh","roleKey":"specialist","unitRule":"processing-unit","hours":4,"output":"Dự thảo Giấy khai sinh"},{"key":"sign","name":"Ký Giấy khai sinh","roleKey":"leader","unitRule":"leadership","hours":2,"output":"Giấy khai sinh đã ký"},{"key":"stamp","name":"Lấy số, đóng dấu, ký số của cơ quan và phát hành","roleKey":"clerk","unitRule":"processing-unit","hours":0.5,"output":"Giấy khai sinh đã phát hành"},{"key":"return","name":"Trả kết quả cho người nộp hồ sơ","roleKey":"one-stop-officer","unitRule":"one-stop","hours":0.5,"output":"Kết quả đã trả, hồ sơ kết thúc"}],"processXml":"","original":{},"source":"starter","unverified":["term","fees","steps","form","requirements"],"isInternal":false}', '<?xml version="1.0" encoding="utf-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:mb="https://minhbach.example/bpmn/1" id="p-1.001193_definitions" targetNamespace="https://minhbach.example/bpmn/1#processes" expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/">
  <bpmn:collaboration id="p-1.001193_collaboration">
    <bpmn:participant id="p-1.001193_pool" name="Đăng ký khai sinh" processRef="p-1.001193" />
  </bpmn:collaboration>
  <bpmn:process id="p-1.001193" name="Đăng ký khai sinh" isExecutable="true">
    <bpmn:laneSet id="p-1.001193_lanes">
      <bpmn:lane id="p-1.001193_lane_one-stop-officer" name="one-stop-officer">
        <bpmn:flowNodeRef>p-1.001193_start</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>receive</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>return</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>p-1.001193_end</bpmn:flowNodeRef>
      </bpmn:lane>
      <bpmn:lane id="p-1.001193_lane_specialist" name="specialist">
        <bpmn:flowNodeRef>process</bpmn:flowNodeRef>
      </bpmn:lane>
      <bpmn:lane id="p-1.001193_lane_leader" name="leader">
        <bpmn:flowNodeRef>sign</bpmn:flowNodeRef>
      </bpmn:lane>
      <bpmn:lane id="p-1.001193_lane_clerk" name="clerk">
        <bpmn:flowNodeRef>stamp</bpmn:flowNodeRef>
      </bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="p-1.001193_start">
      <bpmn:outgoing>p-1.001193_start_to_receive</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="receive" name="Kiểm tra thành phần hồ sơ, số hóa giấy tờ, tiếp nhận" mb:role="one-stop-officer" mb:unitRule="one-stop" mb:hours="1" mb:output="Giấy tiếp nhận hồ sơ và hẹn trả kết quả">
      <bpmn:incoming>p-1.001193_start_to_receive</bpmn:incoming>
      <bpmn:outgoing>receive_to_process</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="process" name="Đối chiếu giấy chứng sinh với dữ liệu dân cư, lấy số định danh cá nhân, ghi Sổ đăng ký khai sinh" mb:role="specialist" mb:unitRule="processing-unit" mb:hours="4" mb:output="Dự thảo Giấy khai sinh">
      <bpmn:incoming>receive_to_process</bpmn:incoming>
      <bpmn:outgoing>process_to_sign</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="sign" name="Ký Giấy khai sinh" mb:role="leader" mb:unitRule="leadership" mb:hours="2" mb:output="Giấy khai sinh đã ký">
      <bpmn:incoming>process_to_sign</bpmn:incoming>
      <bpmn:outgoing>sign_to_stamp</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="stamp" name="Lấy số, đóng dấu, ký số của cơ quan và phát hành" mb:role="clerk" mb:unitRule="processing-unit" mb:hours="0.5" mb:output="Giấy khai sinh đã phát hành">
      <bpmn:incoming>sign_to_stamp</bpmn:incoming>
      <bpmn:outgoing>stamp_to_return</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="return" name="Trả kết quả cho người nộp hồ sơ" mb:role="one-stop-officer" mb:unitRule="one-stop" mb:hours="0.5" mb:output="Kết quả đã trả, hồ sơ kết thúc">
      <bpmn:incoming>stamp_to_return</bpmn:incoming>
      <bpmn:outgoing>return_to_p-1.001193_end</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="p-1.001193_end">
      <bpmn:incoming>return_to_p-1.001193_end</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="p-1.001193_start_to_receive" sourceRef="p-1.001193_start" targetRef="receive" />
    <bpmn:sequenceFlow id="receive_to_process" sourceRef="receive" targetRef="process" />
    <bpmn:sequenceFlow id="process_to_sign" sourceRef="process" targetRef="sign" />
    <bpmn:sequenceFlow id="sign_to_stamp" sourceRef="sign" targetRef="stamp" />
    <bpmn:sequenceFlow id="stamp_to_return" sourceRef="stamp" targetRef="return" />
    <bpmn:sequenceFlow id="return_to_p-1.001193_end" sourceRef="return" targetRef="p-1.001193_end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="p-1.001193_diagram">
    <bpmndi:BPMNPlane id="p-1.001193_plane" bpmnElement="p-1.001193_collaboration">
      <bpmndi:BPMNShape id="p-1.001193_pool_shape" bpmnElement="p-1.001193_pool" isHorizontal="true">
        <dc:Bounds x="160" y="80" width="1392" height="728" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="p-1.001193_lane_one-stop-officer_shape" bpmnElement="p-1.001193_lane_one-stop-officer" isHorizontal="true">
        <dc:Bounds x="190" y="80" width="1362" height="180" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="p-1.001193_lane_specialist_shape" bpmnElement="p-1.001193_lane_specialist" isHorizontal="true">
        <dc:Bounds x="190" y="260" width="1362" height="188" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="p-1.001193_lane_leader_shape" bpmnElement="p-1.001193_lane_leader" isHorizontal="true">
        <dc:Bounds x="190" y="448" width="1362" height="180" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="p-1.001193_lane_clerk_shape" bpmnElement="p-1.001193_lane_clerk" isHorizontal="true">
        <dc:Bounds x="190" y="628" width="1362" height="180" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="p-1.001193_start_shape" bpmnElement="p-1.001193_start">
        <dc:Bounds x="260" y="152" width="36" height="36" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="receive_shape" bpmnElement="receive">
        <dc:Bounds x="356" y="130" width="160" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="process_shape" bpmnElement="process">
        <dc:Bounds x="576" y="304" width="160" height="99" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="sign_shape" bpmnElement="sign">
        <dc:Bounds x="796" y="498" width="160" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="stamp_shape" bpmnElement="stamp">
        <dc:Bounds x="1016" y="678" width="160" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="return_shape" bpmnElement="return">
        <dc:Bounds x="1236" y="130" width="160" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="p-1.001193_end_shape" bpmnElement="p-1.001193_end">
        <dc:Bounds x="1456" y="152" width="36" height="36" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="p-1.001193_start_to_receive_edge" bpmnElement="p-1.001193_start_to_receive">
        <di:waypoint x="296" y="170" />
        <di:waypoint x="356" y="170" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="receive_to_process_edge" bpmnElement="receive_to_process">
        <di:waypoint x="516" y="170" />
        <di:waypoint x="546" y="170" />
        <di:waypoint x="546" y="353" />
        <di:waypoint x="576" y="353" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="process_to_sign_edge" bpmnElement="process_to_sign">
        <di:waypoint x="736" y="353" />
        <di:waypoint x="766" y="353" />
        <di:waypoint x="766" y="538" />
        <di:waypoint x="796" y="538" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="sign_to_stamp_edge" bpmnElement="sign_to_stamp">
        <di:waypoint x="956" y="538" />
        <di:waypoint x="986" y="538" />
        <di:waypoint x="986" y="718" />
        <di:waypoint x="1016" y="718" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="stamp_to_return_edge" bpmnElement="stamp_to_return">
        <di:waypoint x="1176" y="718" />
        <di:waypoint x="1206" y="718" />
        <di:waypoint x="1206" y="170" />
        <di:waypoint x="1236" y="170" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="return_to_p-1.001193_end_edge" bpmnElement="return_to_p-1.001193_end">
        <di:waypoint x="1396" y="170" />
        <di:waypoint x="1456" y="170" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>', '{}');
