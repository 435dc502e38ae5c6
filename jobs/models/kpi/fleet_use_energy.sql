-- title.en: Fleet energy in use (modelled)
-- title.nl: Energieverbruik apparatuurpark (model)
-- title.fr: Consommation du parc en usage (modélisée)
-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: category, organisation
-- formula: Σ devices in use outside metered rooms × typical energy of a year × days / 365 or 366
-- over-time: sum
-- over-scope: none
-- gap: keep
-- factors: device_energy
-- source: ENERGY STAR typical energy consumption; medians per category, config/factors-odbl.csv
-- frames: ISO 50001, ESRS E1-5
select
    month,
    scope_kind,
    scope_id,
    month_kwh as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(coverage as double) as coverage,
    cast(0 as double) as measured_share
from int_fleet_energy
