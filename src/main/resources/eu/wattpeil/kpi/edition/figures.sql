-- grain: one row per month and scope of a KPI
select
    scope_kind,
    scope_id,
    cast(numerator as decimal(18, 6)) as numerator,
    cast(denominator as decimal(18, 6)) as denominator,
    cast(coverage as double) as coverage,
    cast(measured_share as double) as measured_share
from rows_of_kpi
