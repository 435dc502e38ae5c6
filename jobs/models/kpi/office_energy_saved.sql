-- unit: kWh
-- decimals: 0
-- better: higher
-- grain: organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: keep
-- grade: B
-- practices: low-emission-telework
-- frames: SDG 7.3
select
    -- Nothing is saved unless somebody measured it against an adjusted baseline.
    month,
    scope_kind,
    scope_id,
    figure_sum as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from int_indicators
where indicator_id = 'office_energy_saved'
    and unit = 'kWh'
    and scope_kind = 'organisation'
