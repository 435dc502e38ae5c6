-- unit: kgCO2e/kWh
-- decimals: 3
-- better: lower
-- grain: site
-- numerator-unit: kgCO2e
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- factors: grid_electricity, refrigerant_refills, fuel_refills
-- grade: B
-- practices: green-data-centre
-- frames: GHG scope 1, GHG scope 2, ESRS E1-6, SDG 13.2
select
    int_site_usage.month,
    'site' as scope_kind,
    int_site_usage.site_id as scope_id,
    decimal_6(
        cast(int_site_usage.electricity_kwh as double) * int_factors.value
        + int_site_usage.refill_kg
    ) as numerator,
    int_site_usage.it_kwh as denominator,
    int_site_usage.coverage,
    int_site_usage.measured_share
from int_site_usage
left join int_factors
    on int_factors.purpose = 'grid_electricity'
    and int_factors.unit = 'kgCO2e/kWh'
