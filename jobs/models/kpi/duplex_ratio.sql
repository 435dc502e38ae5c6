-- unit: share
-- decimals: 3
-- better: higher
-- grain: department, organisation
-- numerator-unit: impressions
-- denominator-unit: impressions
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: less-printing
-- frames: GHG scope 3 category 1, SDG 12.2, SDG 12.5
select
    month,
    scope_kind,
    scope_id,
    two_sided_impressions as numerator,
    duplexable_impressions as denominator,
    duplexable_coverage as coverage,
    cast(1 as double) as measured_share
from int_print_volumes
