-- One row per month, series, month it is compared with, and cause that changed its value.
select
    month,
    period,
    kpi_id,
    scope_kind,
    scope_id,
    against,
    cause,
    amount
from kpi_changes
where amount <> 0
