-- The schema after 0001_kernel, with a few rows. Written by SampleFacts, not by hand.
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
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
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('0001_kernel', '10.0.14');
INSERT INTO "journal_cursor" ("name", "tx", "sequence") VALUES ('monitoring.facts', 0, 18);
INSERT INTO "kernel_number" ("name", "next") VALUES ('id', 9001);
