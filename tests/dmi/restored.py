"""What is asked of a restored desk in one sentence."""

WHAT_CAME_BACK = """
SELECT (SELECT last_name FROM dealers_dealer WHERE last_name <> '' LIMIT 1),
  has_schema_privilege('dmi_police', 'dtc', 'USAGE'), has_table_privilege('dmi_police', 'dealers_dealer', 'SELECT'),
  (SELECT count(*) FROM audit_auditentry WHERE verb = 'audit.restore')
"""
