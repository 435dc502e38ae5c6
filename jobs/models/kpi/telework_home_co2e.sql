-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: scale
-- factors: telework_day, telework_power, telework_heating, heating_degree_days, grid_electricity,
--     home_heating
-- grade: B
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
where part = 'home'
