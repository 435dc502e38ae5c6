-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: organisation
-- over-time: sum
-- over-scope: none
-- gap: keep
-- factors: primary_energy_electricity, device_energy
-- scales-with: primary_energy_electricity
-- grade: B
-- practices: within-12-months
-- frames: ISO 50001 EnPI, SDG 7.3
select
    -- The same energy as in ict_energy_total, at the power plant: with what its making lost.
    int_ict_energy.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    decimal_6(
        (int_ict_energy.room_kwh + int_ict_energy.fleet_kwh) * int_factors.value
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when int_ict_energy.room_kwh + int_ict_energy.fleet_kwh is null
            then least(
                coalesce(int_ict_energy.room_coverage, 0),
                coalesce(int_ict_energy.fleet_coverage, 0)
            )
        else (
            int_ict_energy.room_kwh * int_ict_energy.room_coverage + int_ict_energy.fleet_kwh
        )
            / nullif(
                int_ict_energy.room_kwh
                + int_ict_energy.fleet_kwh / nullif(int_ict_energy.fleet_coverage, 0),
                0
            )
    end as coverage,
    int_ict_energy.room_measured_kwh
    / nullif(int_ict_energy.room_kwh + int_ict_energy.fleet_kwh, 0) as measured_share
from int_ict_energy
left join int_factors
    on int_factors.purpose = 'primary_energy_electricity'
    and int_factors.unit = 'kWh/kWh'
