-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: scale
-- factors: meeting_data_audio, meeting_data_sd, meeting_data_hd, network_data
-- scales-with: network_data
-- grade: A
-- practices: low-emission-telework
-- frames: GHG scope 3 category 1
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    kg as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    cast(0 as double) as measured_share
from int_telework_parts
where part = 'meetings'
