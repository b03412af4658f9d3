-- The schema after 0020_accounts, with a few rows. Written by SampleFacts, not by hand.
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
CREATE TABLE "accounts_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_accounts_claim" PRIMARY KEY,
    "user_id" INTEGER NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL
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
CREATE UNIQUE INDEX "ix_accounts_account_user_name" ON "accounts_account" ("normalized_user_name");
CREATE INDEX "ix_accounts_claim_user" ON "accounts_claim" ("user_id");
CREATE INDEX "ix_accounts_login_user" ON "accounts_login" ("user_id");
CREATE INDEX "ix_accounts_passkey_user" ON "accounts_passkey" ("user_id");
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0001_kernel', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0010_organization', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0020_accounts', '10.0.14');
INSERT INTO "journal_cursor" ("name", "tx", "sequence") VALUES ('monitoring.facts', 0, 18);
INSERT INTO "journal_entry" ("sequence", "tx", "at", "stream", "stream_id", "previous", "name", "actor", "data") VALUES (1, 0, 1794880800000000, 'organization', 1, NULL, 'organization.founded', '{"kind":"system","name":"Hệ thống"}', '{"agencies":166,"units":1046,"posts":3146,"people":3146,"demo":true}');
INSERT INTO "kernel_number" ("name", "next") VALUES ('id', 9001);
INSERT INTO "organization_agency" ("id", "code", "identifier", "name", "level", "parent_id", "valid_from", "valid_to", "fields", "address", "phone", "former_names", "revision") VALUES (1324, '00004', 'H26.101', 'UBND phường Ba Đình', 'commune', 120, '2025-07-01', NULL, '[]', NULL, NULL, '[]', 1);
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
INSERT INTO "organization_state" ("id", "demo", "last_sequence") VALUES (1, 1, 1);
INSERT INTO "organization_unit" ("id", "agency_id", "name", "kind", "phone", "fields", "valid_from", "valid_to", "former_names", "revision") VALUES (1325, 1324, 'Điểm phục vụ hành chính công', 'oneStop', NULL, '[]', '2025-07-01', NULL, '[]', 1);
INSERT INTO "organization_unit" ("id", "agency_id", "name", "kind", "phone", "fields", "valid_from", "valid_to", "former_names", "revision") VALUES (1346, 1324, 'Văn phòng HĐND và UBND', 'clerical', NULL, '["Hộ tịch","Chứng thực","Nuôi con nuôi","Quốc tịch","Hòa giải ở cơ sở","Bồi thường nhà nước","Phổ biến giáo dục pháp luật","Khiếu nại, tố cáo","Khiếu nại","Giải quyết khiếu nại","Giải quyết tố cáo","Tiếp công dân","Tòa án","Trợ giúp pháp lý"]', '2025-07-01', NULL, '[]', 1);
INSERT INTO "organization_unit" ("id", "agency_id", "name", "kind", "phone", "fields", "valid_from", "valid_to", "former_names", "revision") VALUES (1355, 1324, 'Lãnh đạo UBND', 'leadership', NULL, '[]', '2025-07-01', NULL, '[]', 1);
