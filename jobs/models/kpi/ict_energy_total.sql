-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: organisation
-- over-time: sum
-- over-scope: none
-- gap: keep
-- factors: device_energy
-- grade: A
-- practices: within-12-months
-- frames: ESRS E1-5, ISO 50001 EnPI, SDG 7.3, CO2-Prestatieladder, VSME
select
    -- Printers are among the devices; devices in metered rooms are not. A part that is not known
    -- makes the total unknown, with the coverage of the worse part. Rooms are completed, modelled
    -- energy is not: what its coverage leaves out is missing from the total.
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    decimal_6(room_kwh + fleet_kwh) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when room_kwh + fleet_kwh is null
            then least(coalesce(room_coverage, 0), coalesce(fleet_coverage, 0))
        else (room_kwh * room_coverage + fleet_kwh)
            / nullif(room_kwh + fleet_kwh / nullif(fleet_coverage, 0), 0)
    end as coverage,
    room_measured_kwh / nullif(room_kwh + fleet_kwh, 0) as measured_share
from int_ict_energy
