-- unit: kWh/1000 impressions
-- decimals: 1
-- better: lower
-- grain: organisation
-- numerator-unit: kWh
-- denominator-unit: 1000 impressions
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- factors: device_printer_energy
-- grade: P
-- practices: printer-hubs
-- frames: SDG 7.3
select
    -- Impressions are completed for what the logs do not cover.
    int_printer_energy.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    int_printer_energy.energy_kwh as numerator,
    decimal_6(
        cast(int_print_volumes.impressions as double) / 1000
        / nullif(int_print_volumes.log_coverage, 0)
    ) as denominator,
    least(cast(int_printer_energy.coverage as double), int_print_volumes.log_coverage)
    as coverage,
    cast(int_printer_energy.measured_share as double) as measured_share
from int_printer_energy
inner join int_print_volumes
    on int_print_volumes.scope_kind = 'organisation'
