-- title.en: Total ICT energy
-- title.nl: Totaal ICT-energieverbruik
-- title.fr: Consommation totale TIC
-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: organisation
-- formula: Σ energy of the server rooms + modelled energy of the devices outside them
-- over-time: sum
-- over-scope: none
-- gap: keep
-- source: ESRS E1-5
-- frames: ESRS E1-5, ISO 50001
with room_parts as (
    -- A part that is not covered enough makes the total unknown. Rooms are completed for their gaps
    -- as in dc_energy_total, so the total needs no completing. Printers are among the devices.
    select
        int_room_months.edc_hour_count / nullif(int_room_months.hour_count, 0) as coverage,
        cast(int_room_months.edc_wh as double) / 1000
        * int_room_months.hour_count / nullif(int_room_months.edc_hour_count, 0) as kwh,
        cast(int_room_months.edc_measured_wh as double) / 1000 as measured_kwh
    from int_room_months
    inner join period
        on period.month = int_room_months.month
    where int_room_months.has_edc_meter
),
room_total as (
    select
        case
            when count(*) > 0 and min(room_parts.coverage) >= max(settings.minimum_coverage)
                then sum(room_parts.kwh)
        end as kwh,
        sum(room_parts.measured_kwh) as measured_kwh,
        min(room_parts.coverage) as coverage
    from room_parts
    cross join settings
),
fleet_total as (
    select
        case
            when min(int_fleet_energy.coverage) >= max(settings.minimum_coverage)
                then min(cast(int_fleet_energy.month_kwh as double))
        end as kwh,
        min(int_fleet_energy.coverage) as coverage
    from int_fleet_energy
    cross join settings
    where int_fleet_energy.scope_kind = 'organisation'
)
select
    period.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(room_total.kwh + fleet_total.kwh as decimal(18, 6)) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when room_total.kwh + fleet_total.kwh is null
            then least(
                coalesce(room_total.coverage, 0), coalesce(fleet_total.coverage, 0)
            )
        else (room_total.kwh * room_total.coverage + fleet_total.kwh * fleet_total.coverage)
            / nullif(room_total.kwh + fleet_total.kwh, 0)
    end as coverage,
    room_total.measured_kwh / nullif(room_total.kwh + fleet_total.kwh, 0) as measured_share
from period
cross join room_total
cross join fleet_total
where room_total.coverage is not null
    or fleet_total.coverage is not null
