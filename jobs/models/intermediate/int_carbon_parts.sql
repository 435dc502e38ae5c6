-- The parts of the ICT's carbon footprint that apply to the organisation in the month. method tells
-- the two ways to count electricity apart (location, market), accounting the two ways to count
-- hardware (acquired, amortised); both are null of a part that is the same in all.
-- A part of which nothing was ever delivered has no row. One that applies and is not known has
-- null, never 0. What is avoided is no part. No part holds another: devices in metered rooms are in
-- the electricity of the rooms, printers among the devices, and the workplace at home too, so that
-- of telework only the extra heating counts. Upstream is no part where the factor of electricity
-- holds it already, nor without a series for it.
-- Fuel counts by what was refilled and never by its meters, which tell the energy of a room only: a
-- site with a meter of fuel or of a generator and without a register of fuel is unknown.
-- known_kg is what is known, whole_kg as if all of it were, kg what counts: measured and logged
-- parts are completed, modelled ones are not.
-- grain: one row per part, method and accounting
with fuel_sites as (
    select
        period.month,
        meters.site_id
    from meters
    cross join period
    where meters.role in ('fuel', 'generator')
        and meters.valid_from <= period.last_on
        and (meters.valid_to is null or meters.valid_to >= period.first_on)
    group by
        period.month,
        meters.site_id
),
direct_rows as (
    select
        month,
        co2e_kg
    from int_site_refills
    union all
    select
        fuel_sites.month,
        cast(null as double) as co2e_kg
    from fuel_sites
    left join int_site_refills
        on int_site_refills.site_id = fuel_sites.site_id
        and int_site_refills.kind = 'fuel'
    where int_site_refills.site_id is null
),
electricity_uses as (
    select
        month,
        'room' as place,
        case
            when count(energy_kwh) = count(*) then cast(sum(energy_kwh) as double)
        end as known_kwh,
        case
            when count(energy_kwh) = count(*)
                then cast(sum(exact(cast(energy_kwh as double) / nullif(coverage, 0))) as double)
        end as whole_kwh,
        coalesce(
            cast(sum(exact(cast(energy_kwh as double) * measured_share)) as double)
            / nullif(cast(sum(energy_kwh) as double), 0),
            0
        ) as measured_share
    from int_room_totals
    where boundary = 'electricity'
    group by month
    union all
    select
        month,
        'device' as place,
        case when coverage > 0 then cast(month_kwh as double) end as known_kwh,
        cast(month_kwh as double) / nullif(coverage, 0) as whole_kwh,
        cast(0 as double) as measured_share
    from int_fleet_energy
    where scope_kind = 'organisation'
),
upstream_factors as (
    select
        int_factors.value
    from factor_series
    left join int_factors
        on int_factors.purpose = factor_series.purpose
        and int_factors.unit = 'kgCO2e/kWh'
    where factor_series.purpose = 'electricity_upstream'
),
grid_factors as (
    select
        int_factors.value,
        int_factors.basis
    from period
    left join int_factors
        on int_factors.purpose = 'grid_electricity'
        and int_factors.unit = 'kgCO2e/kWh'
),
whole_life_supplies as (
    select
        int_series_factors.factor_id
    from int_site_supplies
    inner join int_series_factors using (factor_id)
    where int_series_factors.basis in ('lifecycle', 'wtw')
    union all
    select
        factor_id
    from int_factors
    where purpose = 'residual_mix'
        and basis in ('lifecycle', 'wtw')
),
electricity_factors as (
    select
        'electricity' as part,
        'location' as method,
        'room' as place,
        value
    from grid_factors
    union all
    select
        'electricity' as part,
        'location' as method,
        'device' as place,
        value
    from grid_factors
    union all
    select
        'electricity' as part,
        'market' as method,
        'device' as place,
        factor_value as value
    from int_device_supplies
    union all
    select
        'upstream' as part,
        'location' as method,
        places.place,
        upstream_factors.value
    from electricity_uses as places
    cross join upstream_factors
    cross join grid_factors
    where grid_factors.basis = 'direct'
    union all
    select
        'upstream' as part,
        'market' as method,
        places.place,
        upstream_factors.value
    from electricity_uses as places
    cross join upstream_factors
    where not exists (select 1 from whole_life_supplies)
),
bought_sums as (
    select
        int_registers.month,
        cast(
            sum(
                exact(
                    case
                        when int_bought_devices.quantity is not null
                            then int_bought_devices.embodied_kg * int_bought_devices.quantity
                    end
                )
            ) as double
        ) as kg,
        sum(
            case
                when int_bought_devices.embodied_kg is not null then int_bought_devices.quantity
            end
        ) as known_count,
        sum(
            case
                when int_bought_devices.category is not null
                    then coalesce(int_bought_devices.quantity, 1)
            end
        ) as device_count
    from int_registers
    left join int_bought_devices using (month)
    where int_registers.dataset = 'purchases'
    group by int_registers.month
),
inventories as (
    select
        month
    from int_inventory
    group by month
),
charge_sums as (
    select
        inventories.month,
        cast(
            sum(
                exact(cast(int_device_charges.charge_kg as double) * int_device_charges.quantity)
            ) as double
        ) as kg,
        sum(case when int_device_charges.charge_kg > 0 then int_device_charges.quantity end)
            as known_count,
        sum(
            case
                when int_device_charges.charge_kg is null or int_device_charges.charge_kg > 0
                    then int_device_charges.quantity
            end
        ) as device_count
    from inventories
    left join int_device_charges using (month)
    group by inventories.month
),
hardware_sums as (
    select
        month,
        'acquired' as accounting,
        kg,
        known_count,
        device_count
    from bought_sums
    union all
    select
        month,
        'amortised' as accounting,
        kg,
        known_count,
        device_count
    from charge_sums
),
every_part as (
    select
        month,
        'direct' as part,
        cast(null as varchar) as method,
        cast(null as varchar) as accounting,
        case
            when count(co2e_kg) = count(*) then cast(sum(exact(co2e_kg)) as double)
        end as known_kg,
        case
            when count(co2e_kg) = count(*) then cast(sum(exact(co2e_kg)) as double)
        end as whole_kg,
        true as is_completed,
        cast(1 as double) as measured_share
    from direct_rows
    group by month
    union all
    select
        month,
        'room_electricity' as part,
        'market' as method,
        cast(null as varchar) as accounting,
        case
            when count(known_kg) = count(*) then cast(sum(exact(known_kg)) as double)
        end as known_kg,
        case
            when count(known_kg) = count(*) then cast(sum(exact(whole_kg)) as double)
        end as whole_kg,
        true as is_completed,
        coalesce(
            cast(sum(exact(known_kg * measured_share)) as double)
            / nullif(cast(sum(exact(known_kg)) as double), 0), 0
        ) as measured_share
    from int_market_emissions
    group by month
    union all
    select
        electricity_uses.month,
        concat(electricity_uses.place, '_', electricity_factors.part) as part,
        electricity_factors.method,
        cast(null as varchar) as accounting,
        electricity_uses.known_kwh * electricity_factors.value as known_kg,
        electricity_uses.whole_kwh * electricity_factors.value as whole_kg,
        electricity_uses.place = 'room' as is_completed,
        electricity_uses.measured_share
    from electricity_uses
    inner join electricity_factors using (place)
    union all
    select
        month,
        'hardware' as part,
        cast(null as varchar) as method,
        accounting,
        case
            when device_count is null then 0
            when known_count > 0 then cast(kg as double)
        end as known_kg,
        case
            when device_count is null then 0
            else cast(kg as double) * device_count / nullif(known_count, 0)
        end as whole_kg,
        false as is_completed,
        cast(0 as double) as measured_share
    from hardware_sums
    union all
    select
        int_print_volumes.month,
        'paper' as part,
        cast(null as varchar) as method,
        cast(null as varchar) as accounting,
        cast(int_print_volumes.a4_sheets as double) * sheet_masses.value / 1000000
        * paper_factors.value as known_kg,
        cast(int_print_volumes.a4_sheets as double) * sheet_masses.value / 1000000
        * paper_factors.value / nullif(int_print_volumes.sheets_coverage, 0) as whole_kg,
        true as is_completed,
        cast(1 as double) as measured_share
    from int_print_volumes
    left join int_factors as sheet_masses
        on sheet_masses.purpose = 'paper_a4_mass'
        and sheet_masses.unit = 'g/sheet'
    left join int_factors as paper_factors
        on paper_factors.purpose = 'paper'
        and paper_factors.unit = 'kgCO2e/tonne'
    where int_print_volumes.scope_kind = 'organisation'
    union all
    select
        int_telework_energy.month,
        'home_heating' as part,
        cast(null as varchar) as method,
        cast(null as varchar) as accounting,
        cast(int_telework_energy.heating_kwh as double) * heatings.value as known_kg,
        cast(int_telework_energy.heating_kwh as double) * heatings.value
        / nullif(int_telework_energy.coverage, 0) as whole_kg,
        true as is_completed,
        cast(0 as double) as measured_share
    from int_telework_energy
    left join int_factors as heatings
        on heatings.purpose = 'home_heating'
        and heatings.unit = 'kgCO2e/kWh'
    where int_telework_energy.scope_kind = 'organisation'
)
select
    month,
    part,
    method,
    accounting,
    case when whole_kg is not null then known_kg end as known_kg,
    case when known_kg is not null then whole_kg end as whole_kg,
    case
        when known_kg is null or whole_kg is null then null
        when is_completed then whole_kg
        else known_kg
    end as kg,
    measured_share
from every_part
