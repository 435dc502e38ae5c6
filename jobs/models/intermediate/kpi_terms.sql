-- What KPIs of several factors, or of completed and of modelled energy, add up from: each part an
-- activity, times a factor, times the share of it that counts. factor_value is the product of all
-- that the part is multiplied by, such as the year of a class of devices by the kWh of the grid.
-- coverage is below 1 where what is not known is left out, as of modelled energy; the activity is
-- then the whole. Together they are the value of the KPI, above the line of a ratio, so that a
-- change splits into activity, factors and coverage exactly. What is saved is negative.
-- Parts of a kind are known together. An electricity contract is in the factor of its site: another
-- one is no other activity. Where upstream is in the factor of electricity already, its own factor
-- is 0. A device is counted by the factor of its class; one with the maker's own figure by that
-- figure, which is activity.
-- A part that is 0 has no row, nor one that is not known: then the value is not known either.
-- grain: one row per kpi_id, scope_kind, scope_id, kind and part
-- materialise: month
with grid_factors as (
    select
        value,
        basis
    from int_factors
    where purpose = 'grid_electricity'
        and unit = 'kgCO2e/kWh'
),
upstream_factors as (
    select
        value
    from int_factors
    where purpose = 'electricity_upstream'
        and unit = 'kgCO2e/kWh'
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
location_factors as (
    select
        'electricity' as part,
        'location' as method,
        value
    from grid_factors
    union all
    select
        'upstream' as part,
        'location' as method,
        case when grid_factors.basis = 'direct' then upstream_factors.value else 0 end as value
    from grid_factors
    cross join upstream_factors
),
device_factors as (
    select
        part,
        method,
        value
    from location_factors
    union all
    select
        'electricity' as part,
        'market' as method,
        factor_value as value
    from int_device_supplies
    union all
    select
        'upstream' as part,
        'market' as method,
        case when exists (select 1 from whole_life_supplies) then 0 else value end as value
    from upstream_factors
),
room_factors as (
    select
        part,
        method,
        value
    from location_factors
    union all
    select
        part,
        method,
        value
    from device_factors
    where part = 'upstream'
        and method = 'market'
),
room_uses as (
    select
        month,
        room_id,
        cast(energy_kwh as double) / nullif(coverage, 0) as kwh
    from int_room_totals
    where boundary = 'electricity'
),
site_supplies as (
    select
        int_market_emissions.month,
        int_market_emissions.site_id,
        cast(int_site_electricity.energy_kwh as double)
        / nullif(int_site_electricity.coverage, 0) as kwh,
        int_market_emissions.whole_kg
        * int_site_electricity.coverage
        / nullif(cast(int_site_electricity.energy_kwh as double), 0) as factor_value
    from int_market_emissions
    inner join int_site_electricity using (month, site_id)
),
month_shares as (
    select
        cast(days_between(first_on, last_on) + 1 as double)
        / dayofyear(cast(concat(substr(month, 1, 4), '-12-31') as date)) as year_share
    from period
),
fleet_coverages as (
    select
        month,
        coverage
    from int_fleet_energy
    where scope_kind = 'organisation'
),
device_uses as (
    select
        int_fleet_devices.month,
        concat(
            int_fleet_devices.category,
            case when int_fleet_devices.factor_id is null then '/maker' else '/class' end
        ) as part,
        fleet_coverages.coverage,
        cast(
            sum(
                exact(
                    int_fleet_devices.quantity * month_shares.year_share
                    * case
                        when int_fleet_devices.factor_id is null
                            then cast(int_fleet_devices.year_kwh as double)
                        else 1
                    end
                )
            ) as double
        ) / nullif(fleet_coverages.coverage, 0) as activity,
        max(
            case
                when int_fleet_devices.factor_id is null then 1
                else cast(int_fleet_devices.year_kwh as double)
            end
        ) as kwh_each
    from int_fleet_devices
    cross join month_shares
    inner join fleet_coverages using (month)
    where int_fleet_devices.year_kwh is not null
    group by
        int_fleet_devices.month,
        int_fleet_devices.category,
        int_fleet_devices.factor_id,
        fleet_coverages.coverage
),
refill_uses as (
    select
        int_refills.month,
        int_refills.site_id,
        concat(int_refills.kind, '/', int_refills.substance) as substance,
        int_refills.factor_value,
        cast(sum(exact(int_refills.amount)) as double) as amount
    from int_refills
    where int_refills.amount is not null
        and int_refills.is_known
    group by
        int_refills.month,
        int_refills.site_id,
        int_refills.kind,
        int_refills.substance,
        int_refills.factor_value
),
hardware_coverages as (
    select
        month,
        accounting,
        coalesce(known_kg / nullif(whole_kg, 0), 1) as coverage
    from int_carbon_parts
    where part = 'hardware'
),
charge_terms as (
    select
        int_device_charges.month,
        int_device_charges.category in ('printer', 'mfp') as is_printer,
        int_series_factors.series,
        int_series_factors.value as factor_value,
        cast(
            sum(
                exact(
                    cast(int_device_charges.charge_kg as double) * int_device_charges.quantity
                )
            ) as double
        ) / nullif(int_series_factors.value, 0) as activity
    from int_device_charges
    inner join int_series_factors using (factor_id)
    group by
        int_device_charges.month,
        int_device_charges.category in ('printer', 'mfp'),
        int_series_factors.series,
        int_series_factors.value
),
printer_making_coverages as (
    select
        month,
        cast(sum(case when charge_kg > 0 then quantity end) as double)
        / nullif(sum(case when charge_kg is null or charge_kg > 0 then quantity end), 0)
            as coverage
    from int_device_charges
    where category in ('printer', 'mfp')
    group by month
),
paper_terms as (
    select
        int_print_volumes.month,
        cast(int_print_volumes.a4_sheets as double)
        / nullif(int_print_volumes.sheets_coverage, 0) as activity,
        sheet_masses.value / 1000000 * paper_factors.value as factor_value
    from int_print_volumes
    inner join int_factors as sheet_masses
        on sheet_masses.purpose = 'paper_a4_mass'
        and sheet_masses.unit = 'g/sheet'
    inner join int_factors as paper_factors
        on paper_factors.purpose = 'paper'
        and paper_factors.unit = 'kgCO2e/tonne'
    where int_print_volumes.scope_kind = 'organisation'
),
home_hours as (
    select
        int_telework_energy.month,
        cast(int_workdays.home_hours as double)
        / nullif(int_telework_energy.coverage, 0) as hours,
        int_workdays.timed_share,
        cast(int_telework_energy.workplace_kwh as double)
        / nullif(cast(int_workdays.home_hours as double), 0) * grid_factors.value
        as workplace_kg,
        cast(int_telework_energy.heating_kwh as double)
        / nullif(cast(int_workdays.home_hours as double), 0) * heatings.value as heating_kg,
        day_hours.value as day_hours
    from int_telework_energy
    inner join int_workdays using (month, scope_kind, scope_id)
    left join grid_factors
        on grid_factors.value is not null
    left join int_factors as heatings
        on heatings.purpose = 'home_heating'
        and heatings.unit = 'kgCO2e/kWh'
    left join int_factors as day_hours
        on day_hours.purpose = 'telework_day'
        and day_hours.unit = 'h/day'
    where int_telework_energy.scope_kind = 'organisation'
),
home_terms as (
    -- Days without their hours count by the usual hours, which are a factor, too.
    select
        month,
        'workplace' as use,
        'timed' as kind,
        hours * timed_share as activity,
        workplace_kg as factor_value
    from home_hours
    union all
    select
        month,
        'heating' as use,
        'timed' as kind,
        hours * timed_share as activity,
        heating_kg as factor_value
    from home_hours
    union all
    select
        month,
        'workplace' as use,
        'usual' as kind,
        hours * (1 - timed_share) / nullif(day_hours, 0) as activity,
        workplace_kg * day_hours as factor_value
    from home_hours
    union all
    select
        month,
        'heating' as use,
        'usual' as kind,
        hours * (1 - timed_share) / nullif(day_hours, 0) as activity,
        heating_kg * day_hours as factor_value
    from home_hours
),
way_coverages as (
    select
        coalesce(
            cast(sum(exact(known_km)) as double) / nullif(cast(sum(exact(likely_km)) as double), 0),
            1
        ) as coverage
    from int_commutes
),
saving_terms as (
    select
        int_commutes.month,
        'commuting' as kind,
        int_commutes.mode as part,
        -cast(int_commutes.commute_km as double) / nullif(way_coverages.coverage, 0) as activity,
        int_commutes.commute_kg / nullif(cast(int_commutes.commute_km as double), 0)
        * (1 - rebounds.value) as factor_value
    from int_commutes
    cross join way_coverages
    inner join int_factors as rebounds
        on rebounds.purpose = 'commute_rebound'
        and rebounds.unit = 'share'
    union all
    select
        int_indicators.month,
        'office' as kind,
        'all' as part,
        -cast(int_indicators.figure_sum as double) as activity,
        grid_factors.value as factor_value
    from int_indicators
    cross join grid_factors
    where int_indicators.indicator_id = 'office_energy_saved'
        and int_indicators.unit = 'kWh'
        and int_indicators.scope_kind = 'organisation'
    union all
    select
        int_indicators.month,
        'meetings' as kind,
        int_indicators.indicator_id as part,
        cast(int_indicators.figure_sum as double) as activity,
        traffic.value * networks.value / 1000 as factor_value
    from int_indicators
    inner join int_factors as traffic
        on traffic.purpose = replace(int_indicators.indicator_id, 'meeting_hours', 'meeting_data')
        and traffic.unit = 'GB/h'
    inner join int_factors as networks
        on networks.purpose = 'network_data'
        and networks.unit = 'gCO2e/GB'
    where int_indicators.unit = 'h'
        and int_indicators.scope_kind = 'organisation'
),
printer_terms as (
    select
        int_printer_devices.month,
        coalesce(int_series_factors.series, 'told') as part,
        cast(
            sum(
                exact(
                    int_printer_devices.known_kwh / coalesce(nullif(int_series_factors.value, 0), 1)
                )
            ) as double
        )
        / nullif(int_printer_energy.coverage, 0) as activity,
        coalesce(int_series_factors.value, 1) * grid_factors.value as factor_value,
        int_printer_energy.coverage
    from int_printer_devices
    inner join int_printer_energy using (month)
    cross join grid_factors
    left join int_series_factors using (factor_id)
    group by
        int_printer_devices.month,
        int_series_factors.series,
        int_series_factors.value,
        grid_factors.value,
        int_printer_energy.coverage
),
footprint_terms as (
    -- The parts of int_carbon_parts.
    select
        room_uses.month,
        room_factors.method,
        cast(null as varchar) as accounting,
        concat('room_', room_factors.part) as kind,
        'all' as part,
        room_uses.kwh as activity,
        room_factors.value as factor_value,
        1 as coverage
    from room_uses
    cross join room_factors
    union all
    select
        month,
        'market' as method,
        cast(null as varchar) as accounting,
        'room_electricity' as kind,
        site_id as part,
        kwh as activity,
        factor_value,
        1 as coverage
    from site_supplies
    union all
    select
        device_uses.month,
        device_factors.method,
        cast(null as varchar) as accounting,
        concat('device_', device_factors.part) as kind,
        device_uses.part,
        device_uses.activity,
        device_uses.kwh_each * device_factors.value as factor_value,
        device_uses.coverage
    from device_uses
    cross join device_factors
    union all
    select
        month,
        cast(null as varchar) as method,
        cast(null as varchar) as accounting,
        'direct' as kind,
        substance as part,
        amount as activity,
        factor_value,
        1 as coverage
    from refill_uses
    union all
    select
        int_bought_devices.month,
        cast(null as varchar) as method,
        'acquired' as accounting,
        'hardware' as kind,
        int_series_factors.series as part,
        int_bought_devices.quantity / nullif(hardware_coverages.coverage, 0) as activity,
        int_bought_devices.embodied_kg as factor_value,
        hardware_coverages.coverage
    from int_bought_devices
    inner join int_series_factors
        on int_series_factors.factor_id = int_bought_devices.embodied_factor_id
    inner join hardware_coverages
        on hardware_coverages.month = int_bought_devices.month
        and hardware_coverages.accounting = 'acquired'
    union all
    select
        charge_terms.month,
        cast(null as varchar) as method,
        'amortised' as accounting,
        'hardware' as kind,
        charge_terms.series as part,
        charge_terms.activity / nullif(hardware_coverages.coverage, 0) as activity,
        charge_terms.factor_value,
        hardware_coverages.coverage
    from charge_terms
    inner join hardware_coverages
        on hardware_coverages.month = charge_terms.month
        and hardware_coverages.accounting = 'amortised'
    union all
    select
        month,
        cast(null as varchar) as method,
        cast(null as varchar) as accounting,
        'paper' as kind,
        'all' as part,
        activity,
        factor_value,
        1 as coverage
    from paper_terms
    union all
    select
        month,
        cast(null as varchar) as method,
        cast(null as varchar) as accounting,
        'home_heating' as kind,
        kind as part,
        activity,
        factor_value,
        1 as coverage
    from home_terms
    where use = 'heating'
),
views as (
    select
        'ict_co2e_total' as kpi_id,
        'location' as method,
        'acquired' as accounting
    union all
    select
        'ict_co2e_per_fte' as kpi_id,
        'location' as method,
        'acquired' as accounting
    union all
    select
        'ict_co2e_total_market' as kpi_id,
        'market' as method,
        'acquired' as accounting
    union all
    select
        'ict_co2e_steering' as kpi_id,
        'location' as method,
        'amortised' as accounting
    union all
    select
        'ict_co2e_steering_market' as kpi_id,
        'market' as method,
        'amortised' as accounting
),
energy_terms as (
    select
        month,
        'room' as kind,
        'all' as part,
        room_kwh as activity,
        1 as factor_value,
        1 as coverage
    from int_ict_energy
    union all
    select
        month,
        'device' as kind,
        part,
        activity,
        kwh_each as factor_value,
        coverage
    from device_uses
),
energy_factors as (
    select
        'ict_energy_total' as kpi_id,
        1 as value
    union all
    select
        'ict_primary_energy' as kpi_id,
        value
    from int_factors
    where purpose = 'primary_energy_electricity'
        and unit = 'kWh/kWh'
),
site_terms as (
    select
        month,
        'scope2_market' as kpi_id,
        site_id,
        'electricity' as kind,
        'all' as part,
        kwh as activity,
        factor_value
    from site_supplies
    union all
    select
        int_site_usage.month,
        'cue' as kpi_id,
        int_site_usage.site_id,
        'electricity' as kind,
        'all' as part,
        cast(int_site_usage.electricity_kwh as double) as activity,
        grid_factors.value as factor_value
    from int_site_usage
    cross join grid_factors
    union all
    select
        int_site_usage.month,
        'cue_market' as kpi_id,
        int_site_usage.site_id,
        'electricity' as kind,
        'all' as part,
        cast(int_site_usage.electricity_kwh as double) as activity,
        site_supplies.factor_value
    from int_site_usage
    inner join site_supplies using (month, site_id)
    union all
    select
        int_site_usage.month,
        usage_kpis.kpi_id,
        int_site_usage.site_id,
        'direct' as kind,
        refill_uses.substance as part,
        refill_uses.amount * int_site_usage.coverage as activity,
        refill_uses.factor_value
    from int_site_usage
    inner join refill_uses using (month, site_id)
    cross join (
        select 'cue' as kpi_id
        union all
        select 'cue_market' as kpi_id
    ) as usage_kpis
),
organisation_terms as (
    select
        footprint_terms.month,
        views.kpi_id,
        footprint_terms.kind,
        footprint_terms.part,
        footprint_terms.activity,
        footprint_terms.factor_value,
        footprint_terms.coverage
    from footprint_terms
    inner join views
        on (footprint_terms.method is null or footprint_terms.method = views.method)
        and (
            footprint_terms.accounting is null
            or footprint_terms.accounting = views.accounting
        )
    union all
    select
        energy_terms.month,
        energy_factors.kpi_id,
        energy_terms.kind,
        energy_terms.part,
        energy_terms.activity,
        energy_terms.factor_value * energy_factors.value as factor_value,
        energy_terms.coverage
    from energy_terms
    cross join energy_factors
    union all
    select
        month,
        kpi_id,
        kind,
        concat(site_id, '/', part) as part,
        activity,
        factor_value,
        1 as coverage
    from site_terms
    union all
    select
        room_uses.month,
        'upstream_energy_co2e' as kpi_id,
        'upstream' as kind,
        'all' as part,
        room_uses.kwh as activity,
        location_factors.value as factor_value,
        1 as coverage
    from room_uses
    cross join location_factors
    where location_factors.part = 'upstream'
    union all
    select
        month,
        'print_co2e' as kpi_id,
        'paper' as kind,
        'all' as part,
        activity,
        factor_value,
        1 as coverage
    from paper_terms
    union all
    select
        month,
        'print_co2e' as kpi_id,
        'energy' as kind,
        part,
        activity,
        factor_value,
        coverage
    from printer_terms
    union all
    select
        charge_terms.month,
        'print_co2e' as kpi_id,
        'making' as kind,
        charge_terms.series as part,
        charge_terms.activity / nullif(printer_making_coverages.coverage, 0) as activity,
        charge_terms.factor_value,
        printer_making_coverages.coverage
    from charge_terms
    inner join printer_making_coverages using (month)
    where charge_terms.is_printer
    union all
    select
        home_terms.month,
        home_kpis.kpi_id,
        concat('home_', home_terms.use) as kind,
        home_terms.kind as part,
        home_terms.activity,
        home_terms.factor_value,
        1 as coverage
    from home_terms
    cross join (
        select 'telework_home_co2e' as kpi_id
        union all
        select 'telework_net_co2e' as kpi_id
    ) as home_kpis
    union all
    select
        month,
        'telework_net_co2e' as kpi_id,
        kind,
        part,
        activity,
        factor_value,
        1 as coverage
    from saving_terms
),
every_term as (
    select
        month,
        kpi_id,
        'organisation' as scope_kind,
        'all' as scope_id,
        kind,
        part,
        activity,
        factor_value,
        coverage
    from organisation_terms
    union all
    select
        month,
        kpi_id,
        'site' as scope_kind,
        site_id as scope_id,
        kind,
        part,
        activity,
        factor_value,
        1 as coverage
    from site_terms
    union all
    select
        room_uses.month,
        'upstream_energy_co2e' as kpi_id,
        'room' as scope_kind,
        room_uses.room_id as scope_id,
        'upstream' as kind,
        'all' as part,
        room_uses.kwh as activity,
        location_factors.value as factor_value,
        1 as coverage
    from room_uses
    cross join location_factors
    where location_factors.part = 'upstream'
),
part_sums as (
    select
        month,
        kpi_id,
        scope_kind,
        scope_id,
        kind,
        part,
        coverage,
        cast(sum(exact(activity)) as double) as activity,
        cast(sum(exact(activity * factor_value)) as double) as amount
    from every_term
    where activity * factor_value is not null
    group by
        month,
        kpi_id,
        scope_kind,
        scope_id,
        kind,
        part,
        coverage
)
select
    month,
    kpi_id,
    scope_kind,
    scope_id,
    kind,
    part,
    decimal_6(activity) as activity,
    -- Rounded, since the order of a sum changes its last bits. Adding 0 makes a negative zero a
    -- plain one.
    cast(round(amount / activity, 12) + 0 as double) as factor_value,
    cast(round(coverage, 12) as double) as coverage
from part_sums
where activity <> 0
