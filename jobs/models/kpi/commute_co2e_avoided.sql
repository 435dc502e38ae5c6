-- unit: kgCO2e
-- decimals: 0
-- better: higher
-- grain: organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: scale
-- factors: commute_car, commute_electric_car, commute_motorcycle, commute_bus, commute_tram,
--     commute_train, commute_electric_bike, commute_bike, commute_foot, commute_rebound
-- grade: A
-- practices: low-emission-telework
-- frames: GHG scope 3 category 7
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    kg as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    cast(0 as double) as measured_share
from int_telework_parts
where part = 'commuting'
