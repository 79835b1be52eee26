"""The first schema: every record.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# 64 bits everywhere; on SQLite a key must be spelt INTEGER to be the rowid.
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=64), nullable=False),
        sa.Column("login_name", sa.String(length=254), nullable=False),
        sa.Column("station", sa.String(length=16), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("station IN ('china', 'international')", name=op.f("ck_account_station")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("uid", name=op.f("uq_account_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_account_login_name"), "account", ["login_name"])
    op.create_table(
        "audit_event",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("action", sa.String(length=20), nullable=False),
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("record_id", KEY, nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_audit_event_at"), "audit_event", ["at"])
    op.create_index(op.f("ix_audit_event_record_record_id"), "audit_event", ["record", "record_id"])
    op.create_table(
        "setting",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("key", name=op.f("uq_setting_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "stored_file",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_file")),
        sa.UniqueConstraint("sha256", name=op.f("uq_stored_file_sha256")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "subject",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("nature", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.LargeBinary(), nullable=False),
        sa.Column("province", sa.String(length=32), nullable=False),
        sa.Column("filing_number", sa.String(length=64), nullable=True),
        sa.Column("certificate_type", sa.String(length=40), nullable=False),
        sa.Column("certificate_number", sa.String(length=64), nullable=False),
        sa.Column("certificate_address", sa.String(length=400), nullable=False),
        sa.Column("address", sa.String(length=400), nullable=False),
        sa.Column("lead_name", sa.String(length=200), nullable=False),
        sa.Column("lead_certificate_type", sa.String(length=40), nullable=False),
        sa.Column("lead_certificate_number", sa.String(length=64), nullable=False),
        sa.Column("lead_phone", sa.String(length=40), nullable=False),
        sa.Column("lead_email", sa.String(length=254), nullable=False),
        sa.Column("emergency_phone", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("site_count", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('individual', 'unit')", name=op.f("ck_subject_kind")),
        sa.CheckConstraint("state IN ('active', 'hollow', 'deregistered', 'unknown')", name=op.f("ck_subject_state")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_subject_account_id_account"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subject")),
        sa.UniqueConstraint("filing_number", name=op.f("uq_subject_filing_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_subject_account_id"), "subject", ["account_id"])
    op.create_index(op.f("ix_subject_certificate_number"), "subject", ["certificate_number"])
    op.create_index(op.f("ix_subject_certificate_type"), "subject", ["certificate_type"])
    op.create_index(op.f("ix_subject_created_at"), "subject", ["created_at"])
    op.create_index(op.f("ix_subject_filed_on"), "subject", ["filed_on"])
    op.create_index(op.f("ix_subject_kind"), "subject", ["kind"])
    op.create_index(op.f("ix_subject_lead_name"), "subject", ["lead_name"])
    op.create_index(op.f("ix_subject_lead_phone"), "subject", ["lead_phone"])
    op.create_index(op.f("ix_subject_name_key"), "subject", ["name_key"])
    op.create_index(op.f("ix_subject_nature"), "subject", ["nature"])
    op.create_index(op.f("ix_subject_province"), "subject", ["province"])
    op.create_index(op.f("ix_subject_site_count"), "subject", ["site_count"])
    op.create_index(op.f("ix_subject_state"), "subject", ["state"])
    op.create_index(op.f("ix_subject_updated_at"), "subject", ["updated_at"])
    op.create_table(
        "site",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.LargeBinary(), nullable=False),
        sa.Column("filing_number", sa.String(length=64), nullable=True),
        sa.Column("domain", sa.String(length=253), nullable=False),
        sa.Column("home_url", sa.String(length=2048), nullable=False),
        sa.Column("lead_name", sa.String(length=200), nullable=False),
        sa.Column("lead_certificate_type", sa.String(length=40), nullable=False),
        sa.Column("lead_certificate_number", sa.String(length=64), nullable=False),
        sa.Column("lead_phone", sa.String(length=40), nullable=False),
        sa.Column("lead_email", sa.String(length=254), nullable=False),
        sa.Column("access_provider", sa.String(length=200), nullable=False),
        sa.Column("access_state", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("province", sa.String(length=32), nullable=False),
        sa.Column("subject_name", sa.String(length=200), nullable=False),
        sa.Column("subject_name_key", sa.LargeBinary(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("access_state IN ('accessed', 'cancelled', 'unknown')", name=op.f("ck_site_access_state")),
        sa.CheckConstraint("kind IN ('site', 'app', 'mini_program', 'quick_app')", name=op.f("ck_site_kind")),
        sa.CheckConstraint("state IN ('active', 'deregistered', 'unknown')", name=op.f("ck_site_state")),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_site_subject_id_subject"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sa.UniqueConstraint("filing_number", name=op.f("uq_site_filing_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_site_access_provider"), "site", ["access_provider"])
    op.create_index(op.f("ix_site_access_state"), "site", ["access_state"])
    op.create_index(op.f("ix_site_approved_on"), "site", ["approved_on"])
    op.create_index(op.f("ix_site_created_at"), "site", ["created_at"])
    op.create_index(op.f("ix_site_domain"), "site", ["domain"])
    op.create_index(op.f("ix_site_kind"), "site", ["kind"])
    op.create_index(op.f("ix_site_lead_name"), "site", ["lead_name"])
    op.create_index(op.f("ix_site_lead_phone"), "site", ["lead_phone"])
    op.create_index(op.f("ix_site_name_key"), "site", ["name_key"])
    op.create_index(op.f("ix_site_province"), "site", ["province"])
    op.create_index(op.f("ix_site_state"), "site", ["state"])
    op.create_index(op.f("ix_site_subject_id"), "site", ["subject_id"])
    op.create_index(op.f("ix_site_subject_name_key"), "site", ["subject_name_key"])
    op.create_index(op.f("ix_site_updated_at"), "site", ["updated_at"])
    op.create_table(
        "case",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("ticket_number", sa.String(length=64), nullable=False),
        sa.Column("customer", sa.String(length=200), nullable=False),
        sa.Column("procedure", sa.String(length=64), nullable=False),
        sa.Column("province", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("subject_id", KEY, nullable=True),
        sa.Column("site_id", KEY, nullable=True),
        sa.Column("filing_number", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_provisional", sa.Boolean(), nullable=False),
        sa.Column("due_steps", sa.JSON(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("closing_reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'waiting_customer', 'waiting_provider', 'waiting_administration', 'closed')",
            name=op.f("ck_case_state"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_case_site_id_site"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_case_subject_id_subject"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
        sa.UniqueConstraint("number", name=op.f("uq_case_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_case_closed_at"), "case", ["closed_at"])
    op.create_index(op.f("ix_case_created_at"), "case", ["created_at"])
    op.create_index(op.f("ix_case_customer"), "case", ["customer"])
    op.create_index(op.f("ix_case_due_on"), "case", ["due_on"])
    op.create_index(op.f("ix_case_filing_number"), "case", ["filing_number"])
    op.create_index(op.f("ix_case_owner"), "case", ["owner"])
    op.create_index(op.f("ix_case_procedure"), "case", ["procedure"])
    op.create_index(op.f("ix_case_province"), "case", ["province"])
    op.create_index(op.f("ix_case_site_id"), "case", ["site_id"])
    op.create_index(op.f("ix_case_state"), "case", ["state"])
    op.create_index(op.f("ix_case_subject_id"), "case", ["subject_id"])
    op.create_index(op.f("ix_case_ticket_number"), "case", ["ticket_number"])
    op.create_index(op.f("ix_case_updated_at"), "case", ["updated_at"])
    op.create_table(
        "contact",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("certificate_type", sa.String(length=40), nullable=False),
        sa.Column("certificate_number", sa.String(length=64), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("subject_id", KEY, nullable=True),
        sa.Column("site_id", KEY, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("role IN ('subject_lead', 'site_lead', 'agent', 'applicant')", name=op.f("ck_contact_role")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_contact_site_id_site"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_contact_subject_id_subject"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contact_name_key"), "contact", ["name_key"])
    op.create_index(op.f("ix_contact_role"), "contact", ["role"])
    op.create_index(op.f("ix_contact_site_id"), "contact", ["site_id"])
    op.create_index(op.f("ix_contact_subject_id"), "contact", ["subject_id"])
    op.create_table(
        "domain",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("site_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ascii", sa.String(length=253), nullable=False),
        sa.Column("unicode", sa.String(length=253), nullable=False),
        sa.Column("suffix", sa.String(length=64), nullable=False),
        sa.Column("holder_name", sa.String(length=200), nullable=False),
        sa.Column("holder_certificate_type", sa.String(length=40), nullable=False),
        sa.Column("registrar", sa.String(length=200), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("real_name_state", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_domain_site_id_site"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_domain")),
        sa.UniqueConstraint("site_id", "position", name=op.f("uq_domain_site_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_domain_ascii"), "domain", ["ascii"])
    op.create_index(op.f("ix_domain_suffix"), "domain", ["suffix"])
    op.create_table(
        "document",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("form_code", sa.String(length=100), nullable=False),
        sa.Column("form_edition", sa.String(length=40), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("recipe", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_document_case_id_case"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_document_case_id"), "document", ["case_id"])
    op.create_index(op.f("ix_document_form_code"), "document", ["form_code"])
    op.create_index(op.f("ix_document_made_at"), "document", ["made_at"])
    op.create_table(
        "draft",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("flow", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("subject_id", KEY, nullable=True),
        sa.Column("site_id", KEY, nullable=True),
        sa.Column("case_id", KEY, nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_draft_case_id_case"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_draft_site_id_site"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_draft_subject_id_subject"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_draft_case_id"), "draft", ["case_id"])
    op.create_index(op.f("ix_draft_flow"), "draft", ["flow"])
    op.create_index(op.f("ix_draft_site_id"), "draft", ["site_id"])
    op.create_index(op.f("ix_draft_subject_id"), "draft", ["subject_id"])
    op.create_index(op.f("ix_draft_updated_at"), "draft", ["updated_at"])
    op.create_table(
        "evidence",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", KEY, nullable=True),
        sa.Column("subject_id", KEY, nullable=True),
        sa.Column("site_id", KEY, nullable=True),
        sa.Column("check", sa.String(length=64), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("observed", sa.JSON(), nullable=False),
        sa.Column("observer", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=400), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("outcome IN ('pass', 'fail', 'unknown')", name=op.f("ck_evidence_outcome")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_evidence_case_id_case"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_evidence_site_id_site"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_evidence_subject_id_subject"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_evidence_case_id"), "evidence", ["case_id"])
    op.create_index(op.f("ix_evidence_seen_at"), "evidence", ["seen_at"])
    op.create_index(op.f("ix_evidence_site_id"), "evidence", ["site_id"])
    op.create_index(op.f("ix_evidence_subject_id"), "evidence", ["subject_id"])
    op.create_table(
        "material",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("file_id", KEY, nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("state IN ('wanted', 'received')", name=op.f("ck_material_state")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_material_case_id_case"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_material_file_id_stored_file"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_material_case_id"), "material", ["case_id"])
    op.create_index(op.f("ix_material_file_id"), "material", ["file_id"])
    op.create_table(
        "case_item",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("done_by", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("material_id", KEY, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_item_case_id_case"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["material_id"], ["material.id"], name=op.f("fk_case_item_material_id_material"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_item")),
        sa.UniqueConstraint("case_id", "position", name=op.f("uq_case_item_case_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_case_item_material_id"), "case_item", ["material_id"])
