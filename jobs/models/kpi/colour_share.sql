-- unit: share
-- decimals: 3
-- better: lower
-- grain: department, organisation
-- numerator-unit: impressions
-- denominator-unit: impressions
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: less-printing
-- frames: GHG scope 3 category 1
select
    month,
    scope_kind,
    scope_id,
    colour_impressions as numerator,
    colour_known_impressions as denominator,
    colour_coverage as coverage,
    cast(1 as double) as measured_share
from int_print_volumes
