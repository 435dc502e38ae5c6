-- unit: kgCO2e/kWh
-- decimals: 3
-- better: lower
-- grain: site
-- numerator-unit: kgCO2e
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- factors: supply_contracts, residual_mix, refrigerant_refills, fuel_refills
-- grade: B
-- practices: green-data-centre
-- frames: GHG scope 1, GHG scope 2, ESRS E1-6, SDG 13.2
-- A kWh of the site emits what its kWh of the month emit by contracts and residual mix.
select
    int_site_usage.month,
    'site' as scope_kind,
    int_site_usage.site_id as scope_id,
    decimal_6(
        case
            when int_site_usage.electricity_kwh = 0 then 0
            else cast(int_site_usage.electricity_kwh as double) * int_market_emissions.known_kg
                / nullif(cast(int_site_electricity.energy_kwh as double), 0)
        end
        + int_site_usage.refill_kg
    ) as numerator,
    int_site_usage.it_kwh as denominator,
    int_site_usage.coverage,
    int_site_usage.measured_share
from int_site_usage
left join int_market_emissions using (month, site_id)
left join int_site_electricity using (month, site_id)
