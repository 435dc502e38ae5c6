-- unit: share
-- decimals: 3
-- better: context
-- grain: department, organisation
-- numerator-unit: days
-- denominator-unit: days
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: low-emission-telework
-- frames: GHG scope 3 category 7
select
    month,
    scope_kind,
    scope_id,
    telework_days as numerator,
    working_days as denominator,
    working_coverage as coverage,
    cast(1 as double) as measured_share
from int_workdays
