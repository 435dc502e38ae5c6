-- unit: share
-- decimals: 3
-- better: higher
-- grain: department, organisation
-- numerator-unit: sheets
-- denominator-unit: sheets
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: less-printing
-- frames: GHG scope 3 category 1
select
    -- Of all sheets, those of jobs of one page included: another number than duplex_ratio.
    month,
    scope_kind,
    scope_id,
    two_sided_sheets as numerator,
    paper_sheets as denominator,
    paper_coverage as coverage,
    cast(1 as double) as measured_share
from int_print_volumes
