-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: organisation
-- over-time: sum
-- over-scope: none
-- gap: leave_out
-- factors: device_printer_energy
-- grade: A
-- practices: printer-hubs
-- frames: ESRS E1-5, SDG 7.3
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    energy_kwh as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(coverage as double) as coverage,
    cast(measured_share as double) as measured_share
from int_printer_energy
