select kpi_id, scope_kind, scope_id, kind, part, activity, factor_value, coverage
from kpi_terms
