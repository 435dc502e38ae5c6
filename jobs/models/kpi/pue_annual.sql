-- unit: kWh/kWh
-- decimals: 2
-- better: lower
-- grain: room
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: year
-- over-scope: ratio
-- gap: keep
-- minimum-coverage: 0.95
-- above: 1
-- grade: B
-- practices: green-data-centre
-- frames: EED III, EU Code of Conduct, ISO 50001 EnPI, SDG 7.3
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(paired_edc_wh as double) / 1000) as numerator,
    decimal_6(cast(paired_it_wh as double) / 1000) as denominator,
    -- While a month of the twelve is missing, the share of the months; then that of the hours.
    case
        when month_count < 12 then month_count / 12
        else paired_hour_count / nullif(hour_count, 0)
    end as coverage,
    cast(paired_measured_wh as double)
    / nullif(cast(paired_edc_wh + paired_it_wh as double), 0) as measured_share
from int_room_years
