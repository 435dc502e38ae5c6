-- unit: kWh/FTE
-- decimals: 1
-- better: lower
-- grain: organisation
-- numerator-unit: kWh
-- denominator-unit: FTE
-- per: day
-- over-time: mean
-- over-scope: none
-- gap: leave_out
-- factors: device_energy
-- grade: P
-- frames: ISO 50001 EnPI, ESRS E1-5, SDG 7.3
select
    int_fleet_energy.month,
    int_fleet_energy.scope_kind,
    int_fleet_energy.scope_id,
    int_fleet_energy.month_kwh as numerator,
    int_headcount.fte as denominator,
    cast(int_fleet_energy.coverage as double) as coverage,
    cast(0 as double) as measured_share
from int_fleet_energy
left join int_headcount using (scope_kind, scope_id)
where int_fleet_energy.scope_kind = 'organisation'
